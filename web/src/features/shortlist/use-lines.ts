import { isSameSite, mergeShortlists, type Shortlist, type ShortlistSite, siteLine } from '@tvl/model'
import { v4 as newId } from 'uuid'

/** Of one line, as the API takes them. */
const MOST_UNITS = 40

export type Change = (content: Shortlist, isUndoable?: boolean) => void

/** What one can do to the lines of a shortlist. */
export function linesOf(content: Shortlist, change: Change) {
  const { sites } = content
  const put = (next: ShortlistSite[], isUndoable = false, more: Partial<Shortlist> = {}) =>
    change({ ...content, ...more, sites: next }, isUndoable)
  return {
    add: (zoneId: string, officeIds: readonly string[] = []) => {
      const line = siteLine(newId(), zoneId, officeIds)
      if (!sites.some((site) => isSameSite(site, line))) put([...sites, line])
    },
    /** Makes one block of two lines of offices: they stand in the first, with the notes of both. */
    join: (into: string, id: string) => {
      const [first, second] = [into, id].map((one) => sites.find((site) => site.id === one))
      if (!first || !second) return
      const officeIds = [...new Set([...first.officeIds, ...second.officeIds])].slice(0, MOST_UNITS)
      const { notes } = mergeShortlists(
        { ...content, sites: [first] },
        { ...content, sites: [{ ...second, officeIds: first.officeIds }] },
      ).sites[0] ?? { notes: first.notes }
      put(
        sites.flatMap((site) => (site.id === id ? [] : site.id === into ? [{ ...site, officeIds, notes }] : [site])),
        true,
      )
    },
    remove: (id: string) =>
      put(
        sites.filter((site) => site.id !== id),
        true,
      ),
    note: (id: string, language: 'fr' | 'ar' | 'en', text: string) =>
      put(
        sites.map((site) =>
          site.id === id ? { ...site, notes: { ...site.notes, [language]: text === '' ? null : text } } : site,
        ),
      ),
    /** Moves a line among those shown; from then on the order is the agency’s own. */
    move: (shown: readonly string[], id: string, by: -1 | 1) => {
      const order = [...shown]
      const from = order.indexOf(id)
      const to = from + by
      if (from < 0 || to < 0 || to >= order.length) return
      order.splice(from, 1)
      order.splice(to, 0, id)
      put(
        order.flatMap((one) => sites.find((site) => site.id === one) ?? []),
        false,
        { order: 'agency' },
      )
    },
  }
}
