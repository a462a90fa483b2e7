import type { BboxLiteral, Expr, Interval, IntervalBound } from './ast.ts'
import { Cql2Error, type Origin } from './errors.ts'
import { temporalLiteral } from './temporal.ts'
import type { TokenReader } from './token-reader.ts'

/** `DATE('…')` and `TIMESTAMP('…')`, from the opening parenthesis on. */
export function parseInstantLiteral(reader: TokenReader, type: 'date' | 'timestamp', origin: Origin): Expr {
  reader.expectSymbol('(')
  const at = reader.origin
  const literal = temporalLiteral(reader.expectString(), type, at)
  reader.expectSymbol(')')
  return reader.builder.leaf(literal, origin)
}

/** `INTERVAL(…, …)`, from the opening parenthesis on; `operand` reads a property or function. */
export function parseInterval(reader: TokenReader, operand: () => Expr, origin: Origin): Interval {
  reader.expectSymbol('(')
  const start = bound(reader, operand)
  reader.expectSymbol(',')
  const end = bound(reader, operand)
  reader.expectSymbol(')')
  return reader.builder.interval(start, end, origin)
}

function bound(reader: TokenReader, operand: () => Expr): IntervalBound {
  const origin = reader.origin
  if (reader.peek().kind === 'string') return reader.builder.leaf(intervalBound(reader.next().text, origin), origin)
  const expr = operand()
  if (expr.type === 'property' || expr.type === 'call') return expr
  throw new Cql2Error('cql2.syntax', 'An interval goes between times in quotes, ‘..’, properties or functions.', origin)
}

/** One end of an interval that is written as a string. */
export function intervalBound(text: string, origin: Origin): IntervalBound {
  return text === '..' ? { type: 'unbounded' } : temporalLiteral(text, 'either', origin)
}

/** `BBOX(…)`, from the opening parenthesis on. */
export function parseBbox(reader: TokenReader, origin: Origin): BboxLiteral {
  reader.expectSymbol('(')
  return reader.builder.leaf(
    bboxLiteral(
      reader.list(() => reader.expectNumber()),
      origin,
    ),
    origin,
  )
}

export function bboxLiteral(value: readonly number[], origin: Origin): BboxLiteral {
  if (value.length !== 4 && value.length !== 6) {
    throw new Cql2Error('cql2.arguments', `A bounding box has 4 or 6 numbers, not ${value.length}.`, origin)
  }
  return { type: 'bbox', value }
}
