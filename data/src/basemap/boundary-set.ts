import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Position } from 'geojson'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** A name in the three languages of the product. */
export interface Names {
  fr: string
  ar: string
  en: string
}

export interface Licence {
  licence: string
  attribution: string
  url: string | null
}

interface TopologyRef {
  /** path inside the set's own folder, or of a file inside an npm package */
  file: string
  object: string
}

interface SetFile {
  title: Names
  extent: [west: number, south: number, east: number, north: number]
  regions: TopologyRef
  provinces: TopologyRef
  world: TopologyRef & { drop: string[] }
  airportCountries: string[]
  licences: Record<'boundaries' | 'neighbours' | 'towns' | 'airports' | 'schematic', Licence>
}

type Placed = Names & { id: string; at: Position }

interface LabelsFile {
  regions: Record<string, Position>
  countries: Placed[]
  enclaves: Placed[]
  islands: Placed[]
  waters: (Placed & { size: number })[]
}

export type TownEntry = Names & { tier: number; seat?: 'kingdom' | 'region' } & (
    | { geonames: number }
    | { id: string; at: Position }
  )

export interface RailLine extends Names {
  id: string
  kind: 'hsr' | 'rail'
  status: 'operational' | 'under-construction'
  via: string[]
  at: Position[]
}

export interface AreaProperties {
  name?: string
}
export type AreaTopology = Topology<Record<string, GeometryCollection<AreaProperties>>>

/** Everything one folder under `data/basemap/` says about what is drawn and how it is called. */
export interface BoundarySet {
  id: string
  folder: string
  set: SetFile
  labels: LabelsFile
  towns: TownEntry[]
  rail: RailLine[]
}

const SETS_FOLDER = fileURLToPath(new URL('../../basemap/', import.meta.url))
const require = createRequire(import.meta.url)

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T

/**
 * Reads the boundary set that the setting BOUNDARIES names.
 * @throws when there is no such folder, naming it.
 */
export function readBoundarySet(id: string): BoundarySet {
  const folder = join(SETS_FOLDER, id)
  if (!/^[a-z0-9-]+$/.test(id) || !existsSync(join(folder, 'set.json'))) {
    throw new Error(`BOUNDARIES=${id}: no boundary set of that name in data/basemap/`)
  }
  return {
    id,
    folder,
    set: readJson<SetFile>(join(folder, 'set.json')),
    labels: readJson<LabelsFile>(join(folder, 'labels.json')),
    towns: readJson<{ towns: TownEntry[] }>(join(folder, 'towns.json')).towns,
    rail: readJson<{ lines: RailLine[] }>(join(folder, 'rail.json')).lines,
  }
}

/** The file a set refers to: its own if it has one of that name, else the one inside the npm package. */
export function resolveSetFile(set: BoundarySet, file: string): string {
  const own = join(set.folder, file)
  return existsSync(own) ? own : require.resolve(file)
}

export function readTopology(set: BoundarySet, { file, object }: TopologyRef) {
  const topology = readJson<AreaTopology>(resolveSetFile(set, file))
  const areas = topology.objects[object]
  if (!areas) throw new Error(`${file}: no object "${object}" in the topology`)
  return { topology, areas, object }
}
