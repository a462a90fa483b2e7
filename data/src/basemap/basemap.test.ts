import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FeatureCollection, LineString, MultiLineString, MultiPolygon, Point, Polygon, Position } from 'geojson'
import { intersection } from 'polyclip-ts'
import { afterAll, describe, expect, it } from 'vitest'
import { buildBasemap } from './build.ts'
import { drawnAreaKm2, isInArea } from './point-in-area.ts'

interface Drawn {
  id: string
  regionId: string | null
  kind: string
  status: string
  tier: number
  nameFr: string
  nameAr: string
  nameEn: string
}

const outDir = mkdtempSync(join(tmpdir(), 'basemap-'))
afterAll(() => {
  rmSync(outDir, { recursive: true })
  rmSync(elsewhere, { recursive: true })
})

const manifest = buildBasemap({ outDir, boundaries: 'morocco' })
const elsewhere = mkdtempSync(join(tmpdir(), 'basemap-'))
const again = buildBasemap({ outDir: elsewhere, boundaries: 'morocco' })
const read = <G extends Polygon | MultiPolygon | MultiLineString | LineString | Point>(file: string) =>
  JSON.parse(readFileSync(join(outDir, 'morocco', file), 'utf8')) as FeatureCollection<G, Drawn> & { licence: string }

const regions = read<Polygon | MultiPolygon>('regions.geojson')
const provinces = read<Polygon | MultiPolygon>('provinces.geojson')
const neighbours = read<MultiPolygon | MultiLineString>('neighbours.geojson')
const towns = read<Point>('towns.geojson').features
const kingdom = regions.features.flatMap(({ geometry }): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
)
const areaOf = (id: string) => {
  const region = regions.features.find(({ properties }) => properties.id === id)
  return region ? drawnAreaKm2(region.geometry) : 0
}

describe('the land of the default boundary set', () => {
  it('has the twelve regions, each named in three languages', () => {
    expect(regions.features.map(({ properties }) => properties.id)).toEqual(
      Array.from({ length: 12 }, (_, i) => `MA-${String(i + 1).padStart(2, '0')}`),
    )
    for (const { properties } of regions.features) {
      expect(properties.nameFr).not.toMatch(/partial|\(EH/)
      expect(properties.nameAr).toMatch(/^[\u0600-\u06ff\s-]+$/)
      expect(properties.nameEn).toMatch(/^\p{Script=Latin}[\p{Script=Latin}\s’'-]+$/u)
    }
  })

  it('has 75 provinces, every one in one of the regions and every region with some', () => {
    expect(provinces.features).toHaveLength(75)
    const homes = new Set(provinces.features.map(({ properties }) => properties.regionId))
    expect([...homes].sort()).toEqual(regions.features.map(({ properties }) => properties.id))
    const home = (id: string) => provinces.features.find(({ properties }) => properties.id === id)?.properties.regionId
    expect(home('MA-FES')).toBe('MA-03')
    expect(home('MA-NOU')).toBe('MA-06')
  })

  it('reaches Lagouira in the south and the strait in the north', () => {
    const latitudes = kingdom.flat(2).map(([, lat = 0]) => lat)
    expect(Math.min(...latitudes)).toBeLessThan(20.9)
    expect(Math.max(...latitudes)).toBeGreaterThan(35.9)
  })

  it('draws regions in sane proportion to each other', () => {
    // Published: 140 018 and 17 262 km², a ratio of 8.1; shapes from another source differ by some per cent.
    const ratio = areaOf('MA-11') / areaOf('MA-01')
    expect(ratio).toBeGreaterThan(7.3)
    expect(ratio).toBeLessThan(9)
    expect(areaOf('MA-02') / areaOf('MA-01')).toBeGreaterThan(3.5)
    const total = regions.features.reduce((sum, { geometry }) => sum + drawnAreaKm2(geometry), 0)
    expect(total).toBeGreaterThan(670_000)
    expect(total).toBeLessThan(720_000)
  })
})

describe('what lies around', () => {
  const polygons = neighbours.features.find(({ properties }) => properties.kind === 'land')?.geometry.coordinates
  const around = (polygons ?? []) as Position[][][]

  it('does not overlap the Kingdom', () => {
    const nearby = around.filter((polygon) => polygon[0]?.some(([lon = 0, lat = 0]) => lon < 0 && lat < 36 && lat > 20))
    const overlap = intersection(nearby as never, kingdom as never)
    const km2 = overlap.reduce((sum, coordinates) => sum + drawnAreaKm2({ type: 'Polygon', coordinates }), 0)
    expect(nearby.length).toBeGreaterThan(3)
    expect(km2).toBeLessThan(5)
  })

  it('leaves no gap of sea along the land border', () => {
    // A walk along the eastern and southern border, five kilometres outside the drawn land.
    const outside: Position[] = [
      [-1.0, 32.1],
      [-3.0, 30.8],
      [-5.5, 29.2],
      [-8.62, 28.0],
      [-8.62, 27.0],
      [-11.95, 24.5],
      [-12.95, 22.0],
    ]
    for (const point of outside) {
      const isLand = [{ type: 'MultiPolygon' as const, coordinates: around }].some((area) => isInArea(point, area))
      expect(isLand || isInArea(point, { type: 'MultiPolygon', coordinates: kingdom }), String(point)).toBe(true)
    }
  })

  it('draws no border of the Kingdom from the world atlas', () => {
    const [borders] = neighbours.features.filter(({ properties }) => properties.kind === 'border')
    const points = ((borders?.geometry.coordinates ?? []) as Position[][]).flat()
    const parallel = points.filter(([lon = 0, lat = 0]) => lat > 27.6 && lat < 27.72 && lon < -8.7)
    expect(points.length).toBeGreaterThan(20)
    expect(parallel).toEqual([])
  })
})

describe('towns', () => {
  it('stand on the land, most prominent first, in three languages', () => {
    expect(towns.length).toBeGreaterThanOrEqual(60)
    const tiers = towns.map(({ properties }) => properties.tier)
    expect(tiers).toEqual([...tiers].sort((a, b) => a - b))
    const land = { type: 'MultiPolygon' as const, coordinates: kingdom }
    const near = (at: Position) =>
      [-0.02, 0, 0.02].some((dx) =>
        [-0.02, 0, 0.02].some((dy) => isInArea([(at[0] ?? 0) + dx, (at[1] ?? 0) + dy], land)),
      )
    expect(
      towns.filter(({ geometry }) => !near(geometry.coordinates)).map(({ properties }) => properties.nameFr),
    ).toEqual([])
    expect(towns.every(({ properties }) => /[\u0600-\u06ff]/.test(properties.nameAr))).toBe(true)
  })

  it('include Lagouira, where GeoNames has no entry', () => {
    expect(towns.find(({ properties }) => properties.id === 'lagouira')?.geometry.coordinates[1]).toBeLessThan(21)
  })
})

describe('the files', () => {
  it('stay small together', () => {
    expect(manifest.files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0)).toBeLessThan(255_000)
  })

  it('carry their licence', () => {
    expect(regions.licence).toBe('ODbL-1.0')
    expect(manifest.files.every(({ licence }) => licence.length > 0)).toBe(true)
  })

  it('come out the same each time, and are left alone when nothing changed', () => {
    const file = join(outDir, 'morocco/regions.geojson')
    const before = statSync(file).mtimeMs
    expect(buildBasemap({ outDir, boundaries: 'morocco' })).toEqual(manifest)
    expect(statSync(file).mtimeMs).toBe(before)
    expect(readFileSync(join(elsewhere, 'morocco/neighbours.geojson'))).toEqual(
      readFileSync(join(outDir, 'morocco/neighbours.geojson')),
    )
    expect(again).toEqual(manifest)
  })

  it('are refused for a boundary set that is not there', () => {
    expect(() => buildBasemap({ outDir, boundaries: '../morocco' })).toThrow(/no boundary set/)
  })
})
