import { type BboxLiteral, type GeometryLiteral, originOf } from './ast.ts'
import { Cql2Error } from './errors.ts'
import { horizontal, positionsOf } from './geometry-shape.ts'
import { geometryFault } from './relate.ts'

/** Refuses literals that can't be places on Earth in longitude and latitude, and areas that cross themselves. */
export function checkGeometry(literal: GeometryLiteral | BboxLiteral): void {
  const origin = originOf(literal)
  const check = (lon: number | undefined, lat: number | undefined): void => {
    if (lon === undefined || lat === undefined || Math.abs(lon) > 180 || Math.abs(lat) > 90) {
      throw new Cql2Error('cql2.coordinates', `There is no place at longitude ${lon}, latitude ${lat}.`, origin)
    }
  }
  if (literal.type === 'bbox') {
    const [west, south, east, north] = horizontal(literal)
    check(west, south)
    check(east, north)
    if (south > north) {
      throw new Cql2Error('cql2.coordinates', 'The south of a bounding box can’t lie above its north.', origin)
    }
    return
  }
  for (const [lon, lat] of positionsOf(literal.value)) check(lon, lat)
  const fault = geometryFault(literal.value)
  if (fault) throw new Cql2Error('cql2.geometry', `The geometry isn’t valid: ${fault}.`, origin)
}
