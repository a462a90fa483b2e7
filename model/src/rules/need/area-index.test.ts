import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../columns.ts'
import { aBuilding, anOffice } from './arbitraries.ts'
import { buildingsInArea, officesInArea, ringIndex } from './area-index.ts'
import { naivelyInRing } from './naive-hits.ts'
import type { Ring } from './need.ts'

const square: Ring = [
  [-8, 33],
  [-7, 33],
  [-7, 34],
  [-8, 34],
  [-8, 33],
]

/** Points on a small grid: corners, edges, level edges and crossings of a ring with itself are met all the time. */
const gridPoint = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }))
const gridRing: fc.Arbitrary<Ring> = fc.array(gridPoint, { minLength: 1, maxLength: 40 })
/** Multiples of 2^-16: products of their differences are exact, so that the two tests cannot differ by rounding. */
const degree = fc.integer({ min: -655_360, max: 655_360 }).map((n) => n / 65_536)
const freeRing: fc.Arbitrary<Ring> = fc.array(fc.tuple(degree, degree), { minLength: 3, maxLength: 200 })

type Point = readonly [number, number]
const differing = (ring: Ring, points: readonly Point[]) => {
  const isInside = ringIndex(ring)
  return points.filter(([x, y]) => isInside(x, y) !== naivelyInRing(ring, x, y))
}
const halfSteps = Array.from({ length: 21 }, (_, i) => i / 2 - 1)
const gridPoints = halfSteps.flatMap((x) => halfSteps.map((y): Point => [x, y]))

describe('ringIndex', () => {
  it('agrees with testing every edge, on the boundary too', () => {
    fc.assert(fc.property(gridRing, (ring) => void expect(differing(ring, gridPoints)).toEqual([])))
  })

  it('agrees with testing every edge, anywhere and for rings that cross themselves', () => {
    const points = fc.array(fc.tuple(degree, degree), { maxLength: 50 })
    fc.assert(fc.property(freeRing, points, (ring, some) => void expect(differing(ring, some)).toEqual([])))
  })

  it('agrees for a thousand vertices of a comb, where every height meets every edge', () => {
    const teeth = Array.from({ length: 1000 }, (_, i): Point => [i / 128, i % 2 === 0 ? 0 : 8])
    const points = Array.from(
      { length: 2000 },
      (_, i): Point => [((i * 7919) % 1024) / 128, ((i * 104_729) % 1280) / 128 - 1],
    )
    expect(differing([...teeth, [8, -1], [0, -1]], points)).toEqual([])
  })

  it('agrees for a thousand vertices of a star drawn by an unsteady hand', () => {
    const round = (value: number) => Math.round(value * 65_536) / 65_536
    const star = Array.from({ length: 1000 }, (_, i): Point => {
      const [angle, radius] = [(i / 500) * Math.PI, 1 + ((i * 7919) % 1000) / 1000]
      return [round(radius * Math.cos(angle)), round(radius * Math.sin(angle))]
    })
    const points = Array.from(
      { length: 2000 },
      (_, i): Point => [((i * 7919) % 4096) / 1024 - 2, ((i * 104_729) % 4096) / 1024 - 2],
    )
    expect(differing(star, [...points, ...star])).toEqual([])
  })

  it('closes an open ring, and holds its corners and edges', () => {
    for (const ring of [square, square.slice(0, 4)]) {
      const isInside = ringIndex(ring)
      expect([isInside(-7.5, 33.5), isInside(-8, 33), isInside(-8, 33.5), isInside(-7.5, 34)]).toEqual(
        Array(4).fill(true),
      )
      expect([isInside(-8.000001, 33.5), isInside(-7.5, 34.000001)]).toEqual([false, false])
    }
  })

  it('takes rings without height, width or sense', () => {
    expect(
      ringIndex([
        [-8, 33],
        [-7, 33],
        [-8, 33],
      ])(-7.5, 33),
    ).toBe(true)
    expect(
      ringIndex([
        [-8, 33],
        [-8, 34],
        [-8, 33],
      ])(-8, 33.5),
    ).toBe(true)
    expect(
      ringIndex([
        [0, 0],
        [5e-324, 5e-324],
        [0, 5e-324],
      ])(0, 0),
    ).toBe(true)
    expect(
      ringIndex([
        [Number.NaN, 0],
        [1, 1],
        [0, 1],
      ])(0.5, 0.9),
    ).toBe(false)
    expect(
      ringIndex([
        [0, 0],
        [Infinity, 1],
        [0, 1],
      ])(-1, 0.5),
    ).toBe(false)
  })

  it('holds nothing where nothing is drawn, and no point without a position', () => {
    expect(ringIndex([])(0, 0)).toBe(false)
    expect(ringIndex(square)(Number.NaN, Number.NaN)).toBe(false)
  })
})

describe('offices in an area', () => {
  it('are those of the buildings in it', () => {
    const columns = columnsOf(
      [anOffice('in', 0), anOffice('in', 1), anOffice('out', 0), anOffice('unplaced', 0)],
      [aBuilding('in', 'zone', [-7.5, 33.5]), aBuilding('out', 'zone', [-6, 33.5])],
    )
    expect([...buildingsInArea(columns, ringIndex(square))]).toEqual([1, 0, 0])
    expect([...officesInArea(columns, ringIndex(square))]).toEqual([1, 1, 0, 0])
  })
})
