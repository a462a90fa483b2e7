import type { ArithmeticOp, Expr } from './ast.ts'
import type { CompileContext } from './compile-context.ts'
import type { Accessor } from './environment.ts'

const OPERATIONS: Readonly<Record<ArithmeticOp, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  div: (a, b) => Math.trunc(a / b),
  '^': (a, b) => a ** b,
}

/** Double precision throughout; what has no finite result (division by zero, say) is NULL. */
export function compileArithmetic(op: ArithmeticOp, args: readonly Expr[], context: CompileContext): Accessor {
  const [left, right] = args.map((arg) => context.scalar(arg))
  const operation = OPERATIONS[op]
  return (row) => {
    const a = left?.(row)
    const b = right?.(row)
    if (typeof a !== 'number' || typeof b !== 'number') return null
    const result = operation(a, b)
    return Number.isFinite(result) ? result : null
  }
}
