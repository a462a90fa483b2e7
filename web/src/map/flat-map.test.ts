import { describe, expect, it } from 'vitest'
import { pathOf } from './flat-basemap.ts'
import { placeFlatLabels } from './flat-labels.ts'
import { INSET } from './kingdom.ts'
import { boundsAround, flatMap, metresPerPxAt } from './mercator.ts'
import { scaleStep } from './scale-bar.tsx'

const flat = flatMap(INSET, 268, 188)

describe('flatMap', () => {
  it('shows all of the box, Rabat to the north-east of Casablanca', () => {
    const casablanca = flat.project([-7.59, 33.57])
    const rabat = flat.project([-6.84, 34.02])
    expect(rabat.x).toBeGreaterThan(casablanca.x)
    expect(rabat.y).toBeLessThan(casablanca.y)
    for (const { x, y } of [casablanca, rabat]) expect(x > 0 && x < 268 && y > 0 && y < 188).toBe(true)
  })

  it('measures: ten kilometres across the box are ten kilometres on the scale', () => {
    const box = flatMap(boundsAround(-5, 34, 100, 50), 400, 200)
    expect(box.metresPerPx * 400).toBeCloseTo(100_000, -3)
    expect(metresPerPxAt(0, 0)).toBeCloseTo(78_271.5, 0)
  })
})

describe('scaleStep', () => {
  it('takes the longest round distance that fits', () => {
    expect(scaleStep(1000, 60)).toEqual({ km: 50, px: 50 })
    expect(scaleStep(1000, 49)).toEqual({ km: 25, px: 25 })
  })
})

describe('pathOf', () => {
  it('keeps the corner when a border runs around the picture far outside', () => {
    // Up the west side, over the north-west corner, along the north: without the corner the line would cut the picture.
    const west = [33.4, 33.6, 33.8, 36].map((lat) => [-9, lat])
    const north = [-8.9, -8, -7, -6].map((lon) => [lon, 36])
    const ring = [...west, ...north, [-6, 33], [-9, 33], [-9, 33.4]]
    const points = pathOf({ type: 'Polygon', coordinates: [ring] }, flat).match(/-?[\d.]+ -?[\d.]+/g) ?? []
    const isCorner = (point: string) => point.split(' ').every((value) => Number(value) < 0)
    expect(points.some(isCorner)).toBe(true)
  })

  it('draws nothing of a ring that lies wholly to one side', () => {
    expect(
      pathOf(
        {
          type: 'Polygon',
          coordinates: [
            [
              [-12, 33],
              [-11, 33],
              [-11, 34],
              [-12, 33],
            ],
          ],
        },
        flat,
      ),
    ).toBe('')
  })
})

describe('placeFlatLabels', () => {
  const label = (id: string, x: number, y: number) => ({ id, x, y, text: 'Casablanca', size: 12 })

  it('writes two names of one place on different sides', () => {
    const placed = placeFlatLabels([label('a', 100, 100), label('b', 100, 100)], [], 300, 200)
    expect(new Set(placed.map(({ anchor }) => anchor)).size).toBe(2)
  })

  it('leaves out a name that has no room', () => {
    expect(placeFlatLabels([label('a', 10, 10)], [], 40, 20)).toEqual([])
  })
})
