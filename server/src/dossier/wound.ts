import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'

/** Twice the area that a ring encloses on a flat map: positive when it runs against the clock. */
function turning(ring: readonly Position[]): number {
  let sum = 0
  for (let i = 0; i < ring.length - 1; i++) {
    const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [ring[i] ?? [], ring[i + 1] ?? []]
    sum += x1 * y2 - x2 * y1
  }
  return sum
}

const rings = (polygon: Position[][]): Position[][] =>
  polygon.map((ring, i) => (turning(ring) > 0 === (i === 0) ? [...ring].reverse() : ring))

/** The feature with its outer rings clockwise. d3-geo reads a ring on the sphere and takes the other way for its outside. */
export function wound<F extends Feature>(feature: F): F {
  const { geometry } = feature
  if (geometry.type === 'Polygon')
    return { ...feature, geometry: { ...geometry, coordinates: rings(geometry.coordinates) } satisfies Polygon }
  if (geometry.type === 'MultiPolygon')
    return {
      ...feature,
      geometry: { ...geometry, coordinates: geometry.coordinates.map(rings) } satisfies MultiPolygon,
    }
  return feature
}
