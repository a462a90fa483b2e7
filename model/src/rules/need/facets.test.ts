import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { A_DAY, arbitraryCatalogue, arbitraryNeed } from './arbitraries.ts'
import { evaluate } from './evaluate.ts'
import { type FacetOption, facetsOf } from './facets.ts'
import { naiveHits } from './naive-hits.ts'
import { type Need, NO_NEED } from './need.ts'
import { stand } from './stand.ts'

const LISTS = [
  'regions',
  'provinces',
  'statuses',
  'techValley',
  'operators',
  'irCaps',
  'territorialPremiums',
  'fitOuts',
  'incentives',
] as const

describe('facetsOf', () => {
  it('announces for each option the hits that choosing it alone would give', () => {
    fc.assert(
      fc.property(arbitraryCatalogue, arbitraryNeed, (catalogue, need) => {
        const { index, context } = stand(catalogue)
        const facets = facetsOf(index, evaluate(index, need, context), context)
        const hitsOf = (change: Partial<Need>) => naiveHits(catalogue, { ...need, ...change }, A_DAY).length
        for (const list of LISTS)
          for (const { value, hits } of facets[list]) expect(hits, `${list} ${value}`).toBe(hitsOf({ [list]: [value] }))
        for (const { value, hits } of facets.languages) {
          const asked = need.languages.find(({ language }) => language === value)
          expect(hits).toBe(hitsOf({ languages: [asked ?? { language: value, minPct: 20 }] }))
        }
        expect(facets.skillsCity[0]?.hits).toBe(hitsOf({ skillsCity: true }))
      }),
      { numRuns: 100 },
    )
  })

  it('gives each option the zones it has when nothing is asked', () => {
    fc.assert(
      fc.property(arbitraryCatalogue, arbitraryNeed, (catalogue, need) => {
        const { index, context } = stand(catalogue)
        const facets = facetsOf(index, evaluate(index, { ...need, trade: null }, context), context)
        const alone = (change: Partial<Need>) => naiveHits(catalogue, { ...NO_NEED, ...change }, A_DAY).length
        for (const list of LISTS.filter((name) => name !== 'fitOuts'))
          for (const { value, total } of facets[list])
            expect(total, `${list} ${value}`).toBe(alone({ [list]: [value] }))
        for (const { value, total } of facets.fitOuts) {
          const offices = catalogue.offices.filter(({ properties }) => properties.fitOut === value)
          expect(total).toBe(new Set(offices.map(({ properties }) => properties.zoneId)).size)
        }
        expect(facets.skillsCity[0]?.total).toBe(alone({ skillsCity: true }))
      }),
      { numRuns: 100 },
    )
  })

  it('marks what is chosen, and keeps a choice that no zone has', () => {
    fc.assert(
      fc.property(arbitraryCatalogue, arbitraryNeed, (catalogue, need) => {
        const { index, context } = stand(catalogue)
        const facets = facetsOf(index, evaluate(index, need, context), context)
        for (const list of LISTS) {
          const options: FacetOption<unknown>[] = facets[list]
          const chosen = options.filter(({ isChosen }) => isChosen).map(({ value }) => value)
          expect(new Set(chosen)).toEqual(new Set<unknown>(need[list]))
          expect(new Set(options.map(({ value }) => value)).size).toBe(options.length)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('files every zone that passes the other terms into one bin of seats', () => {
    fc.assert(
      fc.property(arbitraryCatalogue, arbitraryNeed, fc.constantFrom(1, 50, 100), (catalogue, some, edge) => {
        const need: Need = { ...some, seats: edge, areaM2: null }
        const { index, context } = stand(catalogue)
        const { seats } = facetsOf(index, evaluate(index, need, context), context)
        const atLeast = seats.filter(({ from }) => from >= edge).reduce((sum, { zones }) => sum + zones, 0)
        expect(atLeast).toBe(naiveHits(catalogue, need, A_DAY).length)
        const all = seats.reduce((sum, { zones }) => sum + zones, 0)
        const { availableBy, fitOuts, maxRentMadPerM2Month, verifiedWithinDays } = NO_NEED
        const onZonesAlone = { ...need, seats: null, availableBy, fitOuts, maxRentMadPerM2Month, verifiedWithinDays }
        expect(all).toBe(naiveHits(catalogue, onZonesAlone, A_DAY).length)
      }),
      { numRuns: 100 },
    )
  })
})
