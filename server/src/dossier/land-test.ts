import type { Feature, Position } from 'geojson'

interface Area {
  west: number
  south: number
  east: number
  north: number
  rings: readonly Position[][]
}

/** A test of whether a place lies on one of these areas, on a flat map of longitude and latitude. */
export function landTest(features: readonly Feature[]): (position: Position) => boolean {
  const areas = features.flatMap(({ geometry }): Area[] => {
    if (geometry.type === 'Polygon') return [areaOf(geometry.coordinates)]
    return geometry.type === 'MultiPolygon' ? geometry.coordinates.map(areaOf) : []
  })
  return ([lon = Number.NaN, lat = Number.NaN]) =>
    areas.some(({ west, south, east, north, rings }) => {
      if (lon < west || lon > east || lat < south || lat > north) return false
      return rings.reduce((isInside, ring) => (isInRing(ring, lon, lat) ? !isInside : isInside), false)
    })
}

function areaOf(rings: readonly Position[][]): Area {
  const [outer = []] = rings
  const area = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity, rings }
  for (const [lon = 0, lat = 0] of outer) {
    area.west = Math.min(area.west, lon)
    area.east = Math.max(area.east, lon)
    area.south = Math.min(area.south, lat)
    area.north = Math.max(area.north, lat)
  }
  return area
}

function isInRing(ring: readonly Position[], lon: number, lat: number): boolean {
  let isInside = false
  for (let i = 0, before = ring.length - 1; i < ring.length; before = i++) {
    const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [ring[i] ?? [], ring[before] ?? []]
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) isInside = !isInside
  }
  return isInside
}
