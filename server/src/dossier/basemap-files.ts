import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type {
  Feature,
  FeatureCollection,
  LineString,
  MultiLineString,
  MultiPolygon,
  Point,
  Polygon,
  Position,
} from 'geojson'
import { BASEMAPS } from '../settings.ts'
import { landTest } from './land-test.ts'
import { wound } from './wound.ts'

interface Named {
  nameFr: string
  nameAr: string
  nameEn: string
}

export interface TownProperties extends Named {
  id: string
  /** 0: the largest. */
  tier: number
  seat: 'kingdom' | 'region' | null
  population: number
}

export interface LabelProperties extends Named {
  id: string
  kind: 'region' | 'country' | 'enclave' | 'island' | 'water'
  /** 1: shown first, and where it is free. */
  rank: number
}

type Lines = LineString | MultiLineString
type Areas = Polygon | MultiPolygon

/** The built basemap, as pictures draw it. */
export interface BasemapFiles {
  regions: Feature<Areas, Named & { id: string }>[]
  regionMesh: Feature<Lines>[]
  outline: Feature<Lines, { kind: 'outline' | 'coast' }>[]
  neighbours: Feature<Areas | Lines, { kind: 'land' | 'border' }>[]
  graticule: Feature<Lines, { id: string }>[]
  rail: Feature<Lines, { kind: string; status: string }>[]
  towns: Feature<Point, TownProperties>[]
  airports: Feature<Point, { id: string; iata: string }>[]
  labels: Feature<Point, LabelProperties>[]
  /** Whether a place lies in the Kingdom; on any land. */
  isOwnLand: (position: Position) => boolean
  isLand: (position: Position) => boolean
}

const read = new Map<string, BasemapFiles>()

/**
 * The files of a boundary set, read once.
 * @param boundaries name of the set, a folder of the built basemaps
 * @throws Error when the basemap is not built
 */
export function basemapFiles(boundaries: string): BasemapFiles {
  const known = read.get(boundaries)
  if (known) return known
  const folder = join(BASEMAPS, boundaries)
  if (!existsSync(folder)) throw new Error(`The basemap ${boundaries} is not built; a map cannot be drawn.`)
  const features = <F>(name: string): F[] =>
    (JSON.parse(readFileSync(join(folder, `${name}.geojson`), 'utf8')) as FeatureCollection).features as unknown as F[]
  const regions = features<BasemapFiles['regions'][number]>('regions').map(wound)
  const neighbours = features<BasemapFiles['neighbours'][number]>('neighbours').map(wound)
  const files: BasemapFiles = {
    regions,
    neighbours,
    isOwnLand: landTest(regions),
    isLand: landTest([...regions, ...neighbours]),
    regionMesh: features('region-mesh'),
    outline: features('outline'),
    graticule: features('graticule'),
    rail: features('rail'),
    towns: features('towns'),
    airports: features('airports'),
    labels: features('labels'),
  }
  read.set(boundaries, files)
  return files
}
