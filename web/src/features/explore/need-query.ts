import { type Need, zoneFilterCql2 } from '@tvl/model'
import type { ZoneIndex } from '../../api/zone-index.ts'

export interface NeedQuery {
  /** CQL2 text; empty when nothing is asked. */
  cql2: string
  /** Address of the same question at the API, in the same order. */
  href: string
}

/** The need as the standard API takes it. */
export function needQuery(need: Need, { context, index }: ZoneIndex): NeedQuery {
  const cql2 = zoneFilterCql2(need, context.today, { zones: index.zones, verdicts: context.verdicts })
  const search = new URLSearchParams()
  if (cql2) {
    search.set('filter-lang', 'cql2-text')
    search.set('filter', cql2)
  }
  search.set('sortby', '-score')
  if (need.availableBy) search.set('score-date', need.availableBy)
  if (need.languages.length > 0) search.set('score-languages', need.languages.map(({ language }) => language).join(','))
  search.set('limit', '100')
  return { cql2, href: `/ogc/collections/zones/items?${search}` }
}
