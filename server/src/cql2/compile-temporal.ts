import type { Expr, IntervalBound, TemporalOp } from './ast.ts'
import type { CompileContext, Predicate } from './compile-context.ts'
import { dayOfInstant } from './temporal.ts'

/** One end of a time: days or milliseconds, or infinite where an interval is open. */
interface End {
  readonly unit: 'date' | 'timestamp' | 'any'
  readonly at: (row: number) => number | null
}

interface Extent {
  readonly start: End
  readonly end: End
}

// How the ends of two times must stand to each other, as signs of (first − second): OWL-Time, after Allen 1983.
// The letters are the end of the first and the end of the second time: s start, e end.
type Pair = 'ss' | 'se' | 'es' | 'ee'
type Conditions = readonly (readonly [Pair, -1 | 0 | 1])[]
const RELATIONS: Readonly<Record<Exclude<TemporalOp, 't_disjoint' | 't_intersects'>, Conditions>> = {
  t_after: [['se', 1]],
  t_before: [['es', -1]],
  t_equals: [
    ['ss', 0],
    ['ee', 0],
  ],
  t_contains: [
    ['ss', -1],
    ['ee', 1],
  ],
  t_during: [
    ['ss', 1],
    ['ee', -1],
  ],
  t_finishedBy: [
    ['ss', -1],
    ['ee', 0],
  ],
  t_finishes: [
    ['ss', 1],
    ['ee', 0],
  ],
  t_meets: [['es', 0]],
  t_metBy: [['se', 0]],
  t_overlappedBy: [
    ['ss', 1],
    ['se', -1],
    ['ee', 1],
  ],
  t_overlaps: [
    ['ss', -1],
    ['es', 1],
    ['ee', -1],
  ],
  t_startedBy: [
    ['ss', 0],
    ['ee', 1],
  ],
  t_starts: [
    ['ss', 0],
    ['ee', -1],
  ],
}

/** Compiles a temporal function. Intervals include both their ends; a NULL end leaves the outcome unknown. */
export function compileTemporal(op: TemporalOp, a: Expr, b: Expr, context: CompileContext): Predicate {
  const [first, second] = [extentOf(a, context), extentOf(b, context)]
  if (op === 't_disjoint' || op === 't_intersects') {
    const isAfter = all(RELATIONS.t_after, first, second)
    const isBefore = all(RELATIONS.t_before, first, second)
    return (row) => {
      const [after, before] = [isAfter(row), isBefore(row)]
      if (after === null || before === null) return null
      return (after || before) === (op === 't_disjoint')
    }
  }
  return all(RELATIONS[op], first, second)
}

function all(conditions: Conditions, first: Extent, second: Extent): Predicate {
  const tests = conditions.map(([pair, sign]) => {
    const compare = comparison(pair[0] === 's' ? first.start : first.end, pair[1] === 's' ? second.start : second.end)
    return { compare, sign }
  })
  return (row) => {
    let holds = true
    for (const { compare, sign } of tests) {
      const found = compare(row)
      if (found === null) return null
      if (found !== sign) holds = false
    }
    return holds
  }
}

/** The sign of a − b. If either is a date, both count as days (of UTC). */
function comparison(a: End, b: End): (row: number) => number | null {
  const byDay = a.unit === 'date' || b.unit === 'date'
  const inDays = (end: End, value: number): number => (byDay && end.unit === 'timestamp' ? dayOfInstant(value) : value)
  return (row) => {
    const [left, right] = [a.at(row), b.at(row)]
    if (left === null || right === null) return null
    const [x, y] = [inDays(a, left), inDays(b, right)]
    return x === y ? 0 : x < y ? -1 : 1
  }
}

function extentOf(expr: Expr, context: CompileContext): Extent {
  if (expr.type === 'interval') {
    return {
      start: endOf(expr.start, Number.NEGATIVE_INFINITY, context),
      end: endOf(expr.end, Number.POSITIVE_INFINITY, context),
    }
  }
  const instant = instantOf(expr, context)
  return { start: instant, end: instant }
}

function endOf(bound: IntervalBound, infinite: number, context: CompileContext): End {
  return bound.type === 'unbounded' ? { unit: 'any', at: () => infinite } : instantOf(bound, context)
}

function instantOf(expr: Expr, context: CompileContext): End {
  const value = context.scalar(expr)
  return {
    unit: context.typeOf(expr) === 'date' ? 'date' : 'timestamp',
    at: (row) => {
      const found = value(row)
      return typeof found === 'number' ? found : null
    },
  }
}
