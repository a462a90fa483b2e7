import type { Assumptions, Shortlist, ShortlistSite } from '../../schema/shortlist.ts'
import type { Need } from '../need/need.ts'
import { needFromParams, needToParams } from '../need/url.ts'
import { DEFAULT_WEIGHTS } from '../score/scales.ts'
import type { ScoreProfile } from '../score/score.ts'

/** Five years, the time of a lease and nearly that of the tax measures; 8 m² of office for a seat. */
export const DEFAULT_ASSUMPTIONS: Assumptions = { termMonths: 60, areaM2PerSeat: 8 }

export const NO_SHORTLIST: Shortlist = {
  title: '',
  need: [],
  weights: { ...DEFAULT_WEIGHTS },
  vetoes: [],
  order: 'neutral',
  assumptions: DEFAULT_ASSUMPTIONS,
  sites: [],
}

/** The need of a shortlist. What its pairs hold beside a need is left aside. */
export const needOf = ({ need }: Pick<Shortlist, 'need'>): Need => needFromParams(need).need

/** A need as a shortlist keeps it: two needs that ask the same have the same pairs. */
export const needPairs = (need: Need): Shortlist['need'] => needToParams(need)

/** How the score reads sites here. */
export function profileOf(shortlist: Shortlist): ScoreProfile {
  return {
    weights: shortlist.weights,
    vetoes: shortlist.vetoes,
    byLanguage: needOf(shortlist).languages.length > 0,
  }
}

/** A line for a zone, an office or a block, without notes. `id` is a UUID that the caller makes. */
export const siteLine = (id: string, zoneId: string, officeIds: readonly string[] = []): ShortlistSite => ({
  id,
  zoneId,
  officeIds: [...officeIds],
  notes: { fr: null, ar: null, en: null },
})

/** Whether two lines are of the same zone, office or block. */
export const isSameSite = (a: ShortlistSite, b: ShortlistSite): boolean =>
  a.zoneId === b.zoneId &&
  a.officeIds.length === b.officeIds.length &&
  a.officeIds.every((officeId) => b.officeIds.includes(officeId))

/**
 * A shortlist with the sites of another at its end. What is in both stands once: a note that is missing here is taken
 * from there, one that differs is kept below the own one. Nothing of either is lost. One without sites takes the other
 * whole, with its weights and assumptions.
 */
export function mergeShortlists(own: Shortlist, other: Shortlist): Shortlist {
  if (own.sites.length === 0) return { ...other, title: own.title || other.title }
  const merged = own.sites.map((site) => {
    const twin = other.sites.find((candidate) => isSameSite(site, candidate))
    return twin ? { ...site, notes: mergeNotes(site.notes, twin.notes) } : site
  })
  const ids = new Set(merged.map(({ id }) => id))
  const added = other.sites.filter((site) => !own.sites.some((mine) => isSameSite(mine, site)) && !ids.has(site.id))
  return {
    ...own,
    title: own.title || other.title,
    need: own.need.length > 0 ? own.need : other.need,
    sites: [...merged, ...added],
  }
}

function mergeNotes(own: ShortlistSite['notes'], other: ShortlistSite['notes']): ShortlistSite['notes'] {
  const merge = (mine: string | null, theirs: string | null): string | null => {
    if (theirs === null || mine === theirs || mine?.includes(theirs)) return mine
    return mine === null ? theirs : `${mine}\n${theirs}`
  }
  return { fr: merge(own.fr, other.fr), ar: merge(own.ar, other.ar), en: merge(own.en, other.en) }
}
