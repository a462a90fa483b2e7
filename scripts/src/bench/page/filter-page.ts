import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { polygon } from '@turf/helpers'
import {
  decodeColumns,
  evaluate,
  facetsOf,
  type Need,
  type NeedContext,
  NO_NEED,
  prepare,
  type Ring,
  type RuleZone,
  ringIndex,
  type TalentPool,
} from '@tvl/model'

export type Shape = 'lasso' | 'star'

/** ms to index a ring of 1,000 vertices and test every office's own point, and how many lie inside. */
export interface AreaTimes {
  own: number[]
  turf: number[]
  inside: { own: number; turf: number }
}

/** Runs in Chromium: times the rules over the columns of 100,000 offices, and Turf over the same points. */
export interface FilterTimes {
  offices: number
  zones: number
  /** ms of filter and facet counts together, per need */
  filterAndFacets: number[]
  areas: Record<Shape, AreaTimes>
}

const NEEDS: readonly Partial<Need>[] = [
  { seats: 300, availableBy: '2027-09-01', languages: [{ language: 'fr', minPct: 20 }] },
  { seats: 120, availableBy: '2027-03-01', fitOuts: ['plug-and-play'] },
  { seats: 600, contiguous: false, maxRentMadPerM2Month: 110, airportKm: 25 },
  { areaM2: 1500, regions: ['MA-03', 'MA-06'], verifiedWithinDays: 60 },
  {},
]

const VERTICES = 1000

/** Radius by angle. A lasso is what a hand draws; a star's edges all run in and out, the worst case for any index. */
const SHAPES: Record<Shape, (angle: number, i: number) => number> = {
  lasso: (angle, i) => 3 + 0.4 * Math.sin(5 * angle) + 0.02 * ((i * 7919) % 10) * 0.1,
  star: (_, i) => (i % 2 === 0 ? 3.5 : 2.4),
}

/** A closed ring of 1,000 vertices over the middle of the country. */
function ringOf(shape: Shape): Ring {
  const corners = Array.from({ length: VERTICES - 1 }, (_, i) => {
    const angle = (i / (VERTICES - 1)) * 2 * Math.PI
    const radius = SHAPES[shape](angle, i)
    return [-6.5 + radius * Math.cos(angle), 32.5 + radius * 0.8 * Math.sin(angle)] as const
  })
  return [...corners, corners[0] ?? [0, 0]]
}

const timed = (body: () => void): number => {
  const started = performance.now()
  body()
  return performance.now() - started
}

async function measure(): Promise<FilterTimes> {
  const [bytes, { zones, pools, today }] = await Promise.all([
    fetch('/columns').then((response) => response.arrayBuffer()),
    fetch('/zones').then((response) => response.json()) as Promise<{
      zones: RuleZone[]
      pools: TalentPool[]
      today: string
    }>,
  ])
  const columns = decodeColumns(bytes)
  const index = prepare(columns, zones, pools)
  const context: NeedContext = { today, verdicts: () => new Map() }
  const run = (change: Partial<Need>) => () => {
    facetsOf(index, evaluate(index, { ...NO_NEED, ...change }, context), context)
  }
  for (const change of NEEDS) run(change)()
  const filterAndFacets = Array.from({ length: 12 }, () => NEEDS.map((change) => timed(run(change)))).flat()

  // Every office gets a point of its own, so that sharing a building's position cannot flatter our figure.
  const points = Array.from({ length: columns.count }, (_, i) => {
    const building = columns.building[i] ?? 0
    const jitter = ((i * 7919) % 1000) / 1e5
    return [
      (columns.buildingLonLat[2 * building] ?? 0) + jitter,
      (columns.buildingLonLat[2 * building + 1] ?? 0) - jitter,
    ] as [number, number]
  })
  return {
    offices: columns.count,
    zones: zones.length,
    filterAndFacets,
    areas: { lasso: timeArea(ringOf('lasso'), points), star: timeArea(ringOf('star'), points) },
  }
}

function timeArea(ring: Ring, points: readonly [number, number][]): AreaTimes {
  const area = polygon([ring.map(([lon, lat]) => [lon, lat])])
  const inside = { own: 0, turf: 0 }
  const ours = () => {
    const isInside = ringIndex(ring)
    inside.own = 0
    for (const [lon, lat] of points) if (isInside(lon, lat)) inside.own++
  }
  const theirs = () => {
    inside.turf = 0
    for (const point of points) if (booleanPointInPolygon(point, area)) inside.turf++
  }
  ours()
  const own: number[] = []
  const turf: number[] = []
  for (let round = 0; round < 3; round++) {
    own.push(timed(ours))
    turf.push(timed(theirs))
  }
  return { own, turf, inside }
}

declare global {
  interface Window {
    measured: Promise<FilterTimes>
  }
}
window.measured = measure()
