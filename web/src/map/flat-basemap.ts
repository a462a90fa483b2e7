import type { FeatureCollection, Geometry, Position } from 'geojson'
import { useEffect, useState } from 'react'
import type { FlatMap } from './mercator.ts'

const FILES = ['regions', 'region-mesh', 'outline', 'neighbours', 'towns', 'rail'] as const
type FileName = (typeof FILES)[number]

export interface BasemapProperties {
  id: string
  kind?: string
  status?: string
  tier?: number
  seat?: 'kingdom' | 'region' | null
  nameFr?: string
  nameAr?: string
  nameEn?: string
}
export type Basemap = Record<FileName, FeatureCollection<Geometry, BasemapProperties>>

let asked: Promise<Basemap> | null = null

async function load(): Promise<Basemap> {
  const files = await Promise.all(
    FILES.map(async (name) => {
      const response = await fetch(`/basemap/${name}.geojson`)
      if (!response.ok) throw new Error(`basemap ${name}: ${response.status}`)
      return [name, await response.json()] as const
    }),
  )
  return Object.fromEntries(files) as Basemap
}

/** The basemap's files for maps drawn without MapLibre, each fetched once; null until they are there. */
export function useBasemap(): Basemap | null {
  const [basemap, setBasemap] = useState<Basemap | null>(null)
  useEffect(() => {
    let isWanted = true
    asked ??= load()
    asked.then(
      (loaded) => isWanted && setBasemap(loaded),
      // A picture without its ground is left blank and asked for again by the next one.
      () => {
        asked = null
      },
    )
    return () => {
      isWanted = false
    }
  }, [])
  return basemap
}

/** px around the picture within which lines are kept, so that strokes do not end at its edge */
const MARGIN = 24

const rings = (geometry: Geometry): Position[][] => {
  if (geometry.type === 'Polygon' || geometry.type === 'MultiLineString') return geometry.coordinates
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat()
  return geometry.type === 'LineString' ? [geometry.coordinates] : []
}

/** Small maps do not move, so a geometry has one path in each for as long as both live. */
const drawn = new WeakMap<FlatMap, WeakMap<Geometry, string>>()

/** SVG path of a geometry in a small map, worked out once. */
export function pathOf(geometry: Geometry, flat: FlatMap): string {
  const paths = drawn.get(flat) ?? new WeakMap<Geometry, string>()
  drawn.set(flat, paths)
  let path = paths.get(geometry)
  if (path === undefined) {
    path = draw(geometry, flat)
    paths.set(geometry, path)
  }
  return path
}

/**
 * Parts far outside the picture are left out, and within one far points are dropped as long as
 * both their neighbours lie beyond the same edge or corner, which changes nothing that can be seen.
 */
function draw(geometry: Geometry, { project, width, height }: FlatMap): string {
  const isClosed = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
  let path = ''
  for (const ring of rings(geometry)) {
    const points = ring.map(project).map(({ x, y }) => ({ x, y, out: sideOf(x, y, width, height) }))
    if (points.every(({ out }) => out & (points[0]?.out ?? 0))) continue
    const kept = points.filter(({ out }, i) => !(out && out === points[i - 1]?.out && out === points[i + 1]?.out))
    path += kept
      .map(({ x, y }, i) => {
        const isCut = i > 0 && !isClosed && (kept[i - 1]?.out ?? 0) & (kept[i]?.out ?? 0)
        return `${i === 0 || isCut ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
      })
      .join('')
    if (isClosed) path += 'Z'
  }
  return path
}

/** One bit per edge of the picture that the point lies beyond. */
const sideOf = (x: number, y: number, width: number, height: number) =>
  (x < -MARGIN ? 1 : 0) | (x > width + MARGIN ? 2 : 0) | (y < -MARGIN ? 4 : 0) | (y > height + MARGIN ? 8 : 0)
