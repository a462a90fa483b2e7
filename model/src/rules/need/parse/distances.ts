import { AT_LEAST, AT_MOST, any, NUMBER, quantity, rule, some } from './pattern.ts'
import { applyRule, type Scan } from './scan.ts'

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
