import { isIsoDay } from '../days.ts'
import { DEFAULT_LANGUAGE_PCT, type LanguageTerm, type Need, NO_NEED } from './need.ts'
import type { NamedThing, NeedCatalogue } from './parse/catalogue.ts'
import { decodeRing, encodeRing } from './ring-codec.ts'
import {
  canonicalNeed,
  NEED_FIT_OUTS,
  NEED_LANGUAGES,
  NEED_PREMIUMS,
  NEED_STATUSES,
  NEED_TECH_VALLEY,
  NEED_TRADES,
} from './values.ts'

/** Why a piece of an address was left aside. */
export type DroppedReason = 'malformed' | 'out-of-range' | 'unknown' | 'repeated'

export interface DroppedParam {
  key: string
  value: string
  reason: DroppedReason
}

type Read<T> = { ok: T } | { reason: DroppedReason }
type Write<K extends keyof Need> = (value: Need[K]) => string | null

interface Param<K extends keyof Need> {
  /** Name in the address: public, never renamed. */
  name: string
  term: K
  /** null: nothing is asked, the address leaves it out. */
  write: Write<K>
  /** Whole value or list items; each item is kept or dropped on its own. */
  read: (
    value: string,
    catalogue: NeedCatalogue | undefined,
    drop: (value: string, reason: DroppedReason) => void,
  ) => Read<Need[K]>
}

const param = <K extends keyof Need>(name: string, term: K, write: Write<K>, read: Param<K>['read']): Param<K> => ({
  name,
  term,
  write,
  read,
})

const PLAIN_NUMBER = /^\d{1,9}(?:\.\d{1,3})?$/

function readNumber(value: string, low: number, high: number, whole: boolean): Read<number> {
  if (!PLAIN_NUMBER.test(value) || (whole && value.includes('.'))) return { reason: 'malformed' }
  const number = Number(value)
  return number >= low && number <= high ? { ok: number } : { reason: 'out-of-range' }
}

type NumberTerm = { [K in keyof Need]-?: Need[K] extends number | null ? K : never }[keyof Need]

const amount = (name: string, term: Exclude<NumberTerm, 'verifiedWithinDays'>, high: number, whole: boolean) =>
  param(
    name,
    term,
    (value) => (value === null ? null : String(Number(value.toFixed(3)))),
    (value) => readNumber(value, whole ? 1 : 0, high, whole),
  )

/** Reads a comma list; `readItem` gives the item or why it is left aside. */
function readList<T>(
  value: string,
  readItem: (item: string) => Read<T>,
  drop: (value: string, reason: DroppedReason) => void,
): Read<T[]> {
  const items: T[] = []
  const seen = new Set<string>()
  for (const item of value.split(',').slice(0, 200)) {
    if (seen.has(item)) continue
    seen.add(item)
    const read = readItem(item)
    if ('ok' in read) items.push(read.ok)
    else drop(item, read.reason)
  }
  return { ok: items }
}

const listed = (values: readonly string[]): string | null => (values.length > 0 ? values.join(',') : null)

function choice<
  K extends 'fitOuts' | 'statuses' | 'techValley' | 'territorialPremiums',
  T extends Need[K][number] & string,
>(name: string, term: K, values: readonly T[]) {
  return param(
    name,
    term,
    (chosen) => listed(chosen),
    (value, _catalogue, drop) =>
      readList<T>(
        value,
        (item) => {
          const found = values.find((candidate) => candidate === item)
          return found === undefined ? { reason: 'unknown' } : { ok: found }
        },
        drop,
      ) as Read<Need[K]>,
  )
}

function ids(
  name: string,
  term: 'regions' | 'provinces' | 'operators' | 'incentives',
  pattern: RegExp,
): Param<typeof term> {
  return param(name, term, listed, (value, catalogue, drop) =>
    readList<string>(
      value,
      (item) => {
        if (!pattern.test(item)) return { reason: 'malformed' }
        const things: readonly NamedThing[] | undefined = catalogue?.[term]
        return !things || things.some((thing) => thing.id === item) ? { ok: item } : { reason: 'unknown' }
      },
      drop,
    ),
  )
}

const SLUG = /^[a-z0-9]{1,60}(?:-[a-z0-9]{1,60}){0,12}$/
/** An unpublished cap on income tax: null in the need. */
const NOT_PUBLISHED = 'unpublished'

function readLanguage(item: string): Read<LanguageTerm> {
  const [code, pct, ...rest] = item.split('.')
  const language = NEED_LANGUAGES.find((candidate) => candidate === code)
  if (!language) return { reason: 'unknown' }
  if (rest.length > 0) return { reason: 'malformed' }
  if (pct === undefined) return { ok: { language, minPct: DEFAULT_LANGUAGE_PCT } }
  const read = readNumber(pct, 0, 100, true)
  return 'ok' in read ? { ok: { language, minPct: read.ok } } : read
}

/** Every term of a need and its name in the address, in the order in which addresses are written. */
const PARAMS = [
  amount('seats', 'seats', 100_000, true),
  param(
    'spread',
    'contiguous',
    (contiguous) => (contiguous ? null : '1'),
    (value) => (value === '1' ? { ok: false } : { reason: 'malformed' }),
  ),
  amount('m2', 'areaM2', 10_000_000, true),
  param(
    'by',
    'availableBy',
    (day) => day,
    (value) => (isIsoDay(value) ? { ok: value } : { reason: 'malformed' }),
  ),
  choice('fit', 'fitOuts', NEED_FIT_OUTS),
  amount('rent', 'maxRentMadPerM2Month', 100_000, false),
  param(
    'fresh',
    'verifiedWithinDays',
    (days) => (days === NO_NEED.verifiedWithinDays ? null : String(days)),
    (value) => readNumber(value, 1, 3650, true),
  ),
  ids('region', 'regions', /^MA-\d{2}$/),
  ids('province', 'provinces', /^MA-[A-Z]{3}$/),
  choice('status', 'statuses', NEED_STATUSES),
  choice('programme', 'techValley', NEED_TECH_VALLEY),
  ids('operator', 'operators', SLUG),
  param(
    'ir',
    'irCaps',
    (caps) => listed(caps.map((cap) => (cap === null ? NOT_PUBLISHED : String(cap)))),
    (value, _catalogue, drop) =>
      readList<number | null>(
        value,
        (item) => (item === NOT_PUBLISHED ? { ok: null } : readNumber(item, 0, 100, false)),
        drop,
      ),
  ),
  choice('premium', 'territorialPremiums', NEED_PREMIUMS),
  ids('incentive', 'incentives', SLUG),
  param(
    'speaks',
    'languages',
    (terms) =>
      listed(
        terms.map(({ language, minPct }) => (minPct === DEFAULT_LANGUAGE_PCT ? language : `${language}.${minPct}`)),
      ),
    (value, _catalogue, drop) => readList(value, readLanguage, drop),
  ),
  param(
    'trade',
    'trade',
    (trade) => trade,
    (value) => {
      const trade = NEED_TRADES.find((candidate) => candidate === value)
      return trade ? { ok: trade } : { reason: 'unknown' }
    },
  ),
  param(
    'cmc',
    'skillsCity',
    (wanted) => (wanted ? '1' : null),
    (value) => (value === '1' ? { ok: true } : { reason: 'malformed' }),
  ),
  amount('airport', 'airportKm', 5000, false),
  amount('hsr', 'hsrStationKm', 5000, false),
  amount('rail', 'railStationKm', 5000, false),
  param(
    'area',
    'area',
    (ring) => (ring === null ? null : encodeRing(ring)),
    (value) => {
      const ring = decodeRing(value)
      return ring ? { ok: ring } : { reason: 'malformed' }
    },
  ),
] as const

/** The names a need may take in an address; all other names belong to someone else. */
export const NEED_PARAM_NAMES: readonly string[] = PARAMS.map(({ name }) => name)

/** The need as pairs of an address, in one order, defaults left out. Two needs that ask the same give the same pairs. */
export function needToParams(need: Need): [name: string, value: string][] {
  const canonical = canonicalNeed(need)
  return PARAMS.flatMap((entry): [string, string][] => {
    const value = (entry.write as Write<typeof entry.term>)(canonical[entry.term])
    return value === null ? [] : [[entry.name, value]]
  })
}

/**
 * The need of an address. Never throws: what cannot be read, or names something the catalogue does not have (when one
 * is given), is left aside and listed. Names that are not ours are passed over in silence.
 */
export function needFromParams(
  params: Iterable<readonly [string, string]>,
  catalogue?: NeedCatalogue,
): { need: Need; dropped: DroppedParam[] } {
  const dropped: DroppedParam[] = []
  const asked: Partial<Need> = {}
  const seen = new Set<string>()
  for (const [key, value] of params) {
    const entry = PARAMS.find(({ name }) => name === key)
    if (!entry) continue
    if (seen.has(key)) {
      dropped.push({ key, value, reason: 'repeated' })
      continue
    }
    seen.add(key)
    const read = entry.read(value, catalogue, (item, reason) => dropped.push({ key, value: item, reason }))
    if ('ok' in read) Object.assign(asked, { [entry.term]: read.ok })
    else dropped.push({ key, value, reason: read.reason })
  }
  return { need: canonicalNeed({ ...NO_NEED, ...asked }), dropped }
}
