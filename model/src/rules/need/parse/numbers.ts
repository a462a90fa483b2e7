import { AT_LEAST, AT_MOST, any, NUMBER, QUANTITY, quantity, rule, some, wholeBetween } from './pattern.ts'
import { applyRule, ask, CLAIMED, CLAIMED_LANGUAGE, claim, refuse, type Scan } from './scan.ts'

const DAYS = any('jour', 'jours', 'day', 'days', 'يوم', 'يوما', 'أيام')
const WEEKS = any('semaine', 'semaines', 'week', 'weeks', 'أسبوع', 'أسبوعا', 'أسابيع')
const MONTHS = any('mois', 'month', 'months', 'شهر', 'شهرا', 'أشهر', 'شهور')

const VERIFIED = any(
  'vérifié',
  'vérifiés',
  'vérifiée',
  'vérifiées',
  'contrôlé',
  'contrôlés',
  'verified',
  'checked',
  'تم التحقق منها',
  'تم التحقق منه',
  'متحقق منها',
  'محققة',
  'التحقق',
)
const SINCE = some(
  6,
  'depuis',
  'il y a',
  'dans',
  'les',
  'derniers',
  'dernières',
  'within',
  'in',
  'the',
  'last',
  'past',
  'منذ',
  'خلال',
  'في',
  'آخر',
)
const FRESHNESS = rule(
  VERIFIED,
  '[\\s,:]*',
  SINCE,
  `(${AT_LEAST})?(?:${AT_MOST})?\\s*`,
  SINCE,
  `(?:${QUANTITY}\\s*(?:derniers?|dernieres?|last)?\\s*(?:(${DAYS})|(${WEEKS})|(${MONTHS}))|(${any('يومين')})|(${any('يوم واحد')}))`,
  `(?:\\s*${any('ago', 'الأخيرة', 'الماضية', 'au plus', 'at most')})?`,
)

/** « vérifié depuis moins de 30 jours » */
export function readFreshness(scan: Scan): void {
  applyRule(scan, FRESHNESS, ([, atLeast, count, , weeks, months, twoDays, oneDay]) => {
    if (atLeast !== undefined) return 'refused'
    const unit = weeks ? 7 : months ? 30 : 1
    const value = oneDay ? 1 : twoDays ? 2 : wholeBetween(count, 1, 3650)
    return value === null || value * unit > 3650 ? null : { term: 'verifiedWithinDays', value: value * unit }
  })
}

const KM = any(
  'km',
  'kms',
  'kilomètre',
  'kilomètres',
  'kilometre',
  'kilometres',
  'kilometer',
  'kilometers',
  'كلم',
  'كم',
  'كيلومتر',
  'كيلومترات',
  'كيلومترا',
)
const AIRPORT = any('aéroport', 'aéroports', 'airport', 'airports', 'مطار')
const HIGH_SPEED = any(
  'gare tgv',
  'gare lgv',
  'gare du tgv',
  'gare à grande vitesse',
  'gare al boraq',
  'tgv',
  'lgv',
  'al boraq',
  'grande vitesse',
  'high speed rail station',
  'high speed train station',
  'high speed station',
  'high speed rail',
  'high speed train',
  'tgv station',
  'hsr station',
  'hsr',
  'محطة القطار الفائق السرعة',
  'محطة القطار فائق السرعة',
  'محطة للقطار الفائق السرعة',
  'محطة قطار فائق السرعة',
  'قطار فائق السرعة',
  'قطار الفائق السرعة',
  'محطة البراق',
  'قطار البراق',
  'بوراق',
  'براق',
)
const RAIL = any(
  'gare ferroviaire',
  'gare oncf',
  'gare',
  'train station',
  'railway station',
  'rail station',
  'station',
  'محطة القطار',
  'محطة قطار',
  'محطة السكة الحديدية',
  'محطة',
)
const TO = [
  'de',
  'd',
  'du',
  'des',
  'l',
  'la',
  'le',
  'un',
  'une',
  'of',
  'from',
  'an',
  'a',
  'the',
  'to',
  'nearest',
  'any',
  'من',
  'عن',
  'أي',
  'إلى',
  'أقرب',
]
const AWAY = [
  'à',
  'située',
  'situé',
  'distante',
  'est',
  'is',
  'at',
  'within',
  'de',
  'على بعد',
  'على',
  'بعد',
  'distance',
]
const OR_LESS = `(?:\\s*${any('au plus', 'maximum', 'max', 'ou moins', 'au maximum', 'or less', 'at most', 'على الأكثر', 'كحد أقصى', 'أو أقل')})?`

const DISTANCES = [
  { term: 'hsrStationKm', place: HIGH_SPEED },
  { term: 'airportKm', place: AIRPORT },
  { term: 'railStationKm', place: RAIL },
] as const

const DISTANCE_RULES = DISTANCES.flatMap(({ term, place }) => [
  {
    term,
    pattern: rule(
      some(2, 'على بعد', 'à', 'dans un rayon de', 'within', 'بعد'),
      `(${AT_LEAST}\\s*)?(?:${AT_MOST}\\s*)?${NUMBER}\\s*${KM}${OR_LESS}[\\s']*`,
      `(?:${any(...TO)}[\\s']*){1,5}`,
      place,
    ),
  },
  {
    term,
    pattern: rule(
      place,
      '[\\s:(]*',
      some(3, ...AWAY),
      `(${AT_LEAST}\\s*)?(?:${AT_MOST}\\s*)?${NUMBER}\\s*${KM}${OR_LESS}`,
    ),
  },
])

/** « à moins de 25 km d’un aéroport », « airport within 25 km » */
export function readDistances(scan: Scan): void {
  for (const { term, pattern } of DISTANCE_RULES) {
    applyRule(scan, pattern, ([, atLeast, km]) => {
      if (atLeast !== undefined) return 'refused'
      const value = quantity(km)
      return value === null || value > 5000 ? null : { term, value }
    })
  }
}

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

const SEAT = any(
  'siège',
  'sièges',
  'place',
  'places',
  'place assise',
  'places assises',
  'poste',
  'postes',
  'poste de travail',
  'postes de travail',
  'position',
  'positions',
  'personne',
  'personnes',
  'collaborateurs',
  'agents',
  'employés',
  'salariés',
  'téléconseillers',
  'seat',
  'seats',
  'desk',
  'desks',
  'workstation',
  'workstations',
  'people',
  'person',
  'employees',
  'staff',
  'مقعد',
  'مقعدا',
  'مقاعد',
  'منصب',
  'منصبا',
  'مناصب',
  'موظف',
  'موظفا',
  'موظفين',
  'شخص',
  'شخصا',
  'أشخاص',
)
/** Adjectives may stand between a number and its noun: read already (claimed), or up to two words nobody knows. */
const BETWEEN = `(?:[\\s${CLAIMED}${CLAIMED_LANGUAGE}'\\-]*)(?:[a-z\\-]+[\\s${CLAIMED}${CLAIMED_LANGUAGE}]+){0,2}?`
const SEATS = rule(
  `(${AT_LEAST}\\s*)?(${AT_MOST}\\s*)?(?:${any('entre', 'between', 'بين', 'from')}\\s*)?`,
  `${QUANTITY}(?:\\s*(?:-|${any('à', 'et', 'to', 'and', 'إلى', 'و')})\\s*(?:و)?\\d[\\d ]{0,6})?`,
  `(${BETWEEN})(${SEAT})(?:\\s*${AT_LEAST})?(?:\\s*${any('واحد', 'ou plus', 'or more', 'أو أكثر')})?`,
)
const TWO_SEATS = rule(any('مقعدان', 'مقعدين'))
const ONE_SEAT = rule(any('مقعد واحد'))
const TEAM = rule(`${any('équipe de', 'équipes de', 'team of', 'فريق من')}\\s*${QUANTITY}`)
const SPEAKERS = rule(`(${AT_LEAST}\\s*)?(${AT_MOST}\\s*)?${NUMBER}\\s*(?=${CLAIMED_LANGUAGE})`)

/** « 300 sièges », « 300 French-speaking support seats », « 300 francophones ». A range asks for its lower end. */
export function readSeats(scan: Scan): void {
  applyRule(scan, ONE_SEAT, () => ({ term: 'seats', value: 1 }))
  applyRule(scan, TWO_SEATS, () => ({ term: 'seats', value: 2 }))
  for (const match of scan.text.matchAll(SEATS)) {
    const [whole, , atMost, count, between = '', noun = ''] = match
    const value = wholeBetween(count, 1, 100_000)
    const end = match.index + whole.length
    if (value === null) continue
    if (atMost !== undefined) {
      refuse(scan, match.index, end)
    } else if (ask(scan, 'seats', value)) {
      if (between.trim() === '') {
        claim(scan, match.index, end, 'seats')
      } else {
        // What stands between keeps its own reading: the number and the noun are two pieces.
        const nounAt = whole.lastIndexOf(noun)
        claim(scan, match.index + nounAt, end, 'seats')
        claim(scan, match.index, match.index + whole.lastIndexOf(between, nounAt), 'seats')
      }
    }
  }
  if (scan.asked.seats !== undefined) return
  for (const pattern of [TEAM, SPEAKERS]) {
    applyRule(scan, pattern, (match) => {
      const value = wholeBetween(match[match.length - 1], 1, 100_000)
      return value === null || (pattern === SPEAKERS && match[2] !== undefined) ? null : { term: 'seats', value }
    })
  }
}
