import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Geometry, type Position, SPATIAL } from './ast.ts'
import { compileCql2 } from './compile.ts'
import { parseCql2Text } from './parse-text.ts'
import { pointLocator } from './point-locator.ts'
import { geometryFault, relate } from './relate.ts'
import { overRows } from './rows.maker.ts'

const geometryOf = (wkt: string): Geometry => {
  const tree = parseCql2Text(`f(${wkt})`)
  const literal = tree.type === 'call' ? tree.args[0] : undefined
  if (literal?.type !== 'geometry') throw new Error(wkt)
  return literal.value
}

/** Which spatial functions hold between a row's geometry and a literal, either way round. */
function relations(geometry: string, literal: string, points = false): string[] {
  const environment = overRows([{ geometry: geometryOf(geometry) }], { points })
  const holds = (filter: string): boolean => compileCql2(parseCql2Text(filter), environment)(0)
  const found = SPATIAL.filter((op) => holds(`${op}(geometry, ${literal})`))
  const mirrored = found.map((op) => ({ s_within: 's_contains', s_contains: 's_within' })[op as string] ?? op)
  expect(SPATIAL.filter((op) => holds(`${op}(${literal}, geometry)`)).toSorted()).toEqual(mirrored.toSorted())
  return found.map((op) => op.slice(2)).toSorted()
}

const SQUARE = 'POLYGON((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))'

describe('spatial functions', () => {
  it.each([
    ['POINT(3 3)', SQUARE, ['intersects', 'within']],
    ['POINT(4 3)', SQUARE, ['intersects', 'touches']],
    ['POINT(1.5 1.5)', SQUARE, ['disjoint']],
    ['POINT(1 1.5)', SQUARE, ['intersects', 'touches']],
    ['POINT(0 0)', SQUARE, ['intersects', 'touches']],
    ['POINT(5 3)', SQUARE, ['disjoint']],
    ['POINT(1 2)', 'POINT(1 2)', ['contains', 'equals', 'intersects', 'within']],
    ['POINT(1 2)', 'MULTIPOINT(1 2, 3 4)', ['intersects', 'within']],
    ['POINT(1 2)', 'MULTIPOINT(1 2, 1 2)', ['contains', 'equals', 'intersects', 'within']],
    ['POINT(1 1)', 'LINESTRING(0 0, 2 2)', ['intersects', 'within']],
    ['POINT(0 0)', 'LINESTRING(0 0, 2 2)', ['intersects', 'touches']],
    ['POINT(1 1)', 'BBOX(0,0,1,1)', ['intersects', 'touches']],
    ['POINT(1 1)', 'BBOX(1,0,1,2)', ['intersects', 'within']],
    ['POINT(1 1)', 'BBOX(1,1,1,1)', ['contains', 'equals', 'intersects', 'within']],
    ['POINT(179 0)', 'BBOX(170,-10,-170,10)', ['intersects', 'within']],
    ['POINT(0 0)', 'BBOX(170,-10,-170,10)', ['disjoint']],
    ['POINT(-175 1)', 'BBOX(170,1,-170,1)', ['intersects', 'within']],
    ['POINT(-175 1)', 'BBOX(180,0,-170,2)', ['intersects', 'within']],
    ['POINT(3 3)', `GEOMETRYCOLLECTION(POINT(9 9), ${SQUARE})`, ['intersects', 'within']],
  ])('%s and %s: %j', (geometry, literal, expected) => {
    expect(relations(geometry, literal)).toEqual(expected)
    expect(relations(geometry, literal, true)).toEqual(expected)
  })

  it.each([
    ['LINESTRING(-1 3, 5 3)', SQUARE, ['crosses', 'intersects']],
    ['LINESTRING(0 0, 4 0)', SQUARE, ['intersects', 'touches']],
    ['LINESTRING(3 1, 3 3)', SQUARE, ['intersects', 'within']],
    ['LINESTRING(0 0, 2 2)', 'LINESTRING(0 2, 2 0)', ['crosses', 'intersects']],
    ['LINESTRING(0 0, 2 2)', 'LINESTRING(1 1, 3 3)', ['intersects', 'overlaps']],
    ['POLYGON((3 3, 5 3, 5 5, 3 5, 3 3))', SQUARE, ['intersects', 'overlaps']],
    ['POLYGON((4 0, 5 0, 5 4, 4 4, 4 0))', SQUARE, ['intersects', 'touches']],
    ['POLYGON((4 4, 0 4, 0 0, 4 0, 4 4))', 'BBOX(0,0,4,4)', ['contains', 'equals', 'intersects', 'within']],
    ['POLYGON((-1 -1, 5 -1, 5 5, -1 5, -1 -1))', SQUARE, ['contains', 'intersects']],
    ['POLYGON((1 1, 2 1, 2 2, 1 2, 1 1))', SQUARE, ['intersects', 'touches']],
    ['MULTIPOINT(3 3, 9 9)', SQUARE, ['crosses', 'intersects']],
    ['MULTIPOLYGON(((170 0, 180 0, 180 5, 170 5, 170 0)))', 'BBOX(175,1,-175,2)', ['intersects', 'overlaps']],
    [
      'POLYGON((1 0, 3 0, 3 1, 1 1, 1 0))',
      'GEOMETRYCOLLECTION(POLYGON((0 0, 2 0, 2 2, 0 2, 0 0)), POLYGON((2 0, 4 0, 4 2, 2 2, 2 0)))',
      ['intersects', 'within'],
    ],
  ])('%s and %s: %j', (geometry, literal, expected) => {
    expect(relations(geometry, literal)).toEqual(expected)
  })

  it('are unknown for data that are no geometry', () => {
    const environment = overRows([{ geometry: { type: 'LineString', coordinates: [[0, 0]] } }])
    const holds = (filter: string): boolean => compileCql2(parseCql2Text(filter), environment)(0)
    expect(holds('S_INTERSECTS(geometry, BBOX(0,0,1,1))')).toBe(false)
    expect(holds('NOT S_INTERSECTS(geometry, BBOX(0,0,1,1))')).toBe(false)
  })

  it('relate two geometries of a row', () => {
    const environment = overRows([{ geometry: geometryOf('POINT(1 2)') }], { points: true })
    expect(compileCql2(parseCql2Text('S_EQUALS(geometry, geometry)'), environment)(0)).toBe(true)
  })
})

describe('the fast test of points', () => {
  // Small whole numbers make points meet edges and corners all the time.
  const small = fc.integer({ min: -4, max: 4 })
  const position: fc.Arbitrary<Position> = fc.tuple(small, small)
  const area = fc
    .array(position, { minLength: 3, maxLength: 12 })
    .map((ring): Geometry => ({ type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] }))
    .filter((geometry) => geometryFault(geometry) === null)

  it('agrees with the topology library', () => {
    fc.assert(
      fc.property(area, position, (geometry, point) => {
        const [lon = 0, lat = 0] = point
        const place: Geometry = { type: 'Point', coordinates: point }
        const expected = relate('s_within', place, geometry) ? 0 : relate('s_touches', place, geometry) ? 1 : 2
        expect(pointLocator(geometry)(lon, lat)).toBe(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('agrees with the topology library on an area of many edges', () => {
    const ring = Array.from({ length: 600 }, (_, i): Position => {
      const [angle, radius] = [(i / 600) * 2 * Math.PI, 2 + (i % 7) / 5]
      return [radius * Math.cos(angle), radius * Math.sin(angle)]
    })
    const geometry: Geometry = { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] }
    const locate = pointLocator(geometry)
    for (const vertex of ring) expect(locate(vertex[0] ?? 0, vertex[1] ?? 0)).toBe(1)
    const place = fc.double({ min: -4, max: 4, noNaN: true })
    fc.assert(
      fc.property(place, place, (lon, lat) => {
        const isInside = relate('s_intersects', { type: 'Point', coordinates: [lon, lat] }, geometry)
        expect(locate(lon, lat) !== 2).toBe(isInside)
      }),
    )
  })

  it('is exact where doubles cancel', () => {
    // Computed in doubles, the first point lies on the edge and the second beside it; in truth it is the other way.
    expect(pointLocator(geometryOf('POLYGON((8.2 8.7, 5.9 8.7, 5.9 6, 8.2 8.7))'))(6.59, 6.81)).toBe(0)
    expect(pointLocator(geometryOf('POLYGON((4.7 2.2, 9 2.2, 6.8 9.9, 4.7 2.2))'))(4.91, 2.97)).toBe(1)
  })
})
