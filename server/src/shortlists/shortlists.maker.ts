import { NO_NEED, NO_SHORTLIST, needPairs, type Shortlist, type ShortlistSite, siteLine } from '@tvl/model'

/** A UUID that tells its number: `lineId(1)` is the first line’s. */
export const lineId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** Lines for zones, in this order. */
export const zoneLines = (...zoneIds: readonly string[]): ShortlistSite[] =>
  zoneIds.map((zoneId, i) => siteLine(lineId(i + 1), zoneId))

/** 300 French-speaking seats by September 2027 in three zones; give only what the test is about. */
export const aShortlist = (change: Partial<Shortlist> = {}): Shortlist => ({
  ...NO_SHORTLIST,
  title: 'Trois sites pour 300 sièges francophones',
  need: needPairs({
    ...NO_NEED,
    seats: 300,
    availableBy: '2027-09-01',
    languages: [{ language: 'fr', minPct: 20 }],
  }),
  sites: zoneLines('fes-shore', 'casanearshore', 'technopolis-rabat'),
  ...change,
})
