import { foldText } from '../names.ts'

/** The sign before the decimals. */
export type Decimal = ',' | '.'

/** What may follow a figure in the cell: its unit, which the column has already said. */
const UNIT = /\s*(?:m2|m²|mad|dhs?|درهم|م2|seats?|sieges?|postes?|مقعد|مقاعد|kva|h|ha)(?:\s*\/.*)?$/u
const SPACES = /[\s'_]/g
const PLAIN = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/

/**
 * A number as people write it: groups of thousands by space, apostrophe, point or comma, digits of any numbering.
 * `1,234` can be read in two ways; a whole number takes it as a group, other numbers go by `decimal`.
 * @returns undefined for what is no number
 */
export function readNumber(text: string, decimal: Decimal, isWhole: boolean): number | undefined {
  // Arabic has signs of its own for both, which nobody can misread. Folding would make them point and comma.
  const isArabic = /[٫٬]/.test(text)
  const own = isArabic ? text.replaceAll('٬', '').replaceAll('٫', '.') : text
  const folded = foldText(own).text.replace(UNIT, '').replace(SPACES, '')
  const plain = isArabic ? folded : withPoint(folded, decimal, isWhole)
  if (plain === undefined || !PLAIN.test(plain)) return undefined
  const value = Number(plain)
  return Number.isFinite(value) ? value : undefined
}

/** The text with a point before its decimals and nothing between its groups. */
function withPoint(text: string, decimal: Decimal, isWhole: boolean): string | undefined {
  const points = text.split('.').length - 1
  const commas = text.split(',').length - 1
  if (points === 0 && commas === 0) return text
  if (points > 0 && commas > 0) {
    const last = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ','
    return joined(text, last === '.' ? ',' : '.', last)
  }
  const sign = points > 0 ? '.' : ','
  if (points + commas > 1) return joined(text, sign, null)
  const couldBeGroup = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text)
  return couldBeGroup && (isWhole || decimal !== sign) ? joined(text, sign, null) : joined(text, null, sign)
}

function joined(text: string, group: Decimal | null, point: Decimal | null): string | undefined {
  const [whole = '', ...decimals] = point ? text.split(point) : [text]
  if (decimals.length > 1) return undefined
  const groups = group ? whole.split(group) : [whole]
  if (groups.length > 1 && !groups.slice(1).every((digits) => /^\d{3}$/.test(digits))) return undefined
  return decimals.length > 0 ? `${groups.join('')}.${decimals[0]}` : groups.join('')
}

/** The sign before decimals that texts show beyond doubt; null when none of them does. */
export function decimalIn(texts: Iterable<string>): Decimal | null {
  let commas = 0
  let points = 0
  for (const text of texts) {
    const folded = text.replace(/[\s\u00a0\u202f']/g, '')
    if (/^[+-]?[\d.]*,\d+$/.test(folded) && !/^[+-]?[1-9]\d{0,2},\d{3}$/.test(folded)) commas++
    else if (/^[+-]?[\d,]*\.\d+$/.test(folded) && !/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(folded)) points++
  }
  if (commas === points) return null
  return commas > points ? ',' : '.'
}
