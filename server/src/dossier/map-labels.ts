import type { Language } from '@tvl/model'
import type { BasemapFiles, LabelProperties, TownProperties } from './basemap-files.ts'
import { type Box, boxAround, outside, shared } from './boxes.ts'
import { INK, INK_2, INK_3, LAND, SEA, SEA_TEXT } from './colours.ts'
import { isWithin, type MapFrame, placeOf } from './map-frame.ts'
import { widthOf } from './printable.ts'
import { svgText } from './svg.ts'

type Named = Pick<TownProperties, 'nameFr' | 'nameAr' | 'nameEn'>

export const nameOf = ({ nameFr, nameAr, nameEn }: Named, language: Language): string =>
  ({ fr: nameFr, ar: nameAr, en: nameEn })[language]

interface LabelOrder {
  files: BasemapFiles
  frame: MapFrame
  language: Language
  /** Boxes that are taken; what is drawn here is added. */
  taken: Box[]
  /** Regions that are tinted, and how. */
  hits: ReadonlySet<string>
  hitColour: string
}

/** Towns that a picture of a scale shows: the whole Kingdom the large ones, a region all that have a name here. */
const mostTier = (metresPerPixel: number) => (metresPerPixel > 1700 ? 1 : metresPerPixel > 900 ? 2 : 4)

/** Town marks and, where there is room, their names: the largest first. */
export function townLabels({ files, frame, language, taken }: LabelOrder): string {
  const most = mostTier(frame.metresPerPixel)
  const towns = files.towns
    .filter(({ properties }) => properties.tier <= most)
    .map((town) => ({ ...town.properties, ...placeOf(frame, town.geometry.coordinates) }))
    .filter((place) => isWithin(frame, place, 4))
    .sort((a, b) => Number(b.seat !== null) - Number(a.seat !== null) || a.tier - b.tier || b.population - a.population)
  const parts: string[] = []
  const marks = towns.map(({ x, y }) => boxAround(x, y, 3))
  for (const [i, town] of towns.entries()) {
    const isLarge = town.tier === 0 || town.seat === 'kingdom'
    const size = isLarge ? 12.5 : 11.5
    const text = nameOf(town, language)
    const width = widthOf(text, isLarge ? 'strong' : 'text') * size
    const others = [...taken, ...marks.filter((_, other) => other !== i)]
    const place = freePlace(town, width, size, others, frame)
    if (!place && !isLarge) continue
    parts.push(townMark(town, town.seat === 'kingdom', isLarge))
    if (!place) continue
    taken.push(place.box)
    const style = { x: place.x, y: place.y, size, anchor: place.anchor, isStrong: isLarge, halo: LAND }
    parts.push(svgText(text, { ...style, colour: isLarge ? INK : INK_2 }))
  }
  return parts.join('')
}

function townMark({ x, y }: { x: number; y: number }, isCapital: boolean, isLarge: boolean): string {
  if (isCapital) {
    const square = (half: number) => `M${x - half} ${y - half}h${2 * half}v${2 * half}h${-2 * half}z`
    return `<path d="${square(3.4)}" fill="${LAND}" stroke="${INK}"/><path d="${square(1.2)}" fill="${INK}"/>`
  }
  const radius = isLarge ? 2.6 : 2
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius}" fill="${isLarge ? INK_2 : LAND}" stroke="${INK_2}"/>`
}

interface FreePlace {
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  box: Box
}

/** The first place around a point where a name covers nothing. */
function freePlace(
  { x, y }: { x: number; y: number },
  width: number,
  size: number,
  taken: readonly Box[],
  frame: MapFrame,
): FreePlace | null {
  const baseline = size * 0.35
  const candidates: Omit<FreePlace, 'box'>[] = [
    { x: x + 7, y: y + baseline, anchor: 'start' },
    { x: x - 7, y: y + baseline, anchor: 'end' },
    { x, y: y - 8, anchor: 'middle' },
    { x, y: y + size + 5, anchor: 'middle' },
    { x: x + 5, y: y - 6, anchor: 'start' },
    { x: x - 5, y: y - 6, anchor: 'end' },
    { x: x + 5, y: y + size + 3, anchor: 'start' },
    { x: x - 5, y: y + size + 3, anchor: 'end' },
  ]
  for (const place of candidates) {
    const box = boxOf(place, width, size)
    const isFree = outside(box, frame.width, frame.height) === 0 && taken.every((other) => shared(box, other) === 0)
    if (isFree) return { ...place, box }
  }
  return null
}

function boxOf({ x, y, anchor }: Omit<FreePlace, 'box'>, width: number, size: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left: left - 1, top: y - size * 0.82, right: left + width + 1, bottom: y + size * 0.26 }
}

const LETTERED: Readonly<Record<LabelProperties['kind'], { size: number; colour: string; spacing: number }>> = {
  region: { size: 11, colour: INK_3, spacing: 0.3 },
  country: { size: 12, colour: INK_3, spacing: 2.4 },
  island: { size: 10.5, colour: INK_3, spacing: 0 },
  enclave: { size: 10, colour: INK_3, spacing: 0 },
  water: { size: 14, colour: SEA_TEXT, spacing: 0.4 },
}

/** Pixels that a name may be moved by, to stay off what it does not name. */
function shiftsOf({ kind, rank, id }: LabelProperties): readonly (readonly [right: number, down: number])[] {
  const here = [0, 0] as const
  if (kind === 'region') return [here, [0, 16], [0, -16], [24, 0], [-24, 0], [24, 20], [-24, -20], [0, 34]]
  if (kind === 'water' && rank < 3) return [here, [30, -12], [-30, 12], [60, -20], [-60, 24], [-90, 36]]
  // The land of Algeria, Mali and Mauritania goes on to the east and the south of their names.
  if (kind === 'country' && ['dz', 'ml', 'mr'].includes(id))
    return [0, 40, 80, 120].flatMap((right) => [0, 30, -30, 60].map((down) => [right, down] as const))
  return [here]
}

/** Names of areas: waters in serif italics, countries spaced in capitals, regions in lines; each only where it is free. */
export function areaLabels(order: LabelOrder, kinds: readonly LabelProperties['kind'][]): string {
  const parts: string[] = []
  for (const kind of kinds)
    for (const label of order.files.labels.filter(({ properties }) => properties.kind === kind))
      parts.push(areaLabel(order, label.properties, placeOf(order.frame, label.geometry.coordinates)))
  return parts.join('')
}

function areaLabel(order: LabelOrder, label: LabelProperties, at: { x: number; y: number }): string {
  const { frame, language, taken, hits, hitColour } = order
  const { kind, id } = label
  const { size, colour, spacing } = LETTERED[kind]
  const name = nameOf(label, language)
  const lines = linesOf(kind === 'country' && language !== 'ar' ? name.toLocaleUpperCase(language) : name, kind)
  const width = Math.max(...lines.map((line) => (widthOf(line) + line.length * (spacing / size)) * size)) + 4
  const height = lines.length * size * 1.2
  for (const [right, down] of shiftsOf(label)) {
    const [x, top] = [at.x + right, at.y + down - height / 2]
    const box = { left: x - width / 2, right: x + width / 2, top, bottom: top + height }
    if (outside(box, frame.width, frame.height) > 0 || taken.some((other) => shared(box, other) > 0)) continue
    if (!isOnItsGround(order, kind, box)) continue
    taken.push(box)
    const halo = kind === 'region' ? (hits.has(id) ? hitColour : LAND) : undefined
    const style = {
      x,
      size,
      colour,
      spacing,
      anchor: 'middle' as const,
      isSerif: kind === 'water',
      ...(halo && { halo }),
    }
    return lines.map((line, i) => svgText(line, { ...style, y: top + size * 0.95 + i * size * 1.2 })).join('')
  }
  return ''
}

/** Waters keep off the land, other countries off the Kingdom. */
function isOnItsGround({ files, frame }: LabelOrder, kind: LabelProperties['kind'], box: Box): boolean {
  if (kind !== 'water' && kind !== 'country') return true
  const isForeign = kind === 'water' ? files.isLand : files.isOwnLand
  const shares = [0, 0.2, 0.4, 0.6, 0.8, 1]
  return shares.every((across) =>
    [0, 0.5, 1].every((down) => {
      const place = [box.left - 4 + across * (box.right - box.left + 8), box.top + down * (box.bottom - box.top)]
      const position = frame.projection.invert?.(place as [number, number])
      return !position || !isForeign(position)
    }),
  )
}

/** Waters break where the basemap says; the long names of regions after their second part. */
function linesOf(name: string, kind: LabelProperties['kind']): string[] {
  if (kind !== 'region' || name.length < 14) return name.split('\n')
  const parts = name.split('-')
  const half = Math.ceil(parts.length / 2)
  const [first, second] = [parts.slice(0, half).join('-'), parts.slice(half).join('-')]
  // In Arabic a mark keeps the hyphen at the end of its line, on the left.
  return second ? [/\p{Script=Arabic}/u.test(name) ? `${first}-\u200f` : `${first}-`, second] : [first]
}

/** What the lines of the graticule are called, at the edge of the sea. */
export function graticuleLabels({ files, frame, taken, language }: LabelOrder): string {
  const parts: string[] = []
  for (const { properties, geometry } of files.graticule) {
    const [kind, value = ''] = properties.id.split(/-(.*)/)
    const degrees = Number(value)
    if (geometry.type !== 'LineString' || kind !== 'lat' || degrees % 5 !== 0) continue
    const places = geometry.coordinates.map((position) => placeOf(frame, position))
    const at = places.findIndex(({ x }, i) => x < 8 && (places[i + 1]?.x ?? 0) >= 8)
    const [before, after] = [places[at], places[at + 1]]
    if (!before || !after) continue
    const y = before.y + ((8 - before.x) / (after.x - before.x)) * (after.y - before.y)
    const box = { left: 6, top: y - 16, right: 48, bottom: y - 3 }
    if (outside(box, frame.width, frame.height) > 0 || taken.some((other) => shared(box, other) > 0)) continue
    taken.push(box)
    const north = { fr: 'N', ar: 'ش', en: 'N' }[language]
    parts.push(svgText(`${degrees}°\u00a0${north}`, { x: 8, y: y - 5, size: 10.5, colour: SEA_TEXT, halo: SEA }))
  }
  return parts.join('')
}
