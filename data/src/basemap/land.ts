import type { MultiLineString, MultiPolygon, Position } from 'geojson'
import { feature, merge, mesh } from 'topojson-client'
import { presimplify, simplify } from 'topojson-simplify'
import type {
  GeometryCollection,
  GeometryObject,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from 'topojson-specification'
import type { AreaProperties, AreaTopology, BoundarySet } from './boundary-set.ts'
import { readTopology } from './boundary-set.ts'
import { type AreaFeature, regionAt } from './point-in-area.ts'

/**
 * Triangles smaller than this (square degrees, Visvalingam) are dropped. The source lies on a grid of about 180 m,
 * whose steps would show as stairs; at zoom 10 the regions still follow their coast within three pixels.
 */
const REGION_DETAIL = 4e-6
/** Provinces are drawn from zoom 7 as hairlines only, and their polygons serve the API's geometry. */
const PROVINCE_DETAIL = 3e-5

export interface Land {
  regions: AreaFeature[]
  provinces: AreaFeature[]
  /** borders between two regions, each once */
  regionMesh: MultiLineString
  /** borders between two provinces of one region, each once */
  provinceMesh: MultiLineString
  /** the outer line of the whole land: coast and land border */
  outline: MultiLineString
  land: MultiPolygon
}

const isArea = (geometry: GeometryObject<AreaProperties>): geometry is TopoPolygon | TopoMultiPolygon =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'

function simplified(set: BoundarySet, ref: 'regions' | 'provinces', detail: number) {
  const { topology, object } = readTopology(set, set.set[ref])
  // presimplify wants and gives a topology without a transform; its type keeps the objects.
  const light = simplify(presimplify(topology), detail) as AreaTopology
  const areas = light.objects[object]
  if (!areas) throw new Error(`the topology lost its object "${object}" while it was simplified`)
  return { topology: light, areas }
}

function toFeatures(topology: AreaTopology, areas: GeometryCollection<AreaProperties>): AreaFeature[] {
  const found = feature(topology, areas).features
  return found
    .map((each): AreaFeature => {
      if (typeof each.id !== 'string' || (each.geometry.type !== 'Polygon' && each.geometry.type !== 'MultiPolygon')) {
        throw new Error(`a boundary without id or area: ${String(each.id)} ${each.geometry.type}`)
      }
      return { type: 'Feature', id: each.id, properties: { id: each.id }, geometry: each.geometry }
    })
    .sort((a, b) => (a.properties.id < b.properties.id ? -1 : 1))
}

/** Reads and lightens the country's own land: regions, provinces, their inner borders and the outer line. */
export function readLand(set: BoundarySet): Land {
  const r = simplified(set, 'regions', REGION_DETAIL)
  const p = simplified(set, 'provinces', PROVINCE_DETAIL)
  const regions = toFeatures(r.topology, r.areas)
  const regionOf = new Map<string | number | undefined, string | null>()
  const provinces = toFeatures(p.topology, p.areas).map((province) => {
    const regionId = homeRegion(province, regions)
    regionOf.set(province.id, regionId)
    return { ...province, properties: { ...province.properties, regionId } }
  })
  return {
    regions,
    provinces,
    regionMesh: mesh(r.topology, r.areas, (a, b) => a !== b),
    provinceMesh: mesh(p.topology, p.areas, (a, b) => a !== b && regionOf.get(a.id) === regionOf.get(b.id)),
    outline: mesh(r.topology, r.areas, (a, b) => a === b),
    land: merge(r.topology, r.areas.geometries.filter(isArea)),
  }
}

/** The region most of a province's border points lie in: the two sources share no key but the ground itself. */
function homeRegion(province: AreaFeature, regions: AreaFeature[]): string | null {
  const rings: Position[][] =
    province.geometry.type === 'Polygon' ? province.geometry.coordinates : province.geometry.coordinates.flat()
  const votes = new Map<string, number>()
  for (const point of rings.flat()) {
    const id = regionAt(point, regions)
    if (id) votes.set(id, (votes.get(id) ?? 0) + 1)
  }
  const [winner] = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return winner?.[0] ?? null
}
