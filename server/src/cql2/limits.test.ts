import { describe, expect, it } from 'vitest'
import { compileCql2 } from './compile.ts'
import type { Cql2Environment } from './environment.ts'
import { failureOf } from './failure.maker.ts'
import { parseCql2Json, parseCql2JsonText } from './parse-json.ts'
import { parseCql2Text } from './parse-text.ts'

const environment: Cql2Environment = {
  queryables: new Map([
    ['a', { type: 'number' }],
    ['g', { type: 'geometry' }],
  ]),
  get: (name) => (row) => (name === 'a' ? row : null),
}

/** `not` around `not` around … */
function nested(levels: number): unknown {
  let value: unknown = true
  for (let level = 0; level < levels; level += 1) value = { op: 'not', args: [value] }
  return value
}

const chain = (terms: number): string => Array.from({ length: terms }, (_, index) => `a = ${index}`).join(' OR ')
const lineOf = (vertices: number): unknown => ({
  op: 's_intersects',
  args: [
    { property: 'g' },
    { type: 'LineString', coordinates: Array.from({ length: vertices }, (_, i) => [i / 100, i % 2]) },
  ],
})

describe('a filter', () => {
  it('can join 2,000 terms, and not one more', () => {
    const matches = compileCql2(parseCql2Text(chain(2000)), environment)
    expect([matches(1999), matches(2000)]).toEqual([true, false])
    expect(failureOf(() => parseCql2Text(chain(2001))).code).toBe('cql2.too-many-terms')
  })

  it('can have 65,536 characters, and not one more', () => {
    expect(parseCql2Text('a = 1'.padEnd(65_536))).toEqual(parseCql2Text('a = 1'))
    expect(failureOf(() => parseCql2Text('a = 1'.padEnd(65_537))).code).toBe('cql2.too-long')
    expect(failureOf(() => parseCql2JsonText('true'.padEnd(65_537))).code).toBe('cql2.too-long')
  })

  it('can be 64 levels deep, and not one more', () => {
    expect(parseCql2Json(nested(63))).toMatchObject({ op: 'not' })
    expect(failureOf(() => parseCql2Json(nested(64))).code).toBe('cql2.too-deep')
    expect(parseCql2Text(`${'NOT '.repeat(63)}TRUE`)).toEqual(parseCql2Json(nested(63)))
    expect(failureOf(() => parseCql2Text(`${'NOT '.repeat(64)}TRUE`)).code).toBe('cql2.too-deep')
  })

  it('can have 10,000 vertices, and not one more', () => {
    expect(parseCql2Json(lineOf(10_000))).toMatchObject({ op: 's_intersects' })
    expect(failureOf(() => parseCql2Json(lineOf(10_001))).code).toBe('cql2.too-many-vertices')
  })

  it.each([
    ['(', 60_000, 'cql2.too-deep'],
    ['f(', 30_000, 'cql2.too-deep'],
    ['A_EQUALS((', 6_000, 'cql2.too-deep'],
    ['INTERVAL(', 7_000, 'cql2.too-deep'],
    ['a = -', 13_000, 'cql2.syntax'],
    ['NOT ', 16_000, 'cql2.too-deep'],
    ['1 + ', 16_000, 'cql2.too-deep'],
    ['a IN (', 10_000, 'cql2.too-deep'],
    ['POLYGON((', 7_000, 'cql2.syntax'],
    ["'", 65_535, 'cql2.syntax'],
    ['\\', 65_535, 'cql2.syntax'],
    ['"', 65_535, 'cql2.syntax'],
  ])('of %j over and over is refused', (piece, count, code) => {
    expect(failureOf(() => parseCql2Text(piece.repeat(count))).code).toBe(code)
  })

  it('in JSON can’t be so deep or wide that reading it fails', () => {
    expect(failureOf(() => parseCql2Json(nested(200_000))).code).toBe('cql2.too-deep')
    expect(failureOf(() => parseCql2JsonText('['.repeat(30_000) + ']'.repeat(30_000))).code).toBe('cql2.too-deep')
    expect(failureOf(() => parseCql2Json({ op: 'or', args: Array(1_000_000).fill(true) })).code).toBe(
      'cql2.too-many-terms',
    )
  })

  it('can’t have two literals related that cross each other millions of times', () => {
    const zigzag = (isUpright: boolean): unknown => ({
      type: 'LineString',
      coordinates: Array.from({ length: 2001 }, (_, i) => (isUpright ? [i / 100, i % 2] : [i % 2, i / 100])),
    })
    const filter = parseCql2Json({ op: 's_crosses', args: [zigzag(true), zigzag(false)] })
    expect(failureOf(() => compileCql2(filter, environment)).code).toBe('cql2.too-many-vertices')
  })

  it('can’t ask so much of so many rows that the answer takes seconds', () => {
    const over = (filter: string, rowCount: number): unknown =>
      compileCql2(parseCql2Text(filter), { ...environment, rowCount })
    const ranges = (terms: number): string => chain(terms).replaceAll('=', '<')
    expect(over(ranges(200), 100_000)).toBeTypeOf('function')
    expect(failureOf(() => over(ranges(201), 100_000)).code).toBe('cql2.too-many-terms')
    expect(over(ranges(2000), 10_000)).toBeTypeOf('function')
    expect(over(chain(2000), 100_000)).toBeTypeOf('function')
    expect(over(`a IN (${Array.from({ length: 1900 }, (_, index) => index)})`, 100_000)).toBeTypeOf('function')
    expect(failureOf(() => over(`1 IN (${Array(201).fill('a').join()})`, 100_000)).code).toBe('cql2.too-many-terms')
  })
})
