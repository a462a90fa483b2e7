import { typeface } from './fonts.ts'

/** Stands for characters that no font here has: seen, so that nobody believes the text to be whole without them. */
const REPLACEMENT = '[…]'

/** Marks that steer the order of writing. Of ours, isolates alone, which are closed where they were opened. */
const STEERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]/gu
/** Controls but the end of a line; what is unassigned, private or half a character. */
const UNPRINTABLE = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}]/gu
/** Takes no room and has no sign: joiners, variants of a picture, what a break may do. */
const WITHOUT_SIGN = /\p{Default_Ignorable_Code_Point}/u

const isDrawn = (codePoint: number): boolean =>
  typeface('text').has(codePoint) ||
  typeface('arabic').has(codePoint) ||
  typeface('tifinagh').has(codePoint) ||
  typeface('emoji').has(codePoint)

/**
 * A text that people wrote, as it can be printed: the ends of lines are kept, what steers the order of writing or
 * cannot be drawn is not. Everything else stands as it was written, signs of any mark-up language included.
 */
export function printable(text: string): string {
  const lines = text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(STEERING, '')
    .split('\n')
  return lines.map((line) => drawnOnly(line.replace(UNPRINTABLE, ''))).join('\n')
}

const LONGEST_RUN = 24
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** A text with places where a line may end within what has no spaces, such as an address or a slip of the hand. */
export const breakable = (text: string): string =>
  text.replace(/\S+/gu, (run) => {
    const signs = [...graphemes.segment(run)].map(({ segment }) => segment)
    return signs.map((sign, i) => (i > 0 && i % LONGEST_RUN === 0 ? `\u200b${sign}` : sign)).join('')
  })

/** The same for a text of one line. */
export const printableLine = (text: string): string => printable(text).replaceAll('\n', ' ')

function drawnOnly(line: string): string {
  let drawn = ''
  for (const character of line) {
    if (WITHOUT_SIGN.test(character)) continue
    if (isDrawn(character.codePointAt(0) ?? 0)) drawn += character
    else if (!drawn.endsWith(REPLACEMENT)) drawn += REPLACEMENT
  }
  return drawn
}

/** Width of a text in ems, as far as it can be told without shaping it: joined Arabic letters are narrower than alone. */
export function widthOf(text: string, weight: 'text' | 'strong' = 'text'): number {
  let width = 0
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    const isArabic = codePoint >= 0x600 && codePoint <= 0x6ff
    width += isArabic ? 0.56 : (typeface(weight).width(codePoint) ?? 0.6)
  }
  return width
}
