import {
  type Call,
  type Expr,
  isArithmetic,
  isArrayOp,
  isBuiltIn,
  isComparison,
  isSpatial,
  isTemporalAny,
  isTemporalInterval,
  originOf,
  type PropertyRef,
} from './ast.ts'
import { checkCql2, type ExprType } from './check.ts'
import { checkWork } from './check-work.ts'
import { compileArithmetic } from './compile-arithmetic.ts'
import { compileArrayPredicate } from './compile-array.ts'
import { compileBetween, compileComparison, compileIn, mergeEqualities } from './compile-comparison.ts'
import { type CompileContext, isConstant, junction, type Predicate } from './compile-context.ts'
import { compileSpatial } from './compile-spatial.ts'
import { compileTemporal } from './compile-temporal.ts'
import type { Accessor, Cql2Environment, Queryable } from './environment.ts'
import { Cql2Error } from './errors.ts'
import { likeMatcher } from './like.ts'
import { parseDay, parseInstant } from './temporal.ts'
import { foldAccents, foldCase } from './text-folding.ts'

/**
 * Compiles a filter into a test of one row, checking it first. A row for which the filter is unknown (because of a
 * NULL, as in SQL) fails the test.
 * @throws {Cql2Error} whatever `checkCql2` throws, what a function throws for its arguments, and `cql2.too-many-terms`
 * if the environment says how many rows there are and the filter asks too much of all of them
 */
export function compileCql2(filter: Expr, environment: Cql2Environment): (row: number) => boolean {
  const types = checkCql2(filter, environment)
  checkWork(filter, environment.rowCount)
  const predicate = new Compiler(environment, types).predicate(filter)
  return (row) => predicate(row) === true
}

class Compiler implements CompileContext {
  readonly #environment: Cql2Environment
  readonly #types: ReadonlyMap<object, ExprType>

  constructor(environment: Cql2Environment, types: ReadonlyMap<object, ExprType>) {
    this.#environment = environment
    this.#types = types
  }

  typeOf(expr: object): ExprType {
    return this.#types.get(expr) ?? 'string'
  }

  queryable(property: PropertyRef): Queryable | undefined {
    return this.#environment.queryables.get(property.name)
  }

  get(property: PropertyRef): Accessor {
    return this.#environment.get(property.name)
  }

  predicate(expr: Expr): Predicate {
    const predicate = this.#predicateOf(expr)
    if (expr.type !== 'call' || !isConstant(expr)) return predicate
    const outcome = predicate(0)
    return () => outcome
  }

  #predicateOf(expr: Expr): Predicate {
    if (expr.type === 'call' && isBuiltIn(expr.op)) return this.#standard(expr)
    const value = this.scalar(expr)
    return (row) => {
      const outcome = value(row)
      return outcome === null || outcome === undefined ? null : Boolean(outcome)
    }
  }

  #standard(call: Call): Predicate {
    const { op, args } = call
    if (op === 'and' || op === 'or') {
      const parts = op === 'or' ? mergeEqualities(args) : args
      const predicates = parts.map((part) => this.predicate(part))
      return predicates.length === 1 && predicates[0] ? predicates[0] : junction(predicates, op === 'or')
    }
    const [first, second, third] = args
    if (!first) return () => null
    if (op === 'not') return negation(this.predicate(first))
    if (op === 'isNull') return this.#isNull(first)
    if (!second) return () => null
    if (op === 'like') return this.#like(first, second)
    if (op === 'in' && second.type === 'array') return compileIn(first, second.items, this)
    if (op === 'between' && third) return compileBetween(first, second, third, this)
    if (isComparison(op)) return compileComparison(op, first, second, this)
    if (isSpatial(op)) return compileSpatial(op, first, second, this)
    if (isTemporalAny(op) || isTemporalInterval(op)) return compileTemporal(op, first, second, this)
    if (isArrayOp(op)) return compileArrayPredicate(op, first, second, this)
    return () => null
  }

  scalar(expr: Expr): Accessor {
    const value = this.#scalarOf(expr)
    if (expr.type === 'property' || !isConstant(expr)) return value
    const constant = value(0)
    return () => constant
  }

  #scalarOf(expr: Expr): Accessor {
    switch (expr.type) {
      case 'property':
        return this.#property(expr)
      case 'call':
        return this.#call(expr)
      case 'string':
      case 'date':
      case 'timestamp': {
        const type = this.typeOf(expr)
        const value =
          type === 'date' ? parseDay(expr.value) : type === 'timestamp' ? parseInstant(expr.value) : nfc(expr.value)
        return () => value
      }
      case 'geometry':
      case 'number':
      case 'boolean': {
        const { value } = expr
        return () => value
      }
      case 'array': {
        const items = expr.items.map((item) => this.scalar(item))
        return (row) => items.map((item) => item(row))
      }
      default:
        return () => null
    }
  }

  #property(property: PropertyRef): Accessor {
    const get = this.get(property)
    const type = this.queryable(property)?.type
    if (type === 'date' || type === 'timestamp') {
      const parse = type === 'date' ? parseDay : parseInstant
      return (row) => {
        const value = get(row)
        if (typeof value === 'number') return Number.isNaN(value) ? null : value
        return typeof value === 'string' ? parse(value) : null
      }
    }
    return withoutGaps(get)
  }

  #call(call: Call): Accessor {
    const { op, args } = call
    if (op === 'casei' || op === 'accenti') {
      const text = args[0] ? this.scalar(args[0]) : () => null
      const fold = remembering(op === 'casei' ? foldCase : foldAccents)
      return (row) => {
        const value = text(row)
        return typeof value === 'string' ? fold(value) : null
      }
    }
    if (isArithmetic(op)) return compileArithmetic(op, args, this)
    if (isBuiltIn(op)) return this.#standard(call)
    const implementation = this.#environment.functions?.[op]
    if (!implementation) throw new Cql2Error('cql2.unknown-function', `There is no function ${op}.`, originOf(call))
    const compiled = args.map((arg) => ({ isConstant: isConstant(arg), evaluate: this.scalar(arg) }))
    try {
      return withoutGaps(implementation.compile(compiled))
    } catch (error) {
      // A function that reads a filter in its argument reports places in that filter; here the call is the place.
      if (error instanceof Cql2Error) throw new Cql2Error(error.code, `In ${op}: ${error.detail}`, originOf(call))
      throw error
    }
  }

  #isNull(operand: Expr): Predicate {
    const points = operand.type === 'property' ? this.queryable(operand)?.points : undefined
    if (points) return (row) => Number.isNaN(points.lon(row)) || Number.isNaN(points.lat(row))
    if (operand.type === 'interval' || operand.type === 'bbox') return () => false
    const value = this.scalar(operand)
    return (row) => {
      const found = value(row)
      return found === null || found === undefined
    }
  }

  #like(operand: Expr, pattern: Expr): Predicate {
    const value = this.scalar(operand)
    const text = this.scalar(pattern)(0)
    const matches = likeMatcher(typeof text === 'string' ? text : '')
    return (row) => {
      const found = value(row)
      return typeof found === 'string' ? matches(found) : null
    }
  }
}

const MOST_REMEMBERED = 5_000

/** Folding costs more than a look-up, and columns repeat their values. */
function remembering(fold: (text: string) => string): (text: string) => string {
  const folded = new Map<string, string>()
  return (text) => {
    const known = folded.get(text)
    if (known !== undefined) return known
    const found = fold(text)
    if (folded.size < MOST_REMEMBERED) folded.set(text, found)
    return found
  }
}

/** One NULL for all that accessors may give for it. */
const withoutGaps =
  (get: Accessor): Accessor =>
  (row) => {
    const value = get(row)
    return value === undefined || Number.isNaN(value) ? null : value
  }

const nfc = (text: string): string => text.normalize('NFC')

function negation(predicate: Predicate): Predicate {
  return (row) => {
    const outcome = predicate(row)
    return outcome === null ? null : !outcome
  }
}
