import type { MultiLineString, MultiPolygon, Polygon, Position } from 'geojson'
import { difference, type Geom, intersection, union } from 'polyclip-ts'
import { feature, mesh } from 'topojson-client'
import { presimplify, simplify } from 'topojson-simplify'
import type { AreaTopology, BoundarySet } from './boundary-set.ts'
import { readTopology } from './boundary-set.ts'
import { drawnAreaKm2 } from './point-in-area.ts'

/** Square degrees, Visvalingam: neighbours are context, drawn without detail of their own. */
const DETAIL = 2.5e-4
/** Smaller islands and leftovers of clipping are not drawn (km²). */
const LEAST_AREA_KM2 = 1

export interface Neighbours {
  land: MultiPolygon
  /** their coasts */
  coast: MultiLineString
  /** borders between two of them; never one with the country itself, which has its own line */
  borders: MultiLineString
}

type Polygons = Position[][][]

const polygonsOf = (geometry: Polygon | MultiPolygon): Polygons =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

const asGeom = (polygons: Polygons): Geom => polygons as Geom

/** Pieces of a line that lie in the box; a segment counts when both its ends do. */
function clipLines(lines: Position[][], [west, south, east, north]: BoundarySet['set']['extent']): Position[][] {
  const isIn = ([x = 0, y = 0]: Position) => x >= west && x <= east && y >= south && y <= north
  return lines.flatMap((line) => {
    const pieces: Position[][] = []
    let piece: Position[] = []
    for (const point of line) {
      if (isIn(point)) piece.push(point)
      else if (piece.length) {
        pieces.push(piece)
        piece = []
      }
    }
    pieces.push(piece)
    return pieces.filter(({ length }) => length > 1)
  })
}

/**
 * The land around the country, from a world atlas whose own drawing of the country is left out whole.
 *
 * The atlas and the country's boundaries disagree by up to some kilometres along the land border. Where the country's
 * land reaches over, the neighbours are cut back to it; where the atlas gave land to the country that it does not hold,
 * the leftover goes to the neighbour it touches, so that no sliver of sea shows between the two. Leftovers that touch
 * no neighbour lie on the coast and are sea.
 */
export function drawNeighbours(set: BoundarySet, land: MultiPolygon): Neighbours {
  const { drop } = set.set.world
  const extent = set.set.extent
  const [west, south, east, north] = extent
  const { topology: full, object } = readTopology(set, set.set.world)
  const topology = simplify(presimplify(full), DETAIL) as AreaTopology
  const areas = topology.objects[object]
  if (!areas) throw new Error('the world atlas lost its countries while it was simplified')
  const isOwn = (id: string | number | undefined) => drop.includes(String(id))

  const box: Polygons = [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ]
  const touchesBox = (polygon: Position[][]) =>
    polygon[0]?.some(([x = 0, y = 0]) => x > west && x < east && y > south && y < north) ?? false
  const own: Polygons = []
  const foreign: Polygons = []
  for (const { id, geometry } of feature(topology, areas).features) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue
    ;(isOwn(id) ? own : foreign).push(...polygonsOf(geometry).filter(touchesBox))
  }

  const country = asGeom(land.coordinates)
  const inBox = foreign.flatMap((polygon) => intersection(asGeom([polygon]), asGeom(box)) as Polygons)
  const foreignPoints = new Set(inBox.flat(2).map(String))
  const leftovers = (difference(asGeom(own), country) as Polygons).filter((polygon) =>
    polygon.some((ring) => ring.some((point) => foreignPoints.has(String(point)))),
  )
  const cut = difference(union(asGeom(inBox), asGeom(leftovers)), country) as Polygons
  return {
    land: {
      type: 'MultiPolygon',
      coordinates: cut.filter((polygon) => drawnAreaKm2({ type: 'Polygon', coordinates: polygon }) >= LEAST_AREA_KM2),
    },
    coast: {
      type: 'MultiLineString',
      coordinates: clipLines(mesh(topology, areas, (a, b) => a === b && !isOwn(a.id)).coordinates, extent),
    },
    borders: {
      type: 'MultiLineString',
      coordinates: clipLines(
        mesh(topology, areas, (a, b) => a !== b && !isOwn(a.id) && !isOwn(b.id)).coordinates,
        extent,
      ),
    },
  }
}
