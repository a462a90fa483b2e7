import fc from 'fast-check'
import {
  ARITHMETIC,
  ARRAY,
  COMPARISONS,
  type Expr,
  type Geometry,
  type IntervalBound,
  type Position,
  SPATIAL,
  TEMPORAL_ANY,
  TEMPORAL_INTERVAL,
} from './ast.ts'

// Makers of random filters for the tests of this folder.

const call = (op: string, ...args: Expr[]): Expr => ({ type: 'call', op, args })

/** Strings with all that is awkward in a literal or a name: quotes, backslashes, marks, other scripts, emoji. */
export const awkwardText = fc.string({
  unit: fc.constantFrom(...Array.from(`'"\\%_ ()=,a1é\u0301ßأم🏙\n`), 'x', 'AND', 'date', '\ud800'),
  maxLength: 8,
})

const name = fc.oneof(
  fc.constantFrom('a', 'regionId', 'eo:x.y', 'date', 'NOT', 'Point', 'casei', 'الاسم'),
  awkwardText.filter((text) => text !== ''),
)
const property = name.map((text): Expr & { type: 'property' } => ({ type: 'property', name: text }))
const numeric = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((value): Expr => ({ type: 'number', value: value + 0 }))
const text = awkwardText.map((value): Expr => ({ type: 'string', value }))

const day = fc
  .date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())
const date = day.map((iso) => ({ type: 'date', value: iso.slice(0, 10) }) as const)
const timestamp = day.map((iso) => ({ type: 'timestamp', value: iso.replace(/\.?0*Z$/, 'Z') }) as const)

const coordinate = fc.double({ min: -90, max: 90, noNaN: true }).map((value) => value + 0)
const position: fc.Arbitrary<Position> = fc.oneof(
  fc.tuple(coordinate, coordinate),
  fc.tuple(coordinate, coordinate, coordinate),
)
const line = fc.array(position, { minLength: 2, maxLength: 4 })
const ring = fc
  .array(position, { minLength: 3, maxLength: 5 })
  .map((positions): Position[] => [...positions, positions[0] ?? []])
const rings = fc.array(ring, { minLength: 1, maxLength: 2 })
const several = { minLength: 1, maxLength: 3 }
const simple = fc.oneof(
  position.map((coordinates) => ({ type: 'Point', coordinates }) as const),
  fc.array(position, several).map((coordinates) => ({ type: 'MultiPoint', coordinates }) as const),
  line.map((coordinates) => ({ type: 'LineString', coordinates }) as const),
  fc.array(line, several).map((coordinates) => ({ type: 'MultiLineString', coordinates }) as const),
  rings.map((coordinates) => ({ type: 'Polygon', coordinates }) as const),
  fc.array(rings, several).map((coordinates) => ({ type: 'MultiPolygon', coordinates }) as const),
)
const geometry: fc.Arbitrary<Geometry> = fc.oneof(
  simple,
  fc.array(simple, several).map((geometries) => ({ type: 'GeometryCollection', geometries }) as const),
)
const place: fc.Arbitrary<Expr> = fc.oneof(
  geometry.map((value): Expr => ({ type: 'geometry', value })),
  fc.tuple(coordinate, coordinate, coordinate, coordinate).map((value): Expr => ({ type: 'bbox', value })),
  property,
)

const infix = (ops: readonly string[], operand: fc.Arbitrary<Expr>): fc.Arbitrary<Expr> =>
  fc.tuple(fc.constantFrom(...ops), operand, operand).map(([op, a, b]) => call(op, a, b))

interface Parts {
  filter: Expr
  number: Expr
  item: Expr
  list: Expr
  fn: Expr & { type: 'call' }
}

/** Any tree that a parser can give, whether or not its types fit. */
export const anyFilter: fc.Arbitrary<Expr> = fc.letrec<Parts>((tie: fc.LetrecTypedTie<Parts>) => {
  const size = { depthSize: 'small', withCrossShrink: true } as const
  const bound: fc.Arbitrary<IntervalBound> = fc.oneof(
    date,
    timestamp,
    fc.constant({ type: 'unbounded' } as const),
    property,
    tie('fn'),
  )
  const interval = fc.tuple(bound, bound).map(([start, end]): Expr => ({ type: 'interval', start, end }))
  const scalar = fc.oneof(text, tie('number'), date, timestamp, property)
  return {
    fn: fc
      .tuple(fc.constantFrom('f', 'Foo', 'between x', 'AND', 'seats:max'), fc.array(tie('item'), { maxLength: 3 }))
      .map(([op, args]) => ({ type: 'call', op, args }) as const),
    number: fc.oneof(size, numeric, property, infix(ARITHMETIC, tie('number'))),
    list: fc.array(tie('item'), { maxLength: 3 }).map((items): Expr => ({ type: 'array', items })),
    item: fc.oneof(size, scalar, tie('list'), interval, place, tie('filter')),
    filter: fc.oneof(
      size,
      fc.boolean().map((value): Expr => ({ type: 'boolean', value })),
      infix(COMPARISONS, scalar),
      fc.tuple(scalar, tie('list')).map(([value, items]) => call('in', value, items)),
      fc.tuple(tie('number'), tie('number'), tie('number')).map((args) => call('between', ...args)),
      fc.tuple(scalar, text).map(([value, pattern]) => call('like', call('casei', value), pattern)),
      tie('item').map((value) => call('isNull', value)),
      infix(SPATIAL, place),
      infix(TEMPORAL_ANY, fc.oneof(date, timestamp, interval)),
      infix(TEMPORAL_INTERVAL, interval),
      infix(ARRAY, tie('list')),
      tie('fn'),
      tie('filter').map((filter) => call('not', filter)),
      fc
        .tuple(fc.constantFrom('and', 'or'), fc.array(tie('filter'), { minLength: 2, maxLength: 4 }))
        .map(([op, args]) => call(op, ...args)),
    ),
  }
}).filter
