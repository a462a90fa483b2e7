import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Expr, PropertyRef } from './ast.ts'
import { compileCql2 } from './compile.ts'
import { bboxOf, equalities } from './constraints.ts'
import { overRows, type Row } from './rows.maker.ts'

// The meaning of a filter, written as plainly as can be: ISO times compare as text, every operand is computed anew.

type Value = string | number | boolean | null

function value(expr: Expr, row: Row): Value {
  switch (expr.type) {
    case 'property':
      return (row[expr.name as keyof Row] as Value | undefined) ?? null
    case 'string':
    case 'number':
    case 'boolean':
    case 'date':
    case 'timestamp':
      return expr.value
    case 'call':
      return meaning(expr.op, expr.args, row)
    default:
      return null
  }
}

const compared = (op: string, a: Value, b: Value): boolean | null => {
  if (a === null || b === null) return null
  const order = a < b ? -1 : a > b ? 1 : 0
  return { '=': order === 0, '<>': order !== 0, '<': order < 0, '>': order > 0, '<=': order <= 0, '>=': order >= 0 }[
    op
  ] as boolean
}

const isDay = (text: Value): boolean => typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text)
/** A time cut to the day if the other one is a day. */
const alike = (a: Value, b: Value): Value => (typeof a === 'string' && isDay(b) && /T.*Z$/.test(a) ? a.slice(0, 10) : a)
const not = (outcome: Value): Value => (outcome === null ? null : !outcome)

function meaning(op: string, args: readonly Expr[], row: Row): Value {
  const at = (index: number): Value => (args[index] ? value(args[index], row) : null)
  if (op === 'and' || op === 'or') {
    const outcomes = args.map((arg) => value(arg, row))
    if (outcomes.includes(op === 'or')) return op === 'or'
    return outcomes.includes(null) ? null : op === 'and'
  }
  if (op === 'not') return not(at(0))
  if (op === 'isNull') return at(0) === null
  if (op === 'between') {
    const [low, high] = [compared('>=', at(0), at(1)), compared('<=', at(0), at(2))]
    if (low === false || high === false) return false
    return low === null || high === null ? null : true
  }
  if (op === 'in') {
    const items = args[1]?.type === 'array' ? args[1].items.map((item) => value(item, row)) : []
    const outcomes = items.map((item) => compared('=', alike(at(0), item), alike(item, at(0))))
    if (outcomes.includes(true)) return true
    return outcomes.includes(null) ? null : false
  }
  if (op === 's_intersects') {
    const [geometry, box] = [row.geometry, args.find((arg) => arg.type === 'bbox')]
    if (geometry?.type !== 'Point' || box?.type !== 'bbox') return null
    const [[x = 0, y = 0], [west = 0, south = 0, east = 0, north = 0]] = [geometry.coordinates, box.value]
    return (west <= east ? west <= x && x <= east : x >= west || x <= east) && south <= y && y <= north
  }
  const [a, b] = [at(0), at(1)]
  if (op === 't_before') return compared('<', alike(a, b), alike(b, a))
  if (op === '+' || op === '*' || op === '/') {
    if (typeof a !== 'number' || typeof b !== 'number') return null
    const result = op === '+' ? a + b : op === '*' ? a * b : a / b
    return Number.isFinite(result) ? result : null
  }
  return compared(op, alike(a, b), alike(b, a))
}

const property = (...names: (keyof Row)[]): fc.Arbitrary<PropertyRef> =>
  fc.constantFrom(...names).map((name) => ({ type: 'property', name }))
const call = (op: string, ...args: Expr[]): Expr => ({ type: 'call', op, args })

// Few different values, so that equal ones meet.
const words = fc.constantFrom('a', 'b', 'é', 'B')
const days = fc.constantFrom('2026-12-31', '2027-01-01', '2027-06-30')
const moments = fc.constantFrom('2026-12-31T23:59:59Z', '2027-01-01T00:00:00Z', '2027-01-01T12:00:00.5Z')
const whole = fc.integer({ min: 0, max: 4 })
const nullable = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 })

const row: fc.Arbitrary<Row> = fc.record({
  name: nullable(words),
  seats: nullable(whole),
  rent: nullable(fc.constantFrom(0.5, 1, 2)),
  fibre: nullable(fc.boolean()),
  from: nullable(days),
  until: nullable(days),
  seen: nullable(moments),
  geometry: nullable(fc.tuple(whole, whole).map((coordinates) => ({ type: 'Point', coordinates }) as const)),
})

const text: fc.Arbitrary<Expr> = fc.oneof(
  words.map((word): Expr => ({ type: 'string', value: word })),
  property('name'),
)
const time: fc.Arbitrary<Expr> = fc.oneof(
  days.map((day): Expr => ({ type: 'date', value: day })),
  moments.map((moment): Expr => ({ type: 'timestamp', value: moment })),
  property('from', 'until', 'seen'),
)
const place: fc.Arbitrary<Expr> = fc.tuple(whole, whole, whole, whole).map(([west, south, east, height]): Expr => {
  const box: Expr = { type: 'bbox', value: [west, south, east, south + height] }
  return call('s_intersects', { type: 'property', name: 'geometry' }, box)
})

interface Parts {
  number: Expr
  filter: Expr
}

const filter: fc.Arbitrary<Expr> = fc.letrec<Parts>((tie: fc.LetrecTypedTie<Parts>) => {
  const comparison = fc.constantFrom('=', '<>', '<', '>', '<=', '>=')
  const compare = (operand: fc.Arbitrary<Expr>): fc.Arbitrary<Expr> =>
    fc.tuple(comparison, operand, operand).map(([op, a, b]) => call(op, a, b))
  const among = (operand: fc.Arbitrary<Expr>): fc.Arbitrary<Expr> =>
    fc.tuple(operand, fc.array(operand, { maxLength: 4 })).map(([a, items]) => call('in', a, { type: 'array', items }))
  return {
    number: fc.oneof(
      { depthSize: 'small' },
      whole.map((number): Expr => ({ type: 'number', value: number })),
      property('seats', 'rent'),
      fc.tuple(fc.constantFrom('+', '*', '/'), tie('number'), tie('number')).map(([op, a, b]) => call(op, a, b)),
    ),
    filter: fc.oneof(
      { depthSize: 'small' },
      compare(tie('number')),
      compare(text),
      compare(time),
      property('fibre'),
      among(tie('number')),
      among(text),
      among(time),
      fc.tuple(tie('number'), tie('number'), tie('number')).map((args) => call('between', ...args)),
      fc.oneof(tie('number'), text, time).map((operand) => call('isNull', operand)),
      fc.tuple(time, time).map((args) => call('t_before', ...args)),
      place,
      tie('filter').map((inner) => call('not', inner)),
      fc
        .tuple(fc.constantFrom('and', 'or'), fc.array(tie('filter'), { minLength: 2, maxLength: 4 }))
        .map(([op, args]) => call(op, ...args)),
    ),
  }
}).filter

const rows = fc.array(row, { minLength: 1, maxLength: 12 })

describe('a compiled filter', () => {
  it('finds the rows that its meaning says, with and without columns for points', () => {
    fc.assert(
      fc.property(filter, rows, (expr, data) => {
        const expected = data.map((item) => value(expr, item) === true)
        for (const points of [false, true]) {
          const matches = compileCql2(expr, overRows(data, { points }))
          expect(data.map((_, index) => matches(index))).toEqual(expected)
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('finds nothing outside the box and the values that it is said to need', () => {
    let boxes = 0
    fc.assert(
      fc.property(filter, rows, (expr, data) => {
        const environment = overRows(data)
        const matches = compileCql2(expr, environment)
        const box = bboxOf(expr, 'geometry', true)
        const pinned = equalities(expr, environment)
        for (const [index, { geometry, name }] of data.entries()) {
          if (!matches(index)) continue
          if (pinned.has('name')) expect(pinned.get('name')?.has(name ?? '')).toBe(true)
          if (!box) continue
          boxes += 1
          const [x = Number.NaN, y = Number.NaN] = geometry?.type === 'Point' ? geometry.coordinates : []
          expect(x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]).toBe(true)
        }
      }),
      { numRuns: 1500 },
    )
    expect(boxes).toBeGreaterThan(0)
  })
})
