import { foldText } from '../../names.ts'

/** Small pieces of regular expression over folded text. All repetition is over disjoint pieces: no backtracking storms. */

const ARABIC = /\p{Script=Arabic}/u
/** Conjunctions, prepositions and article that Arabic writes onto the word: وبالفرنسية, للناطقين. */
const CLITICS = '[وفبلك]{0,2}(?:ال|ل)?'
/**
 * Letters and digits of the scripts that are read. Written out: Unicode classes made the first keystroke cost 270 ms of
 * compiling, these cost a tenth.
 */
const LETTER = 'a-z\\d\\u00df-\\u024f\\u0620-\\u064a\\u066e-\\u06d3'
export const BEFORE = `(?<![${LETTER}])`
export const AFTER = `(?![${LETTER}])`

function phrase(text: string): string {
  const folded = foldText(text).text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  return folded.split(/[\s'-]+/).join("[\\s'\\-]+")
}

/** Any of these phrases, as whole words. Spelling as people write it: it is folded here. */
export function any(...phrases: readonly string[]): string {
  const longestFirst = [...new Set(phrases)].sort((a, b) => b.length - a.length)
  const arabic = longestFirst.filter((text) => ARABIC.test(text)).map(phrase)
  const latin = longestFirst.filter((text) => !ARABIC.test(text)).map(phrase)
  const choices = [...latin, ...(arabic.length > 0 ? [`${CLITICS}(?:${arabic.join('|')})`] : [])]
  return `${BEFORE}(?:${choices.join('|')})${AFTER}`
}

/** Up to `most` of these words, each with the space after it. */
export const some = (most: number, ...phrases: readonly string[]): string =>
  `(?:${any(...phrases)}[\\s':=]*){0,${most}}`

export const rule = (...pieces: readonly string[]): RegExp => new RegExp(pieces.join(''), 'g')

const UNITS = [
  ['un', 'une', 'one', 'واحد', 'واحدة'],
  ['deux', 'two', 'اثنان', 'اثنين'],
  ['trois', 'three', 'ثلاثة', 'ثلاث'],
  ['quatre', 'four', 'أربعة', 'أربع'],
  ['cinq', 'five', 'خمسة', 'خمس'],
  ['six', 'ستة', 'ست'],
  ['sept', 'seven', 'سبعة', 'سبع'],
  ['huit', 'eight', 'ثمانية', 'ثماني'],
  ['neuf', 'nine', 'تسعة', 'تسع'],
  ['dix', 'ten', 'عشرة', 'عشر'],
  ['onze', 'eleven'],
  ['douze', 'twelve'],
] as const
const ARABIC_HUNDREDS = ['مائة', 'مائتي', 'ثلاثمائة', 'أربعمائة', 'خمسمائة', 'ستمائة', 'سبعمائة', 'ثمانمائة', 'تسعمائة']

function numberWords(): Map<string, number> {
  const words = new Map<string, number>()
  const add = (word: string, value: number) => words.set(foldText(word).text, value)
  UNITS.forEach((names, i) => {
    for (const name of names) {
      add(name, i + 1)
      if (i > 0 && i < 9 && !ARABIC.test(name)) {
        for (const hundred of ['cents', 'cent', 'hundred']) add(`${name} ${hundred}`, (i + 1) * 100)
        for (const thousand of ['mille', 'thousand']) add(`${name} ${thousand}`, (i + 1) * 1000)
      }
    }
  })
  for (const [name, value] of [
    ['cent', 100],
    ['one hundred', 100],
    ['mille', 1000],
    ['one thousand', 1000],
    ['ألف', 1000],
    ['ألفي', 2000],
    ['مئة', 100],
    ['مئتي', 200],
  ] as const) {
    add(name, value)
  }
  ARABIC_HUNDREDS.forEach((name, i) => {
    add(name, (i + 1) * 100)
  })
  return words
}

const NUMBER_WORDS = numberWords()
const DIGITS =
  "(?<![a-z\\d]|\\d[.,])(?:\\d{1,3}(?:[ .,']\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,9}(?:[.,]\\d{1,2})?)(?![\\d]|[.,]\\d)"

/** A number in digits (1 200, 1,200, 1.200, ١٢٠٠, 12,5) or small words; one capturing group. */
export const QUANTITY = `(${DIGITS}|${any(...NUMBER_WORDS.keys())})`
/** The same in digits only: where a word would be a guess. */
export const NUMBER = `(${DIGITS})`

/** The value of a `QUANTITY`; null for what is none. */
export function quantity(text: string | undefined): number | null {
  if (text === undefined) return null
  const word = NUMBER_WORDS.get(text.replaceAll(/[\s'-]+/g, ' '))
  if (word !== undefined) return word
  const grouped = /^(\d{1,3}(?:[ .,']\d{3})+)(?:[.,](\d{1,2}))?$/.exec(text)
  const digits = grouped ? `${grouped[1]?.replaceAll(/[ .,']/g, '')}.${grouped[2] ?? '0'}` : text.replace(',', '.')
  const value = Number(digits)
  return digits !== '' && Number.isFinite(value) ? value : null
}

/** A whole number between two bounds, else null. */
export function wholeBetween(text: string | undefined, low: number, high: number): number | null {
  const value = quantity(text)
  return value !== null && Number.isInteger(value) && value >= low && value <= high ? value : null
}

/** « 10 % ou 20 % », « A, B »: what joins the items of a list. */
export const JOIN = `[\\s,/;&]*(?:(?:et|ou|and|or|او)${AFTER}|و)?\\s*`

export const AT_LEAST = `(?:${any(
  'au moins',
  'minimum',
  'un minimum de',
  'at least',
  'a minimum of',
  'على الأقل',
  'ما لا يقل عن',
  'لا يقل عن',
  'plus de',
  'more than',
  'over',
  'أكثر من',
)}|>=?|≥)`
export const AT_MOST = `(?:${any(
  'à moins de',
  'a moins de',
  'moins de',
  'moins d',
  'au plus',
  'au maximum',
  'maximum',
  'max',
  'maxi',
  'jusqu à',
  'inférieur à',
  'inférieure à',
  'plafonné à',
  'ne dépassant pas',
  'dans un rayon de',
  'within',
  'under',
  'below',
  'less than',
  'fewer than',
  'no more than',
  'not more than',
  'at most',
  'up to',
  'أقل من',
  'على أقل من',
  'على بعد أقل من',
  'في أقل من',
  'لا يتجاوز',
  'لا تتجاوز',
  'لا يزيد عن',
  'على الأكثر',
  'كحد أقصى',
)}|<=?|≤)`
