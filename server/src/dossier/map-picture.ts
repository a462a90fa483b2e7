import type { Language } from '@tvl/model'
import { geoCircle } from 'd3-geo'
import { basemapFiles } from './basemap-files.ts'
import { type Box, boxAround } from './boxes.ts'
import { BORDER, INK, INK_2, LAND, RULE, SEA, tint } from './colours.ts'
import { isWithin, type MapFrame, mapFrame, pathOf, placeOf } from './map-frame.ts'
import { mapGround } from './map-ground.ts'
import { areaLabels, graticuleLabels, townLabels } from './map-labels.ts'
import { PIN_RADIUS, PIN_TEXT, type PlacedPin, placePins } from './map-pins.ts'
import { rounded, svgText } from './svg.ts'

export interface MapSite {
  /** What its disc says. */
  number: number
  lon: number
  lat: number
  /** Already in the reader’s language; null: its number alone. */
  label: string | null
  regionId: string
  /** Metres within which the site lies. */
  radiusM: number
}

export interface MapOrder {
  /** Name of the boundary set. */
  boundaries: string
  sites: readonly MapSite[]
  language: Language
  /** In pixels of the picture: type is set for 803 on the width of an A4 page. */
  width: number
  height: number
  /** #rrggbb of discs. */
  colour: string
  /** Metres that the picture spans at least; more, where the sites lie farther apart. */
  leastSpanM?: number
  /** A small map of the whole Kingdom in the corner, where the picture shows a part of it. */
  hasInset?: boolean
}

/** A disc is drawn for a position that is known only to within this many pixels. */
const LEAST_RADIUS = 5

/**
 * A map of sites as SVG, text as text: the land with its regions, numbered discs with leaders to the true points. The
 * same order gives the same text. It is never mirrored, whatever the language.
 * @throws Error when the basemap is not built
 */
export function mapPicture(order: MapOrder): string {
  const { width, height, sites, language, colour, leastSpanM = 800_000, hasInset = true } = order
  const files = basemapFiles(order.boundaries)
  const points = sites.map(({ lon, lat }) => [lon, lat])
  const frame = mapFrame({ width, height, points, leastSpanM, margin: Math.min(110, width / 5) })
  const hits = new Set(sites.map(({ regionId }) => regionId))
  const hitColour = tint(colour, 0.1)
  const inset = hasInset && !frame.isWholeKingdom ? insetPicture(order, frame, hits, hitColour) : null
  const scale = scaleBar(frame, language)
  const taken: Box[] = [...(inset ? [inset.box] : []), scale.box]
  const capital = files.towns.filter(({ properties }) => properties.tier === 0)
  const large = capital.map((town) => placeOf(frame, town.geometry.coordinates)).filter((at) => isWithin(frame, at))
  const pins = placePins(
    sites.map(({ number, lon, lat, label }) => ({ number, label, ...placeOf(frame, [lon, lat]) })),
    { width, height, obstacles: [...taken, ...large.map(({ x, y }) => boxAround(x, y, 4))] },
  )
  for (const { x, y, pinX, pinY, labelBox } of pins) {
    taken.push(boxAround(pinX, pinY, PIN_RADIUS + 2), boxAround(x, y, 5))
    for (const part of [0.25, 0.5, 0.75]) taken.push(boxAround(x + (pinX - x) * part, y + (pinY - y) * part, 3))
    if (labelBox) taken.push(labelBox)
  }
  const labels = { files, frame, language, taken, hits, hitColour }
  const names = [
    townLabels(labels),
    areaLabels(labels, ['water', 'country']),
    graticuleLabels(labels),
    areaLabels(labels, ['region', 'island']),
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<clipPath id="frame"><rect width="${width}" height="${height}"/></clipPath><g clip-path="url(#frame)">`,
    mapGround({ files, frame, hits, hitColour }),
    ...sites.map((site) => uncertainty(site, frame, colour)),
    ...names,
    scale.svg,
    ...pins.map((pin) => leader(pin, colour)),
    ...pins.map((pin) => disc(pin, colour)),
    '</g>',
    inset?.svg ?? '',
    `<rect x="0.4" y="0.4" width="${width - 0.8}" height="${height - 0.8}" fill="none" stroke="${RULE}" stroke-width="0.8"/>`,
    '</svg>',
  ].join('')
}

/** The circle that the site lies in, where it shows. */
function uncertainty({ lon, lat, radiusM }: MapSite, frame: MapFrame, colour: string): string {
  if (radiusM / frame.metresPerPixel < LEAST_RADIUS) return ''
  const circle = geoCircle()
    .center([lon, lat])
    .radius((radiusM / 6_371_008.8) * (180 / Math.PI))
    .precision(4)()
  const d = pathOf(frame)(circle) ?? ''
  return `<path d="${d}" fill="${colour}" fill-opacity="0.07" stroke="${colour}" stroke-width="0.8" stroke-dasharray="2.5 2"/>`
}

function leader({ x, y, pinX, pinY }: PlacedPin, colour: string): string {
  const line = `x1="${rounded(x)}" y1="${rounded(y)}" x2="${rounded(pinX)}" y2="${rounded(pinY)}"`
  return (
    `<line ${line} stroke="${LAND}" stroke-width="3.4"/><line ${line} stroke="${colour}" stroke-width="1.2"/>` +
    `<circle cx="${rounded(x)}" cy="${rounded(y)}" r="3.6" fill="${colour}" stroke="${LAND}" stroke-width="1.2"/>`
  )
}

function disc({ number, pinX, pinY, label, side }: PlacedPin, colour: string): string {
  const size = number > 9 ? 11 : 12.5
  const name =
    label === null || side === null
      ? ''
      : svgText(label, {
          x: side === 'right' ? pinX + PIN_RADIUS + 5 : pinX - PIN_RADIUS - 5,
          y: pinY + PIN_TEXT * 0.35,
          size: PIN_TEXT,
          colour: INK,
          anchor: side === 'right' ? 'start' : 'end',
          isStrong: true,
          halo: LAND,
        })
  const place = { x: pinX, y: pinY + size * 0.35, size, colour: LAND, anchor: 'middle', isStrong: true } as const
  return (
    `<circle cx="${rounded(pinX)}" cy="${rounded(pinY)}" r="${PIN_RADIUS}" fill="${colour}" stroke="${LAND}" stroke-width="2"/>` +
    svgText(String(number), place) +
    name
  )
}

const ROUND_KM = [1, 2, 5, 10, 20, 50, 100, 200, 500] as const

/** A bar of a round number of kilometres, bottom left. */
function scaleBar(frame: MapFrame, language: Language): { svg: string; box: Box } {
  const most = Math.min(180, frame.width / 3.5)
  const km = ROUND_KM.findLast((length) => (length * 1000) / frame.metresPerPixel <= most) ?? 1
  const length = (km * 1000) / frame.metresPerPixel
  const [x, y] = [22, frame.height - 20]
  const word = language === 'ar' ? 'كلم' : 'km'
  const line = `M${x} ${y - 4}v4h${rounded(length)}v-4M${rounded(x + length / 2)} ${y - 3}v3`
  const isRtl = language === 'ar'
  const text = (value: string, at: number) =>
    svgText(value, { x: at, y: y - 9, size: 10.5, colour: INK_2, anchor: 'middle', halo: SEA, isRtl })
  const svg =
    `<path d="${line}" fill="none" stroke="${SEA}" stroke-width="3"/><path d="${line}" fill="none" stroke="${INK_2}"/>` +
    text('0', x) +
    text(`${km} ${word}`, x + length)
  return { svg, box: { left: 8, top: y - 24, right: x + length + 28, bottom: y + 6 } }
}

/** The whole Kingdom in the corner, with the part that the picture shows. */
function insetPicture(
  { width, height, boundaries, colour }: MapOrder,
  frame: MapFrame,
  hits: ReadonlySet<string>,
  hitColour: string,
): { svg: string; box: Box } {
  const side = Math.round(Math.min(140, width * 0.2, height * 0.3))
  const files = basemapFiles(boundaries)
  const small = mapFrame({ width: side, height: Math.round(side * 1.06), points: [], leastSpanM: 0, margin: 4 })
  const corners = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ].map((corner) => placeOf(small, frame.projection.invert?.(corner as [number, number]) ?? [0, 0]))
  const shown = `M${corners.map(({ x, y }) => `${rounded(x)} ${rounded(y)}`).join('L')}z`
  const [left, top] = [width - side - 0.4, height - small.height - 0.4]
  const rect = `<rect width="${side}" height="${small.height}"`
  const svg =
    `<g transform="translate(${rounded(left)} ${rounded(top)})"><clipPath id="inset">${rect}/></clipPath>` +
    `<g clip-path="url(#inset)">${mapGround({ files, frame: small, hits, hitColour, isSmall: true })}` +
    `<path d="${shown}" fill="none" stroke="${colour}" stroke-width="1.4"/></g>` +
    `${rect} fill="none" stroke="${BORDER}" stroke-width="0.9"/></g>`
  return { svg, box: { left: left - 4, top: top - 4, right: width, bottom: height } }
}
