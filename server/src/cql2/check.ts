import {
  type Call,
  type Expr,
  type Interval,
  isArithmetic,
  isArrayOp,
  isComparison,
  isSpatial,
  isTemporalAny,
  isTemporalInterval,
  originOf,
} from './ast.ts'
import { checkGeometry } from './check-geometry.ts'
import type { Cql2Schema, Cql2Type } from './environment.ts'
import { Cql2Error, excerpt } from './errors.ts'
import { parseDay, parseInstant } from './temporal.ts'

/** The types that expressions have; integers are numbers here. */
export type ExprType = Exclude<Cql2Type, 'integer'> | 'interval'

/** The type of every node of a checked filter. A string that stands for a time has that time's type. */
export type ExprTypes = ReadonlyMap<object, ExprType>

/**
 * Checks a filter against a collection: known properties and functions, operands that fit, coordinates and geometries
 * that can be, and true or false as its outcome.
 * @throws {Cql2Error} `cql2.unknown-property`, `cql2.unknown-function`, `cql2.type`, `cql2.arguments`,
 * `cql2.coordinates` or `cql2.geometry`
 */
export function checkCql2(filter: Expr, schema: Cql2Schema): ExprTypes {
  const checker = new Checker(schema)
  checker.expect(filter, ['boolean'], 'A filter')
  return checker.types
}

const INSTANT = ['date', 'timestamp'] as const
const TEMPORAL = ['date', 'timestamp', 'interval'] as const
const plain = (type: Cql2Type): ExprType => (type === 'integer' ? 'number' : type)
const isInstant = (type: ExprType): boolean => type === 'date' || type === 'timestamp'

class Checker {
  readonly types = new Map<object, ExprType>()
  readonly #schema: Cql2Schema

  constructor(schema: Cql2Schema) {
    this.#schema = schema
  }

  expect(expr: Expr, wanted: readonly ExprType[], what: string): ExprType {
    const type = this.#typeOf(expr)
    if (wanted.includes(type)) return type
    const instant = wanted.some(isInstant) ? this.#asInstant(expr) : null
    if (instant && wanted.includes(instant)) return instant
    throw new Cql2Error('cql2.type', `${what} must be ${wanted.join(' or ')}, not ${type}.`, originOf(expr))
  }

  #typeOf(expr: Expr): ExprType {
    const type = this.#inferred(expr)
    this.types.set(expr, type)
    return type
  }

  #inferred(expr: Expr): ExprType {
    switch (expr.type) {
      case 'property': {
        const queryable = this.#schema.queryables.get(expr.name)
        if (queryable) return plain(queryable.type)
        throw new Cql2Error(
          'cql2.unknown-property',
          `There is no queryable property ${excerpt(expr.name)}.`,
          originOf(expr),
        )
      }
      case 'geometry':
      case 'bbox':
        checkGeometry(expr)
        return 'geometry'
      case 'interval':
        this.#checkInterval(expr)
        return 'interval'
      case 'array':
        for (const item of expr.items) this.#typeOf(item)
        return 'array'
      case 'call':
        return this.#callType(expr)
      default:
        return expr.type
    }
  }

  #callType(call: Call): ExprType {
    const { op, args } = call
    const all = (wanted: readonly ExprType[], type: ExprType): ExprType => {
      for (const arg of args) this.expect(arg, wanted, `An operand of ${op}`)
      return type
    }
    if (op === 'and' || op === 'or' || op === 'not') return all(['boolean'], 'boolean')
    if (op === 'casei' || op === 'accenti') return all(['string'], 'string')
    if (isArithmetic(op)) return all(['number'], 'number')
    if (isSpatial(op)) return all(['geometry'], 'boolean')
    if (isTemporalAny(op)) return all(TEMPORAL, 'boolean')
    if (isTemporalInterval(op)) return all(['interval'], 'boolean')
    if (isArrayOp(op)) return all(['array'], 'boolean')
    const [first, second] = args
    if (op === 'isNull') {
      for (const arg of args) this.#typeOf(arg)
      return 'boolean'
    }
    if (op === 'like' && first && second) {
      this.expect(first, ['string'], 'The operand of LIKE')
      this.expect(second, ['string'], 'The pattern of LIKE')
      if (!isPattern(second)) throw new Cql2Error('cql2.type', 'A LIKE pattern must be fixed text.', originOf(second))
      return 'boolean'
    }
    if (op === 'in' && second?.type === 'array') {
      this.types.set(second, 'array')
      return this.#comparable(op, first ? [first, ...second.items] : second.items)
    }
    if (isComparison(op) || op === 'between') return this.#comparable(op, args)
    return this.#functionType(call)
  }

  /** All operands have one type, or are all dates and timestamps; strings that stand for times may be among those. */
  #comparable(op: string, operands: readonly Expr[]): ExprType {
    const types = operands.map((operand) => this.#typeOf(operand))
    if (types.some(isInstant)) {
      for (const operand of operands) {
        const type = this.types.get(operand)
        if (type === undefined || (!isInstant(type) && !this.#asInstant(operand))) {
          throw this.#incomparable(op, 'a date or timestamp', type, operand)
        }
      }
      return 'boolean'
    }
    for (const [index, type] of types.entries()) {
      const operand = operands[index]
      const isScalar = type === 'string' || type === 'number' || (type === 'boolean' && op !== 'between')
      if (operand && (type !== types[0] || !isScalar)) throw this.#incomparable(op, types[0] ?? '', type, operand)
    }
    return 'boolean'
  }

  #incomparable(op: string, left: string, right: ExprType | undefined, at: Expr): Cql2Error {
    return new Cql2Error('cql2.type', `${op.toUpperCase()} can’t compare ${left} with ${right}.`, originOf(at))
  }

  /** Reads a string literal as the time that its neighbour asks for, as the standard's permission for casts allows. */
  #asInstant(expr: Expr): 'date' | 'timestamp' | null {
    if (expr.type !== 'string') return null
    const type = parseDay(expr.value) !== null ? 'date' : parseInstant(expr.value) !== null ? 'timestamp' : null
    if (type) this.types.set(expr, type)
    return type
  }

  #checkInterval(interval: Interval): void {
    for (const end of [interval.start, interval.end]) {
      if (end.type === 'unbounded') continue
      this.expect(end, INSTANT, 'An end of an interval')
    }
  }

  #functionType(call: Call): ExprType {
    const { functions } = this.#schema
    const known = functions && Object.hasOwn(functions, call.op) ? functions[call.op] : undefined
    if (!known) {
      throw new Cql2Error('cql2.unknown-function', `There is no function ${excerpt(call.op)}.`, originOf(call))
    }
    if (call.args.length !== known.args.length) {
      throw new Cql2Error(
        'cql2.arguments',
        `${call.op} takes ${known.args.length} argument(s), not ${call.args.length}.`,
        originOf(call),
      )
    }
    for (const [index, wanted] of known.args.entries()) {
      const arg = call.args[index]
      if (arg) this.expect(arg, [plain(wanted)], `Argument ${index + 1} of ${call.op}`)
    }
    return plain(known.returns)
  }
}

function isPattern(expr: Expr): boolean {
  if (expr.type === 'string') return true
  const [inner] = expr.type === 'call' && (expr.op === 'casei' || expr.op === 'accenti') ? expr.args : []
  return inner !== undefined && isPattern(inner)
}
