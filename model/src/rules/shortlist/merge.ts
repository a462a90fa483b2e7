import canonicalize from 'canonicalize'
import type { Shortlist, ShortlistSite } from '../../schema/shortlist.ts'

/** Something that two people changed in different ways since both read it. */
export interface ShortlistConflict {
  /** `title`, `need`, `weights`, `vetoes`, `order`, `assumptions`, `sequence`, or of a line `offices`, `notes.fr` … */
  field: string
  /** Of the line, where it is one. */
  siteId: string | null
  base: unknown
  theirs: unknown
  yours: unknown
}

export interface Merged {
  shortlist: Shortlist
  /** Empty: everything of both is in `shortlist`. */
  conflicts: readonly ShortlistConflict[]
}

const WHOLE = ['title', 'need', 'weights', 'vetoes', 'order', 'assumptions'] as const
const LANGUAGES = ['fr', 'ar', 'en'] as const

/** Whether two values say the same, whatever the order of their members. */
export const isSameContent = (a: unknown, b: unknown): boolean => canonicalize(a) === canonicalize(b)

/** Merges what one person and others made of the same shortlist. Where both changed one thing, theirs stands and it is said. */
export function mergeEdits(base: Shortlist, theirs: Shortlist, yours: Shortlist): Merged {
  const conflicts: ShortlistConflict[] = []
  const pick = <T>(field: string, siteId: string | null, values: { base: T; theirs: T; yours: T }): T => {
    if (isSameContent(values.yours, values.base) || isSameContent(values.yours, values.theirs)) return values.theirs
    if (isSameContent(values.theirs, values.base)) return values.yours
    conflicts.push({ field, siteId, ...values })
    return values.theirs
  }
  const whole = Object.fromEntries(
    WHOLE.map((field) => [
      field,
      pick<unknown>(field, null, { base: base[field], theirs: theirs[field], yours: yours[field] }),
    ]),
  ) as Pick<Shortlist, (typeof WHOLE)[number]>
  const lines = mergedLines({ base: base.sites, theirs: theirs.sites, yours: yours.sites }, pick, conflicts)
  return { shortlist: { ...whole, sites: inOrder(lines, { base, theirs, yours }, pick) }, conflicts }
}

interface Sides<T> {
  base: T
  theirs: T
  yours: T
}
type Pick3 = <T>(field: string, siteId: string | null, values: Sides<T>) => T

function mergedLines(
  { base, theirs, yours }: Sides<readonly ShortlistSite[]>,
  pick: Pick3,
  conflicts: ShortlistConflict[],
): Map<string, ShortlistSite> {
  const find = (lines: readonly ShortlistSite[], id: string) => lines.find((line) => line.id === id)
  const ids = new Set([...theirs, ...yours].map(({ id }) => id))
  const merged = new Map<string, ShortlistSite>()
  for (const id of ids) {
    const [was, their, your] = [find(base, id), find(theirs, id), find(yours, id)]
    if (their && your) {
      const before = was ?? { ...their, officeIds: [], notes: { fr: null, ar: null, en: null } }
      merged.set(id, {
        id,
        zoneId: their.zoneId,
        officeIds: pick('offices', id, {
          base: before.officeIds,
          theirs: their.officeIds,
          yours: your.officeIds,
        }),
        notes: Object.fromEntries(
          LANGUAGES.map((language) => [
            language,
            pick(`notes.${language}`, id, {
              base: before.notes[language],
              theirs: their.notes[language],
              yours: your.notes[language],
            }),
          ]),
        ) as ShortlistSite['notes'],
      })
      continue
    }
    const line = their ?? your
    if (!line) continue
    // One took it out. If the other had left it as it was, it goes; else it stays, and that is said.
    if (!was) merged.set(id, line)
    else if (!isSameContent(was, line)) {
      merged.set(id, line)
      conflicts.push({ field: 'site', siteId: id, base: was, theirs: their ?? null, yours: your ?? null })
    }
  }
  return merged
}

function inOrder(lines: ReadonlyMap<string, ShortlistSite>, sides: Sides<Shortlist>, pick: Pick3): ShortlistSite[] {
  const idsOf = ({ sites }: Shortlist) => sites.map(({ id }) => id)
  const [base, theirs, yours] = [idsOf(sides.base), idsOf(sides.theirs), idsOf(sides.yours)]
  const common = new Set(base.filter((id) => theirs.includes(id) && yours.includes(id)))
  const among = (ids: readonly string[]) => ids.filter((id) => common.has(id))
  const sequence = pick('sequence', null, { base: among(base), theirs: among(theirs), yours: among(yours) })
  // Who moved lines sees them where they were put; what others added comes after the line it was put behind.
  const [first, second] = isSameContent(sequence, among(theirs)) ? [theirs, yours] : [yours, theirs]
  const order = first.filter((id) => lines.has(id))
  for (const [i, id] of second.entries()) {
    if (order.includes(id) || !lines.has(id)) continue
    const before = second.slice(0, i).findLast((one) => order.includes(one))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
  }
  return order.flatMap((id) => lines.get(id) ?? [])
}
