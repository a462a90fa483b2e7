import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'

export type AreaFeature = Feature<Polygon | MultiPolygon, { id: string; regionId?: string | null }>

const polygonsOf = (area: Polygon | MultiPolygon): Position[][][] =>
  area.type === 'Polygon' ? [area.coordinates] : area.coordinates

/** Ray casting, degrees; a point exactly on the line may fall on either side. */
function isInRing([x = 0, y = 0]: Position, ring: Position[]): boolean {
  let isInside = false
  let [px = 0, py = 0] = ring.at(-1) ?? []
  for (const [cx = 0, cy = 0] of ring) {
    if (cy > y !== py > y && x < ((px - cx) * (y - cy)) / (py - cy) + cx) isInside = !isInside
    px = cx
    py = cy
  }
  return isInside
}

export function isInArea(point: Position, area: Polygon | MultiPolygon): boolean {
  return polygonsOf(area).some(
    ([shell, ...holes]) => shell && isInRing(point, shell) && !holes.some((hole) => isInRing(point, hole)),
  )
}

export function regionAt(point: Position, regions: AreaFeature[]): string | null {
  return regions.find((region) => isInArea(point, region.geometry))?.properties.id ?? null
}

/** Area of the drawn shape in km² on a sphere; for checks between shapes only, never shown as a figure. */
export function drawnAreaKm2(area: Polygon | MultiPolygon): number {
  const ringArea = (ring: Position[]) => {
    const radians = Math.PI / 180
    let sum = 0
    for (let i = 0; i < ring.length - 1; i++) {
      const [ax = 0, ay = 0] = ring[i] ?? []
      const [bx = 0, by = 0] = ring[i + 1] ?? []
      sum += (bx - ax) * radians * (2 + Math.sin(ay * radians) + Math.sin(by * radians))
    }
    return Math.abs((sum * 6371.0088 ** 2) / 2)
  }
  return polygonsOf(area).reduce(
    (total, [shell = [], ...holes]) => total + ringArea(shell) - holes.reduce((gone, hole) => gone + ringArea(hole), 0),
    0,
  )
}
