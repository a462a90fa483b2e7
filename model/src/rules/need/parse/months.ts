/** Names of the months as people write them, January first. The first of each language is the one sentences use. */
export const MONTHS = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  /** Moroccan names. */
  ar: ['يناير', 'فبراير', 'مارس', 'أبريل', 'ماي', 'يونيو', 'يوليوز', 'غشت', 'شتنبر', 'أكتوبر', 'نونبر', 'دجنبر'],
} as const

/** Other spellings, read but never written: the Mashriq's and Egypt's names. */
export const OTHER_MONTHS: readonly (readonly string[])[] = [
  ['كانون الثاني'],
  ['شباط'],
  ['آذار'],
  ['نيسان'],
  ['أيار', 'مايو'],
  ['حزيران'],
  ['تموز', 'يوليو'],
  ['آب', 'أغسطس'],
  ['أيلول', 'سبتمبر'],
  ['تشرين الأول'],
  ['تشرين الثاني', 'نوفمبر'],
  ['كانون الأول', 'ديسمبر'],
]

/** Abbreviations, most of them also other words: read only with a day, a year or a preposition. */
export const SHORT_MONTHS: readonly (readonly string[])[] = [
  ['janv', 'jan'],
  ['févr', 'fév', 'feb'],
  ['mar'],
  ['avr', 'apr'],
  [],
  ['jun'],
  ['juil', 'jul'],
  ['aug'],
  ['sept', 'sep'],
  ['oct'],
  ['nov'],
  ['déc', 'dec'],
]
