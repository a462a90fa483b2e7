import type { CollectionId } from '../../schema/common.ts'
import type { Shortlist, ShortlistSite } from '../../schema/shortlist.ts'
import { rounded } from '../rounding.ts'
import { COLLECTION_IN, type Effect, effectBetween, isEvidence, isSameValue, NO_EFFECT } from './difference.ts'
import { type FreezeCatalogue, freeze } from './freeze.ts'
import type { FrozenRecord, FrozenSite, SiteTotals } from './frozen.ts'

/** What turned, beside what can be counted: worth an alert however small the figures are. */
export const ALERT_TURNS = [
  'gone',
  'back',
  'unanswered',
  'answered',
  'verdict',
  'price-unknown',
  'price-known',
  'date-unknown',
  'date-known',
] as const
export type AlertTurn = (typeof ALERT_TURNS)[number]

/** From what on a change is told. In each unit 0 tells every change; what turned is always told. */
export interface AlertThreshold {
  /** Of the score. */
  points: number
  /** Of what is known of the monthly cost. */
  costPct: number
  seatsPct: number
  days: number
}

export const THRESHOLD_UNITS = ['points', 'costPct', 'seatsPct', 'days'] as const

export const DEFAULT_THRESHOLD: AlertThreshold = { points: 1, costPct: 1, seatsPct: 5, days: 7 }

/** What a site comes to, as an alert shows it. */
export interface AlertFigures {
  score: number
  /** MAD centimes a month, of what is known. */
  monthlyCentimes: number | null
  seats: number | null
  availableOn: string | null
}

/** What one commit did to one site. */
export interface SiteAlert {
  siteId: string
  zoneId: string
  nameFr: string
  nameAr: string
  nameEn: string
  /** Codes of the offices that were picked; none: the zone as a whole. */
  units: string[]
  /** Null: the site could not be read. */
  before: AlertFigures | null
  after: AlertFigures | null
  effect: Effect
  /** Of the monthly cost, to the hundredth; null: it cannot be told. */
  costPct: number | null
  /** Of the seats, likewise. */
  seatsPct: number | null
  turns: AlertTurn[]
}

/** A record before and after a commit; null: it was or is not there. */
export interface RecordEdit {
  collection: CollectionId
  id: string
  before: FrozenRecord<object> | null
  after: FrozenRecord<object> | null
}

/** A field that the commit changed. */
export interface FieldEdit {
  collection: CollectionId
  id: string
  /** Name in three languages, where the record has one. */
  nameFr: string
  nameAr: string
  nameEn: string
  /** Empty: the record as a whole came or went. */
  field: string
  before: unknown
  after: unknown
}

/** The largest that a commit did to any site. */
export interface Magnitude extends AlertThreshold {
  hasTurn: boolean
}

/** Collections that a shortlist’s figures rest on. */
export const WATCHED_COLLECTIONS = Object.keys(COLLECTION_IN) as CollectionId[]

type RecordState = Pick<RecordEdit, 'collection' | 'id'> & { record: FrozenRecord<object> | null }

/** The catalogue with other states of some records; null takes one out. Those of no interest here are passed over. */
export function withRecords(catalogue: FreezeCatalogue, states: readonly RecordState[]): FreezeCatalogue {
  const changed = new Map<keyof FreezeCatalogue, Map<string, FrozenRecord<object>>>()
  for (const { collection, id, record } of states) {
    const key = COLLECTION_IN[collection]
    if (!key) continue
    const list = catalogue[key] as readonly FrozenRecord<object>[]
    const records = changed.get(key) ?? new Map(list.map((one) => [one.id, one]))
    changed.set(key, records)
    if (record) records.set(id, record)
    else records.delete(id)
  }
  return { ...catalogue, ...Object.fromEntries([...changed].map(([key, records]) => [key, [...records.values()]])) }
}

/**
 * What a commit does to the sites of a shortlist: those alone whose figures it moves, in the order of the lines. Both
 * states are read on the catalogue’s own day, so that no time passes between them.
 */
export function siteAlerts(shortlist: Shortlist, before: FreezeCatalogue, after: FreezeCatalogue): SiteAlert[] {
  return shortlist.sites.flatMap((line) => {
    const [was, is] = [readSite(shortlist, line, before), readSite(shortlist, line, after)]
    const one = was ?? is
    return one ? alertsOfSite(line, was, is, one.site) : []
  })
}

interface Read {
  site: FrozenSite
  totals: SiteTotals
}

/** A site’s figures look at no other site of the list. */
function readSite(shortlist: Shortlist, line: ShortlistSite, catalogue: FreezeCatalogue): Read | null {
  const offices = new Set(catalogue.offices.map(({ id }) => id))
  const isThere = catalogue.zones.some(({ id }) => id === line.zoneId) && line.officeIds.every((id) => offices.has(id))
  if (!isThere) return null
  const { sites, totals } = freeze({ ...shortlist, sites: [line] }, catalogue)
  const [site, own] = [sites[0], totals[0]]
  return site && own ? { site, totals: own } : null
}

function alertsOfSite(
  line: ShortlistSite,
  was: Read | null,
  is: Read | null,
  { zone, units }: FrozenSite,
): SiteAlert[] {
  const effect = was && is ? effectBetween(was.totals, is.totals) : NO_EFFECT
  const turns = turnsOf(line, was, is)
  const costPct = pctOf(was?.totals.knownMonthlyCentimes ?? null, effect.monthlyCentimes)
  const seatsPct = seatsPctOf(was?.totals.seats ?? null, is?.totals.seats ?? null)
  if (turns.length === 0 && [effect.score, effect.monthlyCentimes, effect.days, seatsPct].every((one) => one === 0)) {
    return []
  }
  const { nameFr, nameAr, nameEn } = zone.properties
  return [
    {
      ...{ siteId: line.id, zoneId: line.zoneId, nameFr, nameAr, nameEn },
      units: line.officeIds.length === 0 ? [] : units.map(({ properties }) => properties.name),
      before: was && figuresOf(was.totals),
      after: is && figuresOf(is.totals),
      effect,
      ...{ costPct, seatsPct, turns },
    },
  ]
}

const figuresOf = ({ score, knownMonthlyCentimes, seats, availableOn }: SiteTotals): AlertFigures => ({
  score: score.mid,
  monthlyCentimes: knownMonthlyCentimes,
  seats,
  availableOn,
})

function pctOf(base: number | null, change: number | null): number | null {
  if (change === 0) return 0
  return change === null || base === null || base === 0 ? null : rounded((change / base) * 100, 2)
}

const seatsPctOf = (was: number | null, is: number | null): number | null =>
  was === is ? 0 : pctOf(was, was === null || is === null ? null : is - was)

function turnsOf(line: ShortlistSite, was: Read | null, is: Read | null): AlertTurn[] {
  if (!was || !is) return was ? ['gone'] : is ? ['back'] : []
  const turns: AlertTurn[] = []
  // Offices that were picked need not answer the need: who picked them knows.
  const answers = ({ site }: Read) => line.officeIds.length > 0 || (site.inventory?.failing.length ?? 0) === 0
  if (answers(was) !== answers(is)) turns.push(answers(is) ? 'answered' : 'unanswered')
  if (verdictsOf(was.totals) !== verdictsOf(is.totals)) turns.push('verdict')
  const known = (before: number, after: number, turn: 'price' | 'date') => {
    if (before !== after) turns.push(`${turn}-${after > before ? 'unknown' : 'known'}`)
  }
  known(unknownPrices(was.totals), unknownPrices(is.totals), 'price')
  known(Number(was.totals.availableOn === null), Number(is.totals.availableOn === null), 'date')
  return turns
}

/** Offices without a price, where any has one. */
const unknownPrices = ({ knownMonthlyCentimes, unpriced }: SiteTotals): number =>
  knownMonthlyCentimes === null ? Number.POSITIVE_INFINITY : unpriced

const verdictsOf = ({ incentives }: SiteTotals): string =>
  incentives
    .map(({ incentiveId, answer }) => `${incentiveId} ${answer}`)
    .sort()
    .join('\n')

/** The largest that a commit did, by which it is weighed against a threshold. */
export function magnitudeOf(sites: readonly SiteAlert[]): Magnitude {
  const largest = (of: (site: SiteAlert) => number | null) =>
    Math.max(0, ...sites.map((site) => Math.abs(of(site) ?? 0)))
  return {
    points: largest(({ effect }) => effect.score),
    costPct: largest((site) => site.costPct),
    seatsPct: largest((site) => site.seatsPct),
    days: largest(({ effect }) => effect.days),
    hasTurn: sites.some(({ turns }) => turns.length > 0),
  }
}

/** Whether it is worth telling. What moves nothing never is. */
export const isMaterial = ({ hasTurn, ...size }: Magnitude, threshold: AlertThreshold): boolean =>
  hasTurn || THRESHOLD_UNITS.some((unit) => size[unit] > 0 && size[unit] >= threshold[unit])

/** What a commit changed, field by field; who says so and when it was verified left aside. */
export function fieldEdits(edits: readonly RecordEdit[]): FieldEdit[] {
  return edits.flatMap(({ collection, id, before, after }) => {
    const about = { collection, id, ...namesOf(collection, id, after ?? before) }
    if (!before || !after) {
      return [{ ...about, field: '', before: before && about.nameFr, after: after && about.nameFr }]
    }
    const [was, is] = [before, after].map(
      ({ geometry, properties }) => ({ ...properties, geometry }) as Record<string, unknown>,
    )
    const fields = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].sort()
    return fields.flatMap((field) =>
      isEvidence(field) || isSameValue(was?.[field], is?.[field])
        ? []
        : [{ ...about, field, before: was?.[field] ?? null, after: is?.[field] ?? null }],
    )
  })
}

function namesOf(collection: CollectionId, id: string, record: FrozenRecord<object> | null) {
  const named = (record?.properties ?? {}) as Partial<Record<'nameFr' | 'nameAr' | 'nameEn' | 'name', string>>
  const all = collection === 'offices' ? named.name : undefined
  return {
    nameFr: named.nameFr ?? all ?? id,
    nameAr: named.nameAr ?? all ?? id,
    nameEn: named.nameEn ?? all ?? id,
  }
}
