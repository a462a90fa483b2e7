import { foldText, isArticle, wordsOf } from '../names.ts'

/** What a question says beside the thing it asks for. */
const NEUTRAL = new Set(
  [
    ...[
      'site',
      'sites',
      'zone',
      'park',
      'proposed',
      'total',
      'please',
      'provide',
      'indicate',
      'specify',
      'state',
      'give',
    ],
    ...[
      'what',
      'is',
      'are',
      'which',
      'who',
      'how',
      'much',
      'many',
      'your',
      'this',
      'that',
      'there',
      'any',
      'it',
      'its',
    ],
    ...[
      'in',
      'on',
      'to',
      'at',
      'for',
      'from',
      'per',
      'and',
      'or',
      'by',
      'with',
      'within',
      'area',
      'current',
      'currently',
    ],
    ...[
      'number',
      'value',
      'figure',
      'rate',
      'approximate',
      'approx',
      'latest',
      'nearest',
      'closest',
      'an',
      'a',
      'e',
      'g',
      'ie',
    ],
    ...[
      'quel',
      'quelle',
      'quels',
      'quelles',
      'est',
      'sont',
      'combien',
      'merci',
      'preciser',
      'indiquer',
      'indiquez',
      'veuillez',
    ],
    ...[
      'precisez',
      'donnez',
      'votre',
      'ce',
      'cet',
      'cette',
      'au',
      'aux',
      'en',
      'sur',
      'pour',
      'par',
      'dans',
      'et',
      'ou',
      'un',
      'une',
    ],
    ...[
      'nombre',
      'valeur',
      'taux',
      'actuel',
      'actuelle',
      'proche',
      'plus',
      'propose',
      'parc',
      'a',
      'y',
      'il',
      'qu',
      'sa',
      'son',
      'ses',
    ],
    ...[
      'ما',
      'هو',
      'هي',
      'كم',
      'من',
      'في',
      'الي',
      'علي',
      'عن',
      'يرجي',
      'تحديد',
      'ذكر',
      'المرجو',
      'هل',
      'موقع',
      'منطقه',
      'مقترح',
      'حالي',
      'حاليه',
    ],
    ...['اقرب', 'عدد', 'نسبه', 'معدل', 'و', 'او'],
  ].map((word) => stem(word)),
)

/** Numbers of questions: “3.2.1 ”, “Q12:”, “b) ”. */
const NUMBERING = /^\s*(?:[a-z]{0,2}\s?\d+(?:[.-]\d+)*\s*[.):\-–]?\s+|[a-z]\s?[.)]\s+|\d+(?:\.\d+)*[.)]\s*)/i

/** One form of a word: the singular in Latin scripts, without joined particles in Arabic. */
export function stem(word: string): string {
  if (/^\p{Script=Arabic}/u.test(word)) {
    if (word.startsWith('لل') && word.length > 4) return word.slice(2)
    return /^(?:بال|وال)/.test(word) && word.length > 5 ? word.slice(3) : word
  }
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word
}

export const withoutNumbering = (label: string): string => label.replace(NUMBERING, '')

/** The words of a label that tell it from others, in their order. */
export const labelKeys = (text: string): string[] =>
  wordsOf(foldText(text).text)
    .map(({ key }) => key)
    .filter((key) => !isArticle(key))
    .map(stem)

export const isNeutral = (key: string): boolean => NEUTRAL.has(key)
