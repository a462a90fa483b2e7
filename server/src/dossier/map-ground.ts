import type { Feature } from 'geojson'
import type { BasemapFiles } from './basemap-files.ts'
import { BORDER, BORDER_REGION, COAST, INK_2, LAND, LAND_OTHER, LAND_OTHER_LINE, SEA, SEA_LINE } from './colours.ts'
import { type MapFrame, pathOf } from './map-frame.ts'

/** Pixels that the three water lines lie off the coast, the farthest first: each pair of strokes leaves one line. */
const WATER_LINES = [11, 6.8, 3.2] as const

export interface GroundOrder {
  files: BasemapFiles
  frame: MapFrame
  /** Regions that hold a site. */
  hits: ReadonlySet<string>
  hitColour: string
  /** Small pictures do without water lines, graticule and railways. */
  isSmall?: boolean
}

/** Sea, land, borders and regions, from the bottom up. */
export function mapGround({ files, frame, hits, hitColour, isSmall = false }: GroundOrder): string {
  const path = pathOf(frame)
  const of = (features: readonly Feature[]) => features.map((feature) => path(feature) ?? '').join('')
  const others = of(files.neighbours.filter(({ properties }) => properties.kind === 'land'))
  const borders = of(files.neighbours.filter(({ properties }) => properties.kind === 'border'))
  const own = of(files.regions)
  const outline = of(files.outline.filter(({ properties }) => properties.kind === 'outline'))
  const coast = of(files.outline.filter(({ properties }) => properties.kind === 'coast'))
  const hit = of(files.regions.filter(({ properties }) => hits.has(properties.id)))
  const parts = [`<rect width="${frame.width}" height="${frame.height}" fill="${SEA}"/>`]
  const stroke = (d: string, colour: string, width: number, more = '') =>
    parts.push(`<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"${more}/>`)
  if (!isSmall) {
    stroke(of(files.graticule), SEA_LINE, 0.7)
    for (const away of WATER_LINES) {
      stroke(coast + outline, SEA_LINE, away * 2 + 0.8)
      stroke(coast + outline, SEA, away * 2 - 0.8)
    }
  }
  parts.push(`<path d="${others}" fill="${LAND_OTHER}"/>`)
  stroke(coast, COAST, 0.6)
  stroke(borders, LAND_OTHER_LINE, 0.8, ' stroke-dasharray="5 2 1 2"')
  parts.push(`<path d="${own}" fill="${LAND}"/>`)
  if (hit) parts.push(`<path d="${hit}" fill="${hitColour}"/>`)
  stroke(of(files.regionMesh), BORDER_REGION, isSmall ? 0.5 : 0.8)
  stroke(outline, BORDER, isSmall ? 0.7 : 1)
  if (!isSmall)
    for (const line of files.rail) {
      const isBuilt = line.properties.status === 'operational'
      stroke(of([line]), INK_2, isBuilt ? 1.3 : 1, isBuilt ? '' : ' stroke-dasharray="2.5 2.5"')
    }
  return parts.join('')
}
