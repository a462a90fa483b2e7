import { tellVisit } from '../api/visits.ts'
import { useShortlist } from '../state/shortlist.ts'

/** A person keeps one site after the other; a file that is merged in brings many, and says nothing new. */
const MOST_AT_ONCE = 3

/** Tells which zones are kept, for as long as the page is open: not in which shortlist, nor with what. */
export function tellKeeps(): void {
  useShortlist.subscribe(({ content }, { content: before }) => {
    const known = new Set(before.sites.map(({ id }) => id))
    const added = content.sites.filter(({ id }) => !known.has(id)).map(({ zoneId }) => zoneId)
    if (added.length > 0 && added.length <= MOST_AT_ONCE) tellVisit('keep', [...new Set(added)])
  })
}
