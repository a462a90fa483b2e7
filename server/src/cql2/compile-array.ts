import type { ArrayExpr, ArrayOp, Expr } from './ast.ts'
import { type CompileContext, isConstant, type Predicate } from './compile-context.ts'

/** The items as a set of keys, or null where the array or one of its items is NULL. */
type Items = (row: number) => ReadonlySet<string> | null

const isSubset = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  if (a.size > b.size) return false
  for (const item of a) if (!b.has(item)) return false
  return true
}

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const item of a) if (b.has(item)) return true
  return false
}

const RELATIONS: Readonly<Record<ArrayOp, (a: ReadonlySet<string>, b: ReadonlySet<string>) => boolean>> = {
  a_equals: (a, b) => a.size === b.size && isSubset(a, b),
  a_contains: (a, b) => isSubset(b, a),
  a_containedBy: isSubset,
  a_overlaps: overlap,
}

/** Compiles an array function. Arrays count as sets (requirement /req/array-functions/array-predicates). */
export function compileArrayPredicate(op: ArrayOp, a: Expr, b: Expr, context: CompileContext): Predicate {
  const [left, right] = [itemsOf(a, context), itemsOf(b, context)]
  const holds = RELATIONS[op]
  return (row) => {
    const [first, second] = [left(row), right(row)]
    return first && second ? holds(first, second) : null
  }
}

function itemsOf(expr: Expr, context: CompileContext): Items {
  if (expr.type === 'array') {
    const items = expr.items.map((item) => keyOf(item, context))
    const read: Items = (row) => asSet(items.map((item) => item(row)))
    if (!isConstant(expr)) return read
    const fixed = read(0)
    return () => fixed
  }
  const value = context.scalar(expr)
  return (row) => {
    const found = value(row)
    return Array.isArray(found) ? asSet(found.map(key)) : null
  }
}

function asSet(keys: readonly (string | null)[]): ReadonlySet<string> | null {
  const set = new Set<string>()
  for (const item of keys) {
    if (item === null) return null
    set.add(item)
  }
  return set
}

function keyOf(item: Expr, context: CompileContext): (row: number) => string | null {
  if (item.type === 'array') return nestedKey(item, context)
  if (item.type === 'interval' || item.type === 'bbox' || item.type === 'geometry') {
    const fixed = JSON.stringify(item)
    return () => fixed
  }
  const value = context.scalar(item)
  const type = context.typeOf(item)
  if (type !== 'date' && type !== 'timestamp') return (row) => key(value(row))
  // Data hold times in arrays as ISO text.
  const unit = type === 'date' ? 86_400_000 : 1
  return (row) => {
    const found = value(row)
    if (typeof found !== 'number') return null
    const iso = new Date(found * unit).toISOString()
    return key(type === 'date' ? iso.slice(0, 10) : iso.replace('.000Z', 'Z'))
  }
}

function nestedKey(array: ArrayExpr, context: CompileContext): (row: number) => string | null {
  const items = itemsOf(array, context)
  return (row) => {
    const found = items(row)
    return found && `[${[...found].sort().join()}]`
  }
}

/** A text that is the same for equal items only. */
function key(value: unknown): string | null {
  if (value === null || value === undefined || Number.isNaN(value)) return null
  if (Array.isArray(value)) {
    const set = asSet(value.map(key))
    return set && `[${[...set].sort().join()}]`
  }
  return JSON.stringify(typeof value === 'string' ? value.normalize('NFC') : value)
}
