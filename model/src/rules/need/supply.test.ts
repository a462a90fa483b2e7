import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { A_DAY, arbitraryCatalogue, arbitraryNeed } from './arbitraries.ts'
import { naiveBlocks, naiveHits } from './naive-hits.ts'
import { NO_NEED } from './need.ts'
import { stand } from './stand.ts'
import { supplyByQuarter } from './supply.ts'

describe('supplyByQuarter', () => {
  it('says for each quarter what the need asked for its first day would say', () => {
    fc.assert(
      fc.property(arbitraryCatalogue, arbitraryNeed, (catalogue, need) => {
        const { index, context } = stand(catalogue)
        for (const { on, hits, contiguousSeats } of supplyByQuarter(index, need, context)) {
          const asked = { ...need, availableBy: on }
          expect(hits).toBe(naiveHits(catalogue, asked, A_DAY).length)
          for (const [i, { id }] of catalogue.zones.entries()) {
            const offices = catalogue.offices.map((o) => o.properties).filter((o) => o.zoneId === id)
            const most = Math.max(0, ...naiveBlocks(offices, asked, A_DAY).map(({ seats }) => seats))
            expect(contiguousSeats[i]).toBe(most)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('begins today and goes on with the first days of twelve more quarters', () => {
    const { index, context } = stand({ zones: [], buildings: [], offices: [], talentPools: [], incentives: [] })
    const days = [...supplyByQuarter(index, NO_NEED, context)].map(({ on }) => on)
    expect(days.slice(0, 3)).toEqual(['2026-11-23', '2027-01-01', '2027-04-01'])
    expect(days).toHaveLength(13)
    expect(days.at(-1)).toBe('2029-10-01')
  })
})
