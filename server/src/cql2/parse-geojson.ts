import type { AstBuilder, Geometry, Position, SimpleGeometry } from './ast.ts'
import { Cql2Error, excerpt } from './errors.ts'
import { checkShape } from './geometry-shape.ts'
import { finite } from './token-reader.ts'

/**
 * Reads a GeoJSON geometry; members other than its type and coordinates are ignored.
 * @throws {Cql2Error} `cql2.geometry`, `cql2.number` or `cql2.too-many-vertices`
 */
export function parseGeoJson(value: Record<string, unknown>, pointer: string, builder: AstBuilder): Geometry {
  const geometry = readGeometry(value, pointer, builder)
  checkShape(geometry, { pointer })
  return geometry
}

function readGeometry(value: Record<string, unknown>, pointer: string, builder: AstBuilder): Geometry {
  if (value.type !== 'GeometryCollection') return readSimple(value, pointer, builder)
  const at = `${pointer}/geometries`
  const geometries = array(value.geometries, at).map((part, index) => {
    if (typeof part !== 'object' || part === null) {
      throw new Cql2Error('cql2.geometry', 'A GeometryCollection holds geometries.', { pointer: `${at}/${index}` })
    }
    return readSimple(part as Record<string, unknown>, `${at}/${index}`, builder)
  })
  return { type: 'GeometryCollection', geometries }
}

function readSimple(value: Record<string, unknown>, pointer: string, builder: AstBuilder): SimpleGeometry {
  const { type, coordinates } = value
  const at = { pointer: `${pointer}/coordinates` }
  const position = (item: unknown): Position => {
    builder.vertex(at)
    const numbers = array(item, at.pointer)
    if (numbers.length < 2 || numbers.length > 3) {
      throw new Cql2Error('cql2.geometry', 'A position is an array of 2 or 3 numbers.', at)
    }
    return numbers.map((number) => {
      if (typeof number !== 'number') throw new Cql2Error('cql2.geometry', 'A position is made of numbers.', at)
      return finite(number, at)
    })
  }
  const line = (item: unknown): Position[] => array(item, at.pointer).map(position)
  const rings = (item: unknown): Position[][] => array(item, at.pointer).map(line)
  switch (type) {
    case 'Point':
      return { type, coordinates: position(coordinates) }
    case 'MultiPoint':
    case 'LineString':
      return { type, coordinates: line(coordinates) }
    case 'MultiLineString':
    case 'Polygon':
      return { type, coordinates: rings(coordinates) }
    case 'MultiPolygon':
      return { type, coordinates: array(coordinates, at.pointer).map(rings) }
  }
  const what = typeof type === 'string' ? excerpt(type) : 'this'
  throw new Cql2Error('cql2.geometry', `There is no geometry type ${what} that can stand here.`, {
    pointer: `${pointer}/type`,
  })
}

function array(value: unknown, pointer: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new Cql2Error('cql2.geometry', 'Here an array is expected.', { pointer })
}
