import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../days.ts'
import {
  A_DAY,
  aBuilding,
  anOffice,
  arbitraryCatalogue,
  arbitraryNeed,
  aZone,
  type SmallCatalogue,
} from './arbitraries.ts'
import { evaluate } from './evaluate.ts'
import { naiveHits } from './naive-hits.ts'
import { nearMisses } from './near-misses.ts'
import { type Need, NO_NEED } from './need.ts'
import type { RelaxedNeed } from './relaxation.ts'
import { Relaxer } from './relaxations.ts'
import { stand } from './stand.ts'

/** The need one step tighter than a relaxation that moves a figure; null where there is no step between. */
function oneStepTighter({ relaxation, need }: RelaxedNeed): Need | null {
  switch (relaxation.term) {
    case 'seats':
    case 'areaM2':
      return { ...need, [relaxation.term]: relaxation.to + 1 }
    case 'availableBy':
      return { ...need, availableBy: addDays(relaxation.to, -1) }
    case 'maxRentMadPerM2Month':
      return { ...need, maxRentMadPerM2Month: Math.round(relaxation.to * 100 - 1) / 100 }
    case 'verifiedWithinDays':
      return { ...need, verifiedWithinDays: relaxation.to - 1 }
    case 'airportKm':
    case 'hsrStationKm':
    case 'railStationKm':
      return relaxation.to === null ? null : { ...need, [relaxation.term]: relaxation.to - 0.01 }
    case 'languages': {
      const { language, to } = relaxation
      const languages = need.languages.map((term) =>
        term.language === language ? { language, minPct: to + 0.01 } : term,
      )
      return { ...need, languages }
    }
    default:
      return null
  }
}

/** Every term of the need given up as far as a single relaxation may ever go. */
function givenUp(need: Need): Need[] {
  const open: Partial<Need>[] = [
    { regions: [] },
    { provinces: [] },
    { statuses: [] },
    { techValley: [] },
    { operators: [] },
    { irCaps: [] },
    { territorialPremiums: [] },
    { incentives: [] },
    { trade: null },
    { skillsCity: false },
    { airportKm: null },
    { hsrStationKm: null },
    { railStationKm: null },
    { area: null },
    { contiguous: false },
    { availableBy: '9999-12-31' },
    { fitOuts: ['shell', 'fitted', 'plug-and-play'] },
    { verifiedWithinDays: Math.max(180, need.verifiedWithinDays) },
    ...need.languages.map((given) => ({ languages: need.languages.filter((term) => term !== given) })),
  ]
  if (need.seats !== null) open.push({ seats: 1 })
  if (need.areaM2 !== null) open.push({ areaM2: 1 })
  if (need.maxRentMadPerM2Month !== null) open.push({ maxRentMadPerM2Month: 1_000_000 })
  return open.map((change) => ({ ...need, ...change }))
}

describe('nearMisses', () => {
  it('announces exactly what each change brings, the zone among it', () => {
    fc.assert(
      fc.property(arbitraryCatalogue, arbitraryNeed, (catalogue, need) => {
        const { index, context } = stand(catalogue)
        const evaluation = evaluate(index, need, context)
        for (const miss of nearMisses(index, evaluation, context, 20)) {
          const hits = naiveHits(catalogue, miss.need, A_DAY)
          expect(miss.hits).toBe(hits.length)
          expect(miss.extraHits).toBe(hits.length - evaluation.hits)
          expect(hits).toContain(miss.zone.id)
          expect(naiveHits(catalogue, need, A_DAY)).not.toContain(miss.zone.id)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('asks for no more than is needed: one step less and the zone fails again', () => {
    fc.assert(
      fc.property(arbitraryCatalogue, arbitraryNeed, (catalogue, need) => {
        const { index, context } = stand(catalogue)
        const relaxer = new Relaxer(index, evaluate(index, need, context), context)
        for (const [place, zone] of index.zones.entries())
          for (const relaxed of relaxer.relaxationsOf(place)) {
            const note = JSON.stringify(relaxed.relaxation)
            expect(naiveHits(catalogue, relaxed.need, A_DAY), note).toContain(zone.id)
            const tighter = oneStepTighter(relaxed)
            if (tighter !== null) expect(naiveHits(catalogue, tighter, A_DAY), note).not.toContain(zone.id)
          }
      }),
      { numRuns: 300 },
    )
  })

  it('changes one term alone', () => {
    fc.assert(
      fc.property(arbitraryCatalogue, arbitraryNeed, (catalogue, need) => {
        const { index, context } = stand(catalogue)
        for (const miss of nearMisses(index, evaluate(index, need, context), context, 20)) {
          const changed = (Object.keys(need) as (keyof Need)[]).filter((term) => miss.need[term] !== need[term])
          expect(changed).toHaveLength(1)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('finds every zone that giving up one term can admit, and no other', () => {
    fc.assert(
      fc.property(arbitraryCatalogue, arbitraryNeed, (catalogue, need) => {
        const { index, context } = stand(catalogue)
        const already = naiveHits(catalogue, need, A_DAY)
        const reachable = new Set(givenUp(need).flatMap((open) => naiveHits(catalogue, open, A_DAY)))
        const expected = catalogue.zones.map(({ id }) => id).filter((id) => reachable.has(id) && !already.includes(id))
        const found = nearMisses(index, evaluate(index, need, context), context, 20).map(({ zone }) => zone.id)
        expect(found.sort()).toEqual(expected.sort())
      }),
      { numRuns: 300 },
    )
  })

  it('puts the smallest relative change first', () => {
    const at = (id: string, seats: number) => anOffice(`${id}-b`, 0, { zoneId: id, seats })
    const ids = ['near', 'nearer', 'far']
    const catalogue: SmallCatalogue = {
      zones: ids.map((id) => aZone(id)),
      buildings: ids.map((id) => aBuilding(`${id}-b`, id)),
      offices: [at('near', 280), at('nearer', 290), at('far', 100)],
      talentPools: [],
      incentives: [],
    }
    const { index, context } = stand(catalogue)
    const misses = nearMisses(index, evaluate(index, { ...NO_NEED, seats: 300 }, context), context, 2)
    expect(misses.map(({ zone, relaxation, extraHits }) => [zone.id, relaxation, extraHits])).toEqual([
      ['nearer', { term: 'seats', from: 300, to: 290 }, 1],
      ['near', { term: 'seats', from: 300, to: 280 }, 2],
    ])
  })

  it('passes over a change that would cost an incentive, for the next that admits the zone', () => {
    const catalogue: SmallCatalogue = {
      zones: [aZone('zone')],
      buildings: [aBuilding('b', 'zone')],
      offices: [anOffice('b', 0, { seats: 290 }), anOffice('b', 1, { seats: 10, freeFrom: '2027-06-01' })],
      talentPools: [],
      incentives: [],
    }
    const { index } = stand(catalogue)
    const verdicts = (_: unknown, { seats }: Need) =>
      new Map([['jobs-grant', (seats ?? 0) >= 300 ? ('yes' as const) : ('no' as const)]])
    const context = { today: A_DAY, verdicts }
    const need: Need = { ...NO_NEED, seats: 300, incentives: ['jobs-grant'] }
    const [miss, ...others] = nearMisses(index, evaluate(index, need, context), context)
    expect(miss).toMatchObject({ relaxation: { term: 'availableBy', from: null, to: '2027-06-01' }, hits: 1 })
    expect(others).toEqual([])
  })

  it('adds one fit-out where that is enough, and all where it takes them all', () => {
    const catalogue = (second: 'shell' | 'plug-and-play'): SmallCatalogue => ({
      zones: [aZone('zone')],
      buildings: [aBuilding('b', 'zone')],
      offices: [anOffice('b', 0, { fitOut: 'shell' }), anOffice('b', 1, { fitOut: second })],
      talentPools: [],
      incentives: [],
    })
    const need: Need = { ...NO_NEED, seats: 200, fitOuts: ['fitted'] }
    const added = (second: 'shell' | 'plug-and-play') => {
      const { index, context } = stand(catalogue(second))
      return new Relaxer(index, evaluate(index, need, context), context).relaxationsOf(0).map((r) => r.relaxation)
    }
    expect(added('shell')).toEqual([{ term: 'fitOuts', added: ['shell'] }])
    expect(added('plug-and-play')).toEqual([{ term: 'fitOuts', added: ['shell', 'plug-and-play'] }])
  })

  it('marks a verification past the law as doubtful', () => {
    const catalogue: SmallCatalogue = {
      zones: [aZone('zone')],
      buildings: [aBuilding('b', 'zone')],
      offices: [anOffice('b', 0, { verifiedOn: addDays(A_DAY, -131) })],
      talentPools: [],
      incentives: [],
    }
    const { index, context } = stand(catalogue)
    const [miss] = nearMisses(index, evaluate(index, { ...NO_NEED, seats: 100 }, context), context)
    expect(miss?.relaxation).toEqual({ term: 'verifiedWithinDays', from: 120, to: 132, isDoubtful: true })
  })
})
