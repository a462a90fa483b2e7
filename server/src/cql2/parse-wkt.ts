import type { Geometry, GeometryLiteral, Position, SimpleGeometry } from './ast.ts'
import { Cql2Error } from './errors.ts'
import { checkShape } from './geometry-shape.ts'
import { WKT_TYPES } from './keywords.ts'
import type { TokenReader } from './token-reader.ts'

/** Is the reader before a geometry in well-known text, such as `POINT(` or `POLYGON Z (`? */
export function isWktNext(reader: TokenReader): boolean {
  const token = reader.peek()
  if (token.kind !== 'name' || !WKT_TYPES.has(token.text.toLowerCase())) return false
  return reader.isSymbol('(', 1) || (reader.isWord('z', 1) && reader.isSymbol('(', 2))
}

/** Reads a geometry literal; the reader must stand before one. */
export function parseWkt(reader: TokenReader): GeometryLiteral {
  const origin = reader.origin
  const value = taggedText(reader, true)
  checkShape(value, origin)
  return reader.builder.leaf({ type: 'geometry', value }, origin)
}

function taggedText(reader: TokenReader, mayBeCollection: true): Geometry
function taggedText(reader: TokenReader, mayBeCollection: false): SimpleGeometry
function taggedText(reader: TokenReader, mayBeCollection: boolean): Geometry {
  if (!isWktNext(reader)) throw reader.unexpected('a geometry')
  const origin = reader.origin
  const type = WKT_TYPES.get(reader.next().text.toLowerCase())
  reader.takeWord('z')
  reader.expectSymbol('(')
  const point = (): Position => position(reader)
  const line = (): Position[] => parenthesised(reader, point)
  const rings = (): Position[][] => parenthesised(reader, line)
  switch (type) {
    case 'Point': {
      const coordinates = point()
      reader.expectSymbol(')')
      return { type, coordinates }
    }
    case 'MultiPoint':
      return { type, coordinates: reader.list(() => multiPointMember(reader)) }
    case 'LineString':
      return { type, coordinates: reader.list(point) }
    case 'MultiLineString':
    case 'Polygon':
      return { type, coordinates: reader.list(line) }
    case 'MultiPolygon':
      return { type, coordinates: reader.list(rings) }
    default:
      if (!mayBeCollection) {
        throw new Cql2Error('cql2.geometry', 'A GeometryCollection can’t stand in another one.', origin)
      }
      return { type: 'GeometryCollection', geometries: reader.list(() => taggedText(reader, false)) }
  }
}

function parenthesised<T>(reader: TokenReader, item: () => T): T[] {
  reader.expectSymbol('(')
  return reader.list(item)
}

/** The standard has each point in its own parentheses; its tests, and much software, leave them out. */
function multiPointMember(reader: TokenReader): Position {
  if (!reader.takeSymbol('(')) return position(reader)
  const coordinates = position(reader)
  reader.expectSymbol(')')
  return coordinates
}

function position(reader: TokenReader): Position {
  reader.builder.vertex(reader.origin)
  const coordinates = [reader.expectNumber(), reader.expectNumber()]
  if (!reader.isSymbol(',') && !reader.isSymbol(')')) coordinates.push(reader.expectNumber())
  return coordinates
}
