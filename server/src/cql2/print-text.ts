import {
  type Call,
  type Expr,
  type Geometry,
  type IntervalBound,
  isArithmetic,
  isArrayOp,
  isBuiltIn,
  isComparison,
  type Position,
} from './ast.ts'
import { positionsOf } from './geometry-shape.ts'
import { quoteName } from './keywords.ts'

/** The tree as CQL2 text; parsing it gives the same tree. */
export function toCql2Text(expr: Expr): string {
  return print(expr, Level.or)
}

// How tightly an expression holds together: one that stands where a tighter one is expected gets parentheses.
const Level = { or: 0, and: 1, not: 2, predicate: 3, sum: 4, product: 5, power: 6, primary: 7 } as const
type Level = (typeof Level)[keyof typeof Level]

function print(expr: Expr, wanted: Level): string {
  const text = bare(expr)
  return levelOf(expr) < wanted ? `(${text})` : text
}

function levelOf(expr: Expr): Level {
  if (expr.type !== 'call') return Level.primary
  const { op } = expr
  if (op === 'or') return Level.or
  if (op === 'and') return Level.and
  if (op === 'not') return negatable(expr) ? Level.predicate : Level.not
  if (op === '+' || op === '-') return Level.sum
  if (op === '^') return Level.power
  if (isArithmetic(op)) return Level.product
  if (isComparison(op) || op === 'like' || op === 'between' || op === 'in' || op === 'isNull') return Level.predicate
  return Level.primary
}

/** The predicate inside `not` that is written `… NOT LIKE …` rather than `NOT …`. */
function negatable(not: Call): Call | null {
  const [inner] = not.args
  if (inner?.type !== 'call') return null
  return ['like', 'between', 'in', 'isNull'].includes(inner.op) ? inner : null
}

function bare(expr: Expr): string {
  switch (expr.type) {
    case 'boolean':
      return expr.value ? 'TRUE' : 'FALSE'
    case 'number':
      return number(expr.value)
    case 'string':
      return quote(expr.value)
    case 'date':
      return `DATE('${expr.value}')`
    case 'timestamp':
      return `TIMESTAMP('${expr.value}')`
    case 'interval':
      return `INTERVAL(${bound(expr.start)}, ${bound(expr.end)})`
    case 'geometry':
      return wkt(expr.value)
    case 'bbox':
      return `BBOX(${expr.value.map(number).join(',')})`
    case 'array':
      // With one item only the comma tells a list from parentheses.
      return expr.items.length === 1 ? `(${argument(expr.items[0])},)` : list(expr.items)
    case 'property':
      return quoteName(expr.name)
    case 'call':
      return call(expr)
  }
}

const argument = (expr: Expr | undefined): string => (expr ? print(expr, Level.or) : '')
const list = (items: readonly Expr[]): string => `(${items.map(argument).join(', ')})`
/** A list where the grammar admits nothing but a list. */
const knownList = (expr: Expr): string => (expr.type === 'array' ? list(expr.items) : argument(expr))

function call(expr: Call): string {
  const { op, args } = expr
  const at = (index: number, level: Level): string => {
    const arg = args[index]
    return arg ? print(arg, level) : ''
  }
  if (op === 'and') return args.map((arg) => print(arg, Level.not)).join(' AND ')
  if (op === 'or') return args.map((arg) => print(arg, Level.and)).join(' OR ')
  if (op === 'not') {
    const inner = negatable(expr)
    return inner ? predicate(inner, true) : `NOT ${at(0, Level.predicate)}`
  }
  if (isComparison(op)) return `${at(0, Level.sum)} ${op} ${at(1, Level.sum)}`
  if (op === '+' || op === '-') return `${at(0, Level.sum)} ${op} ${at(1, Level.product)}`
  if (op === '^') return `${at(0, Level.primary)} ^ ${at(1, Level.primary)}`
  if (isArithmetic(op)) return `${at(0, Level.product)} ${op} ${at(1, Level.power)}`
  if (op === 'like' || op === 'between' || op === 'in' || op === 'isNull') return predicate(expr, false)
  if (isArrayOp(op)) return `${op.toUpperCase()}(${args.map(knownList).join(', ')})`
  return `${isBuiltIn(op) ? op.toUpperCase() : quoteName(op)}${list(args)}`
}

function predicate({ op, args }: Call, isNegated: boolean): string {
  const not = isNegated ? 'NOT ' : ''
  const [left, second, third] = args.map((arg) => print(arg, Level.sum))
  if (op === 'isNull') return `${left} IS ${not}NULL`
  if (op === 'between') return `${left} ${not}BETWEEN ${second} AND ${third}`
  if (op === 'like') return `${left} ${not}LIKE ${second}`
  return `${left} ${not}IN ${args[1] ? knownList(args[1]) : '()'}`
}

function bound(end: IntervalBound): string {
  if (end.type === 'unbounded') return "'..'"
  return end.type === 'date' || end.type === 'timestamp' ? `'${end.value}'` : bare(end)
}

const number = (value: number): string => String(value).toUpperCase()

/** Quotes are doubled; so are backslashes where a quote follows, which the lexer reads in pairs. */
function quote(value: string): string {
  const body = value.replace(/\\+|'/g, (run, offset: number) => {
    const next = value[offset + run.length]
    return run === "'" || next === "'" || next === undefined ? run + run : run
  })
  return `'${body}'`
}

function wkt(geometry: Geometry): string {
  const hasHeight = (positionsOf(geometry).next().value?.length ?? 2) > 2
  const tag = geometry.type.toUpperCase() + (hasHeight ? ' Z ' : '')
  if (geometry.type === 'GeometryCollection') return `${tag}(${geometry.geometries.map(wkt).join(', ')})`
  const point = (position: Position): string => position.map(number).join(' ')
  const line = (positions: readonly Position[]): string => `(${positions.map(point).join(', ')})`
  const lines = (parts: readonly (readonly Position[])[]): string => `(${parts.map(line).join(', ')})`
  switch (geometry.type) {
    case 'Point':
      return `${tag}(${point(geometry.coordinates)})`
    case 'MultiPoint':
      return `${tag}(${geometry.coordinates.map((position) => `(${point(position)})`).join(', ')})`
    case 'LineString':
      return tag + line(geometry.coordinates)
    case 'MultiLineString':
    case 'Polygon':
      return tag + lines(geometry.coordinates)
    case 'MultiPolygon':
      return `${tag}(${geometry.coordinates.map(lines).join(', ')})`
  }
}
