import { CALLABLE } from './ast.ts'
import { isPlainName } from './lexer.ts'

/** Words that end an operand or join two, and so can never be a bare name. */
export const RESERVED: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'like',
  'between',
  'in',
  'is',
  'null',
  'true',
  'false',
  'div',
])

/** Geometry types by their well-known-text keyword in lower case. */
export const WKT_TYPES: ReadonlyMap<string, string> = new Map(
  ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection'].map(
    (type) => [type.toLowerCase(), type],
  ),
)

const CONSTRUCTORS = new Set(['date', 'timestamp', 'interval', 'bbox', ...WKT_TYPES.keys()])

/** Must this name of a property or function be double-quoted in text to be read back as the same name? */
export function needsQuotes(name: string): boolean {
  const lower = name.toLowerCase()
  return !isPlainName(name) || RESERVED.has(lower) || CONSTRUCTORS.has(lower) || CALLABLE.has(lower)
}

export const quoteName = (name: string): string => (needsQuotes(name) ? `"${name.replaceAll('"', '""')}"` : name)
