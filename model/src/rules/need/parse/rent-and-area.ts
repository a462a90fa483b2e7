import { AT_LEAST, AT_MOST, any, NUMBER, QUANTITY, quantity, rule, some, wholeBetween } from './pattern.ts'
import { applyRule, type Scan } from './scan.ts'

const DIRHAM = any('mad', 'dh', 'dhs', 'dirham', 'dirhams', 'درهم', 'درهما', 'دراهم')
const RENT = any('loyer', 'loyers', 'rent', 'rents', 'rental', 'budget', 'إيجار', 'كراء', 'سومة كرائية', 'سومة الكراء')
const SQUARE_METRE = any(
  'm2',
  'm 2',
  'sqm',
  'sq m',
  'square metre',
  'square metres',
  'square meter',
  'square meters',
  'mètre carré',
  'mètres carrés',
  'متر مربع',
  'متر المربع',
  'مترا مربعا',
  'أمتار مربعة',
  'م2',
)
const PER_SQUARE_METRE = `(\\s*(?:/|par|per|le|لكل)?\\s*${SQUARE_METRE})?`
const PER_MONTH = `(?:\\s*(?:/|(?:et |and |و)?(?:par|per|a|في|لكل))?\\s*${any('mois', 'month', 'شهر', 'شهريا')})?`
const PER_OTHER = `(\\s*(?:/|par|per|لكل|a)\\s*${any('siège', 'poste', 'personne', 'seat', 'desk', 'person', 'مقعد', 'an', 'année', 'year', 'سنة')})?`
const OTHER_MONEY = rule(
  `(?:${RENT}[\\s:]*)?(?:${AT_MOST}\\s*)?(?:[€$£]\\s*${NUMBER}|${NUMBER}\\s*(?:[€$£]|${any('eur', 'euro', 'euros', 'usd', 'dollar', 'dollars', 'gbp', 'أورو', 'يورو', 'دولار')}))`,
  PER_SQUARE_METRE,
  PER_MONTH,
)
const RENT_CEILING = rule(
  `(${RENT}[\\s:]*)?`,
  some(4, 'de', 'd', 'of', 'at', 'is', 'est', 'à', 'a', 'un', 'بحد', 'في حدود', 'mensuel'),
  `(${AT_LEAST}\\s*)?(${AT_MOST}\\s*)?${NUMBER}\\s*(${DIRHAM})?`,
  PER_SQUARE_METRE,
  PER_MONTH,
  PER_OTHER,
  `(\\s*${any('max', 'maximum', 'au plus', 'au maximum', 'at most', 'or less', 'ou moins', 'على الأكثر', 'كحد أقصى')})?`,
)

/** « loyer max 100 DH/m² ». Other currencies are refused: a ceiling has no date at which to convert it. */
export function readRent(scan: Scan): void {
  applyRule(scan, OTHER_MONEY, () => 'refused')
  applyRule(scan, RENT_CEILING, ([, rent, atLeast, atMost, count, dirham, perM2, perOther, suffix]) => {
    if (dirham === undefined && rent === undefined) return null
    if (perOther !== undefined) return dirham === undefined ? null : 'refused'
    if (atLeast !== undefined) return 'refused'
    if (rent === undefined && atMost === undefined && perM2 === undefined && suffix === undefined) return null
    const value = quantity(count)
    return value === null || value > 100_000 ? null : { term: 'maxRentMadPerM2Month', value }
  })
}

const AREA = rule(`(${AT_LEAST}\\s*)?(${AT_MOST}\\s*)?${QUANTITY}\\s*${SQUARE_METRE}(?:\\s*${AT_LEAST})?`)

/** « au moins 1 200 m² » */
export function readArea(scan: Scan): void {
  applyRule(scan, AREA, ([, , atMost, count]) => {
    if (atMost !== undefined) return 'refused'
    const value = wholeBetween(count, 1, 10_000_000)
    return value === null ? null : { term: 'areaM2', value }
  })
}
