import { CQL2_LIMITS, type Expr, isSpatial, originOf } from './ast.ts'
import { mergeEqualities } from './compile-comparison.ts'
import { Cql2Error } from './errors.ts'

/** How many operations a row may need: a second's work on one slow core, at 50 ns each. */
const MOST_OPERATIONS = 20_000_000

/**
 * Refuses a filter that would hold up the server for seconds over a large collection, though it keeps to the limits on
 * its size: 200 terms over 100,000 rows pass, 2,000 pass over 10,000 rows.
 */
export function checkWork(filter: Expr, rowCount: number | undefined): void {
  if (rowCount !== undefined && operationsOf(filter) * rowCount > MOST_OPERATIONS) {
    throw new Cql2Error(
      'cql2.too-many-terms',
      `Over ${rowCount} rows a filter can have about ${Math.min(CQL2_LIMITS.terms, Math.floor(MOST_OPERATIONS / rowCount))} terms.`,
      originOf(filter),
    )
  }
}

/** Operators and functions that a row goes through at the most; lists that are looked up count once. */
function operationsOf(expr: Expr): number {
  switch (expr.type) {
    case 'call': {
      if (isSpatial(expr.op)) return 4
      if (expr.op === 'in') return operationsOf(expr.args[0] ?? expr) + listOperations(expr.args[1])
      const args = expr.op === 'or' ? mergeEqualities(expr.args) : expr.args
      const own = expr.op === 'and' || expr.op === 'or' || expr.op === 'not' ? 0 : 1
      return args.reduce((sum, arg) => sum + operationsOf(arg), own)
    }
    case 'array':
      return expr.items.reduce((sum, item) => sum + operationsOf(item) + 1, 0)
    case 'interval':
      return 2
    default:
      return 0
  }
}

/** A list of literals is one look-up; of anything else, a comparison with each item. */
function listOperations(list: Expr | undefined): number {
  if (list?.type !== 'array') return 1
  const isLookedUp = list.items.every((item) => item.type !== 'property' && item.type !== 'call')
  return isLookedUp ? 1 : operationsOf(list)
}
