import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inColumnOrder } from '../columns.ts'
import { addDays, dayOfIso } from '../days.ts'
import {
  A_DAY,
  aBuilding,
  anOffice,
  arbitraryCatalogue,
  arbitraryNeed,
  aTalentPool,
  aZone,
  type SmallCatalogue,
} from './arbitraries.ts'
import { countHits, evaluate, failingTerms } from './evaluate.ts'
import { naiveBlocks, naiveHits, naivelyPasses } from './naive-hits.ts'
import { type Need, NO_NEED } from './need.ts'
import { stand } from './stand.ts'

const oneZone = (offices: SmallCatalogue['offices'], zone = aZone('zone')): SmallCatalogue => ({
  zones: [zone],
  buildings: [aBuilding('b', 'zone')],
  offices,
  talentPools: [],
  incentives: [],
})

function ask(catalogue: SmallCatalogue, need: Partial<Need>) {
  const { index, context } = stand(catalogue)
  const [zone] = evaluate(index, { ...NO_NEED, ...need }, context).zones
  if (zone === undefined) throw new Error('no zone')
  return zone
}

describe('evaluate', () => {
  it('agrees with the need said plainly, on any catalogue and need', () => {
    fc.assert(
      fc.property(arbitraryCatalogue, arbitraryNeed, (catalogue, need) => {
        const { index, context } = stand(catalogue)
        const { zones, hits } = evaluate(index, need, context)
        const ids = zones.filter(({ isHit }) => isHit).map(({ zone }) => zone.id)
        expect(ids).toEqual(naiveHits(catalogue, need, A_DAY))
        expect(hits).toBe(ids.length)
        expect(countHits(index, need, context)).toBe(hits)
      }),
      { numRuns: 600 },
    )
  })

  it('sums and marks the very offices that pass', () => {
    fc.assert(
      fc.property(arbitraryCatalogue, arbitraryNeed, (catalogue, need) => {
        const { index, context } = stand(catalogue)
        const { zones, officeMatch } = evaluate(index, need, context)
        const rows = inColumnOrder(catalogue.offices).map(({ properties }) => properties)
        expect([...officeMatch]).toEqual(rows.map((office) => (naivelyPasses(office, need, A_DAY) ? 1 : 0)))
        for (const { zone, freeSeats, contiguousSeats, contiguousAreaM2, block } of zones) {
          const offices = rows.filter((office) => office.zoneId === zone.id)
          const blocks = naiveBlocks(offices, need, A_DAY)
          expect(freeSeats).toBe(blocks.reduce((sum, b) => sum + b.seats, 0))
          expect(contiguousSeats).toBe(Math.max(0, ...blocks.map((b) => b.seats)))
          expect(contiguousAreaM2).toBe(Math.max(0, ...blocks.map((b) => b.areaM2)))
          const fitting = blocks.filter((b) => b.seats >= (need.seats ?? 0) && b.areaM2 >= (need.areaM2 ?? 0))
          const most = Math.max(0, ...(fitting.length > 0 ? fitting : blocks).map((b) => b.seats))
          expect(block?.seats ?? 0).toBe(most)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('a block', () => {
  it('joins neighbours of one building, and ends where the order has a gap or the building ends', () => {
    const offices = [anOffice('b', 0), anOffice('b', 1), anOffice('b', 3), anOffice('c', 4, { seats: 150 })]
    const zone = ask(oneZone(offices), { seats: 200 })
    expect(zone.isHit).toBe(true)
    expect(zone.block).toMatchObject({ buildingId: 'b', seats: 200, areaM2: 1000, fromStackOrder: 0, toStackOrder: 1 })
    expect(zone.freeSeats).toBe(450)
    expect(ask(oneZone(offices), { seats: 201 }).isHit).toBe(false)
    expect(ask(oneZone(offices), { seats: 450, contiguous: false }).isHit).toBe(true)
  })

  it('is the first of those with equally many seats', () => {
    const zone = ask(oneZone([anOffice('b', 0), anOffice('b', 2), anOffice('c', 0)]), { seats: 100 })
    expect(zone.block).toMatchObject({ buildingId: 'b', fromStackOrder: 0 })
  })

  it('has the seats and the area both: two blocks that share them out do not answer', () => {
    const apart = oneZone([
      anOffice('b', 0, { seats: 300, areaM2: 100 }),
      anOffice('b', 2, { seats: 10, areaM2: 3000 }),
    ])
    expect(failingTerms(ask(apart, { seats: 300, areaM2: 3000 }))).toEqual(['seats', 'areaM2'])
    expect(ask(apart, { seats: 300, areaM2: 3000, contiguous: false }).isHit).toBe(true)
    expect(ask(apart, { areaM2: 3000 }).block).toMatchObject({ seats: 10, areaM2: 3000 })
  })

  it('is free when its last office is, and as fresh as its oldest verification', () => {
    const later = { status: 'let' as const, leaseEndsOn: '2027-05-31', verifiedOn: addDays(A_DAY, -200) }
    const zone = ask(oneZone([anOffice('b', 0), anOffice('b', 1, later)]), { seats: 200, availableBy: '2027-09-01' })
    expect(zone.block).toMatchObject({
      availableFromDay: dayOfIso('2027-06-01'),
      verifiedDay: dayOfIso(A_DAY),
      oldestVerifiedDay: dayOfIso(A_DAY) - 200,
    })
  })
})

describe('freshness', () => {
  const verified = (daysAgo: number, status: 'free' | 'let' = 'free') =>
    oneZone([anOffice('b', 0, { status, leaseEndsOn: addDays(A_DAY, -2), verifiedOn: addDays(A_DAY, -daysAgo) })])

  it('counts a free office 119 days after its verification and not on the 120th', () => {
    expect(ask(verified(119), { seats: 100 }).isHit).toBe(true)
    expect(ask(verified(120), { seats: 100 }).isHit).toBe(false)
  })

  it('gives leases the slower clock, unless the need asks for less', () => {
    expect(ask(verified(359, 'let'), { seats: 100 }).isHit).toBe(true)
    expect(ask(verified(360, 'let'), { seats: 100 }).isHit).toBe(false)
    expect(ask(verified(90, 'let'), { seats: 100, verifiedWithinDays: 90 }).isHit).toBe(false)
    expect(ask(verified(89, 'let'), { seats: 100, verifiedWithinDays: 90 }).isHit).toBe(true)
  })

  it('admits a doubtful office only where the need says so', () => {
    expect(ask(verified(149), { seats: 100, verifiedWithinDays: 150 }).isHit).toBe(true)
    expect(ask(verified(150), { seats: 100, verifiedWithinDays: 150 }).isHit).toBe(false)
  })
})

describe('a zone without inventory', () => {
  it('answers until something is asked of its offices', () => {
    expect(ask(oneZone([]), { airportKm: 10 }).isHit).toBe(true)
    expect(failingTerms(ask(oneZone([]), { availableBy: A_DAY }))).toEqual(['offices'])
    expect(failingTerms(ask(oneZone([]), { verifiedWithinDays: 119 }))).toEqual(['offices'])
    expect(ask(oneZone([]), { verifiedWithinDays: 150 }).isHit).toBe(true)
    expect(failingTerms(ask(oneZone([]), { seats: 1 }))).toEqual(['seats'])
  })
})

describe('what is not known', () => {
  it('keeps a zone whose region publishes no share of the language, and drops one that publishes too few', () => {
    const french = { languages: [{ language: 'fr' as const, minPct: 20 }] }
    const withShare = (literateFrenchPct: number | null): SmallCatalogue => ({
      ...oneZone([]),
      talentPools: [aTalentPool('t', { regionId: 'MA-03', literateFrenchPct })],
    })
    expect(ask(withShare(null), french).isHit).toBe(true)
    expect(ask(withShare(20), french).isHit).toBe(true)
    expect(failingTerms(ask(withShare(19.99), french))).toEqual(['languages'])
  })

  it('drops a zone whose distance or rent is not known', () => {
    expect(ask(oneZone([], aZone('zone', { airportKm: null })), { airportKm: 1000 }).isHit).toBe(false)
    const noRent = oneZone([anOffice('b', 0, { rentMadPerM2Month: null })])
    expect(ask(noRent, { maxRentMadPerM2Month: 42_949_672.95 }).isHit).toBe(false)
    expect(ask(noRent, {}).minRentMadPerM2Month).toBeNull()
  })

  it('drops a zone for an incentive that no rule knows', () => {
    expect(failingTerms(ask(oneZone([]), { incentives: ['invented'] }))).toEqual(['incentives'])
  })
})
