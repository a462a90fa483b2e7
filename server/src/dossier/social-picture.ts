import { formatNumber } from '@tvl/model'
import { INK, INK_2, INK_3, PAPER } from './colours.ts'
import { dossierContent } from './content.ts'
import { FONT_FILES } from './fonts.ts'
import { mapPicture } from './map-picture.ts'
import { type DossierOrder, isIllustrative, linesInOrder } from './order.ts'
import { type DossierOptions, mapSite } from './pdf.ts'
import { PressRoom } from './press-room.ts'
import { widthOf } from './printable.ts'
import { svgText, type TextStyle } from './svg.ts'
import { WORDS } from './words/in-language.ts'

/** What other sites ask of a picture beside a link. */
export const SOCIAL_WIDTH = 1200
export const SOCIAL_HEIGHT = 630
const MAP = { width: 620, height: SOCIAL_HEIGHT }
const MARGIN = 56

/**
 * The picture beside a public link, as PNG of 1200 × 630: brand, title, need, how many sites, and where they lie. The
 * same order gives the same bytes.
 * @throws ProblemError `dossier.busy` or `dossier.too-slow`
 * @throws Error when the basemap is not built
 */
export async function socialPicture(order: DossierOrder, options: DossierOptions = {}): Promise<Buffer> {
  const own = options.room ?? new PressRoom()
  try {
    return await own.run({ task: 'png', svg: socialSvg(order, options.boundaries ?? 'morocco'), fonts: FONT_FILES })
  } finally {
    if (!options.room) await own.close()
  }
}

function socialSvg(order: DossierOrder, boundaries: string): string {
  const { language, brand, frozen } = order
  const content = dossierContent(order)
  const lines = linesInOrder(frozen)
  const sites = lines.flatMap((line) => mapSite(line, order, lines.length <= 6) ?? [])
  const common = { boundaries, language, colour: brand.primary, hasInset: false }
  const map = mapPicture({ ...common, sites, ...MAP })
  const isRtl = content.direction === 'rtl'
  // The map lies where the reader's eye ends; in it, east stays on the right.
  const mapX = isRtl ? 0 : SOCIAL_WIDTH - MAP.width
  const textX = isRtl ? SOCIAL_WIDTH - MARGIN : MARGIN
  const room = SOCIAL_WIDTH - MAP.width - 1.6 * MARGIN
  const anchor = isRtl ? 'end' : 'start'
  const at = (y: number, size: number, colour: string, more: Partial<TextStyle> = {}) =>
    ({
      ...{ x: textX, y, size, colour, anchor, isRtl },
      ...more,
    }) as TextStyle
  const isLong = [...content.cover.title].length > 64
  const [size, step] = isLong ? [34, 43] : [46, 56]
  const title = linesOf(content.cover.title, room / size, isLong ? 5 : 4)
  const lead = linesOf(content.cover.lead, room / 22, 4)
  const titleY = 186
  const leadY = titleY + title.length * step + 14
  const count = WORDS[language].siteCount(lines.length, formatNumber(language, lines.length))
  const markX = isRtl ? textX - 40 : textX
  const nameX = brand.mark ? (isRtl ? textX - 54 : textX + 54) : textX
  const nameRoom = room - (brand.mark ? 54 : 0)
  const nameSize = widthOf(content.brand.name, 'strong') * 26 > nameRoom ? 22 : 26
  const name = linesOf(content.brand.name, nameRoom / nameSize, 2)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SOCIAL_WIDTH} ${SOCIAL_HEIGHT}" width="${SOCIAL_WIDTH}" height="${SOCIAL_HEIGHT}">`,
    `<rect width="100%" height="100%" fill="${PAPER}"/>`,
    `<g transform="translate(${mapX} 0)">${map.replace(/<svg[^>]*>|<\/svg>/g, '')}</g>`,
    brand.mark
      ? `<image x="${markX}" y="56" width="40" height="40" href="data:image/png;base64,${brand.mark.toString('base64')}"/>`
      : '',
    ...name.map((line, i) =>
      svgText(line, at(85 - (name.length - 1) * 14 + i * 28, nameSize, INK, { x: nameX, isStrong: true })),
    ),
    ...title.map((line, i) => svgText(line, at(titleY + i * step, size, INK, { isTitle: true }))),
    ...lead.map((line, i) => svgText(line, at(leadY + i * 32, 22, INK_2))),
    svgText(count, at(SOCIAL_HEIGHT - 88, 24, brand.primary, { isStrong: true })),
    svgText(content.day, at(SOCIAL_HEIGHT - 56, 18, INK_3)),
    isIllustrative(frozen) ? svgText(WORDS[language].illustrativeShort, at(SOCIAL_HEIGHT - 28, 15, INK_3)) : '',
    '</svg>',
  ].join('')
}

/** A text in lines of so many ems, the last of them cut short where there are more. */
function linesOf(text: string, ems: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer) > ems) {
      lines.push(line)
      line = word
    } else line = longer
  }
  if (line !== '') lines.push(line)
  // What does not go in is left out by whole words, a word longer than a line by letters.
  const shown = lines.slice(0, most).map((each) => (widthOf(each) <= ems ? each : `${cut(each, ems - 1)}…`))
  let last = shown.at(-1)
  if (lines.length <= most || last === undefined) return shown
  while (last.includes(' ') && widthOf(`${last}…`) > ems) last = last.slice(0, last.lastIndexOf(' '))
  return [...shown.slice(0, -1), `${last.replace(/[\s,،.;:]+$/u, '')}…`]
}

function cut(text: string, ems: number): string {
  let kept = ''
  for (const character of text) {
    if (widthOf(kept + character) > ems) break
    kept += character
  }
  return kept
}
