import { readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { type DossierContent, dossierContent } from './content.ts'
import { withoutBrackets } from './cover-content.ts'
import { FONT_FILES } from './fonts.ts'
import { type MapSite, mapPicture } from './map-picture.ts'
import { type DossierOrder, type Line, linesInOrder, nameIn } from './order.ts'
import { PressRoom } from './press-room.ts'
import { printableLine, widthOf } from './printable.ts'

/** Names stand beside discs up to this many; more would hide the land, and the table beside has them all. */
const MOST_NAMES = 12
/** Pixels of the cover's map for its width of 180 mm. */
const COVER_WIDTH = 803
const SITE_PIXELS = { width: 268, height: 262 }

/** Millimetres of an A4 page between its head and its foot. */
const BODY_MM = 250
const COVER_MM = 180

/** Pixels of the map on the cover, so that the table of few sites still stands below it; of many, it goes on overleaf. */
function coverHeight({ cover }: DossierContent): number {
  const isLong = [...cover.title].length > 64
  const title = Math.ceil((widthOf(cover.title) * (isLong ? 16.2 : 23.5)) / 505) * (isLong ? 8.2 : 12)
  const lead = Math.ceil((widthOf(`${cover.lead} ${cover.order}`) * 10.5) / 430) * 5.6
  // Beyond so many rows the table goes on overleaf anyway.
  const rows = cover.rows.slice(0, 10).reduce((sum, { name }) => sum + (widthOf(name, 'strong') > 9.4 ? 13 : 9.5), 0)
  const left = BODY_MM - title - lead - 11 - 10 - rows - 17
  return Math.round((Math.min(156, Math.max(84, left)) * COVER_WIDTH) / COVER_MM)
}

const template = () => readFileSync(new URL('dossier.typ', import.meta.url), 'utf8')

export interface DossierOptions {
  /** Name of the boundary set whose basemap the maps are drawn on. */
  boundaries?: string
  /** Where documents are set; one of its own, when none is given. */
  room?: PressRoom
}

/**
 * The dossier of a frozen shortlist as PDF: cover, pages of each site, provenance. Tagged (PDF/UA-1), text as text, no
 * time of making in it: the same snapshot, language and brand give the same bytes in every process.
 * @throws ProblemError `dossier.busy` or `dossier.too-slow`
 * @throws Error when the basemap is not built
 */
export async function dossierPdf(order: DossierOrder, options: DossierOptions = {}): Promise<Buffer> {
  const { boundaries = 'morocco', room } = options
  const content = dossierContent(order)
  const files: Record<string, Uint8Array> = await mapsOf(order, boundaries, content)
  if (order.brand.mark) files['mark.png'] = order.brand.mark
  const own = room ?? new PressRoom()
  try {
    const job = { template: template(), content: JSON.stringify(content), files, fonts: FONT_FILES }
    return await own.run({ task: 'pdf', ...job })
  } finally {
    if (!room) await own.close()
  }
}

/** A site as the maps show it. Null: its place is not known. */
export function mapSite(
  { site, totals }: Line,
  { language }: Pick<DossierOrder, 'language'>,
  hasName: boolean,
): MapSite | null {
  const { geometry, properties: zone } = site.zone
  if (geometry?.type !== 'Point') return null
  const [lon, lat] = geometry.coordinates
  if (lon === undefined || lat === undefined) return null
  // What stands in brackets is told in the table.
  const label = withoutBrackets(printableLine(nameIn(zone, language)))
  return {
    ...{ lon, lat, regionId: zone.regionId, radiusM: zone.positionRadiusM },
    number: totals.place,
    label: hasName ? label : null,
  }
}

/** The maps, one at a time: each takes some hundredths of a second, and others are waiting for the process. */
async function mapsOf(
  order: DossierOrder,
  boundaries: string,
  content: DossierContent,
): Promise<Record<string, Uint8Array>> {
  const { language, brand } = order
  const lines = linesInOrder(order.frozen)
  const files: Record<string, Uint8Array> = {}
  const draw = async (name: string, svg: () => string) => {
    await setImmediate()
    files[name] = Buffer.from(svg())
  }
  const all = lines.flatMap((line) => mapSite(line, order, lines.length <= MOST_NAMES) ?? [])
  const common = { boundaries, language, colour: brand.primary }
  await draw('cover.svg', () => mapPicture({ ...common, sites: all, width: COVER_WIDTH, height: coverHeight(content) }))
  for (const [i, line] of lines.entries()) {
    const sites = [mapSite(line, order, true)].filter((site) => site !== null)
    await draw(`site-${i + 1}.svg`, () =>
      mapPicture({ ...common, sites, ...SITE_PIXELS, leastSpanM: 150_000, hasInset: true }),
    )
  }
  return files
}
