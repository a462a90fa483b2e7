import { type Expr, isBuiltIn, type PropertyRef } from './ast.ts'
import type { ExprType } from './check.ts'
import type { Accessor, Queryable } from './environment.ts'

/** True, false or, where a NULL leaves it open, unknown. */
export type Tri = boolean | null
export type Predicate = (row: number) => Tri

/** What the compilers of the parts need of one another. */
export interface CompileContext {
  predicate(expr: Expr): Predicate
  /** A value in its comparable form: dates are days, timestamps milliseconds, NULL is null. */
  scalar(expr: Expr): Accessor
  typeOf(expr: object): ExprType
  queryable(property: PropertyRef): Queryable | undefined
  get(property: PropertyRef): Accessor
}

/** Is the value the same for every row? A custom function may look at the row without being given a property. */
export function isConstant(expr: Expr): boolean {
  switch (expr.type) {
    case 'property':
      return false
    case 'array':
      return expr.items.every(isConstant)
    case 'interval':
      return [expr.start, expr.end].every((end) => end.type === 'unbounded' || isConstant(end))
    case 'call':
      return isBuiltIn(expr.op) && expr.args.every(isConstant)
    default:
      return true
  }
}

/** AND (decided by the first false) or OR (by the first true); unknown if undecided and a part is unknown. */
export function junction(parts: readonly Predicate[], decisive: boolean): Predicate {
  return (row) => {
    let outcome: Tri = !decisive
    for (const part of parts) {
      const found = part(row)
      if (found === decisive) return decisive
      if (found === null) outcome = null
    }
    return outcome
  }
}
