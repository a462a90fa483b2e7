import {
  compareOrder,
  evaluate,
  type Incentive,
  incentiveVerdicts,
  type Need,
  prepare,
  type Ring,
  type RuleZone,
  scoreZones,
  type TalentPool,
  type Zone,
  zoneFilterCql2,
} from '@tvl/model'
import { A_DAY, arbitraryCatalogue, arbitraryNeedWith } from '@tvl/model/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Snapshot, snapshotOf } from '../catalogue/snapshot.ts'
import { demoSnapshot } from '../testing/demo-snapshot.ts'
import { ogcApp } from '../testing/ogc-app.ts'

/** The catalogue as the page's rules read it: from the features that the API serves. */
function rulesOf(snapshot: Snapshot) {
  const features = (id: 'zones' | 'talent-pools' | 'incentives') => {
    const table = snapshot.collection(id)
    return table.ids.map((_, row) => table.feature(row, 'fr'))
  }
  const zones = features('zones').map(({ id, geometry, properties }): RuleZone => {
    const [lon = Number.NaN, lat = Number.NaN] = geometry?.type === 'Point' ? geometry.coordinates : []
    return { id, lon, lat, properties: properties as Zone }
  })
  const pools = features('talent-pools').map(({ properties }) => properties as TalentPool)
  const incentives = features('incentives').map(({ id, properties }) => ({ id, ...(properties as Incentive) }))
  const context = { today: snapshot.today, verdicts: incentiveVerdicts(incentives, [], snapshot.today) }
  return { index: prepare(snapshot.columns, zones, pools), context, pools, zones, incentives }
}

type Rules = ReturnType<typeof rulesOf>

/** What the page lists: the hits of the evaluation, in the neutral order. */
function listed({ index, context, pools }: Rules, need: Need): string[] {
  const scores = scoreZones(index, context.today, new Map(pools.map((pool) => [pool.regionId ?? '', pool])), need)
  return evaluate(index, need, context)
    .zones.filter(({ isHit }) => isHit)
    .flatMap(({ zone }) => scores.get(zone.id)?.score ?? [])
    .sort(compareOrder)
    .map(({ id }) => id)
}

async function asked(
  app: Awaited<ReturnType<typeof ogcApp>>,
  { zones, context }: Rules,
  need: Need,
): Promise<string[]> {
  const filter = zoneFilterCql2(need, context.today, { zones, verdicts: context.verdicts })
  const query = new URLSearchParams({ sortby: '-score', limit: '1000' })
  if (filter !== '') query.set('filter', filter)
  if (need.availableBy) query.set('score-date', need.availableBy)
  if (need.languages.length > 0) query.set('score-languages', need.languages.map(({ language }) => language).join(','))
  const response = await app.inject(`/ogc/collections/zones/items?${query}`)
  expect(response.statusCode, `${filter}\n${response.body.slice(0, 300)}`).toBe(200)
  return response.json().features.map(({ id }: { id: string }) => id)
}

/** A ring that doesn’t cross itself, as one drawn on the map: the API refuses the others as no polygons. */
const simpleRing: fc.Arbitrary<Ring> = fc
  .tuple(
    fc.integer({ min: -9, max: -5 }),
    fc.integer({ min: 30, max: 35 }),
    fc.array(fc.tuple(fc.double({ min: 0.3, max: 4, noNaN: true }), fc.double({ min: 0, max: 0.8, noNaN: true })), {
      minLength: 4,
      maxLength: 9,
    }),
  )
  .map(([lon, lat, corners]): Ring => {
    const ring = corners.map(([radius, shift], i): [number, number] => {
      const angle = ((i + shift) * 2 * Math.PI) / corners.length
      return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)]
    })
    return [...ring, ring[0] ?? [lon, lat]]
  })
const drawn = arbitraryNeedWith(fc.option(simpleRing, { nil: null, freq: 2 }))

describe('a need sent as CQL2', () => {
  it('gives the ids of the page, in its order, over random catalogues', async () => {
    let snapshot = demoSnapshot()
    const app = await ogcApp(() => snapshot)
    await fc.assert(
      fc.asyncProperty(arbitraryCatalogue, drawn, async (small, need) => {
        snapshot = snapshotOf(
          [...small.zones, ...small.buildings, ...small.offices, ...small.talentPools, ...small.incentives],
          { changeNumber: 1, today: A_DAY },
        )
        const rules = rulesOf(snapshot)
        expect(await asked(app, rules, need)).toEqual(listed(rules, need))
      }),
      { numRuns: 150 },
    )
    await app.close()
  })

  it('gives the ids of the page, in its order, over the seeded catalogue', async () => {
    const app = await ogcApp()
    const rules = rulesOf(demoSnapshot())
    const ids = rules.incentives.map(({ id }) => id)
    const need = fc
      .tuple(drawn, fc.subarray(ids, { maxLength: 2 }))
      .map(([plain, incentives]): Need => ({ ...plain, incentives: plain.incentives.length > 0 ? incentives : [] }))
    await fc.assert(
      fc.asyncProperty(need, async (one) => {
        expect(await asked(app, rules, one)).toEqual(listed(rules, one))
      }),
      { numRuns: 150 },
    )
    await app.close()
  })
})
