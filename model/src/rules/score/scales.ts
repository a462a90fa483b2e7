/**
 * The fixed reference scales of the score. A scale never looks at the other sites, so adding one never reorders the
 * rest. Each is a line of data: the value of a site on the left, the share of the criterion's points it earns on the
 * right, straight lines in between, clipped (and marked) beyond the ends.
 */

export const CRITERIA = ['rent', 'taxes', 'premium', 'talent', 'availability', 'airport', 'station', 'growth'] as const
export type Criterion = (typeof CRITERIA)[number]

/** What a criterion measures. `talent` has two: a language's share where one is asked, new students otherwise. */
export type Measure = Exclude<Criterion, 'talent'> | 'talent-language' | 'talent-entrants'

export type Unit = 'MAD/m²/month' | '%' | 'people/year' | 'seats/seats' | 'km' | 'm²'

/** Value and share of the points (0–1), at least two, values strictly rising. */
export type ScalePoints = readonly (readonly [value: number, share: number])[]

export interface Scale {
  measure: Measure
  unit: Unit
  points: ScalePoints
  /** Where the ends come from: ids in the collection `sources`. Empty: our choice of reference. */
  sources: readonly string[]
  reason: { fr: string; ar: string; en: string }
}

export const SCALES: Readonly<Record<Measure, Scale>> = {
  rent: {
    measure: 'rent',
    unit: 'MAD/m²/month',
    points: [
      [50, 1],
      [150, 0],
    ],
    sources: ['chtng', 'le360rent'],
    reason: {
      fr: 'Les loyers publiés vont de 50 (Technopark Tanger, 2018) à 121 (Casanearshore, 2016) ; 150 laisse place à la hausse depuis.',
      ar: 'تتراوح الإيجارات المنشورة بين 50 (تكنوبارك طنجة، 2018) و121 (كازا نيرشور، 2016)؛ ويترك 150 مجالا للارتفاع منذ ذلك الحين.',
      en: 'Published rents run from 50 (Tangier Technopark, 2018) to 121 (Casanearshore, 2016); 150 leaves room for rises since.',
    },
  },
  taxes: {
    measure: 'taxes',
    unit: '%',
    points: [
      [10, 1],
      [30, 0],
    ],
    sources: ['hescirc'],
    reason: {
      fr: 'Le plafond d’IR de l’offre 2025 vaut 10 % ou 20 % ; 30 % est notre repère pour un plafond sans intérêt.',
      ar: 'سقف الضريبة على الدخل في عرض 2025 هو 10% أو 20%؛ و30% مرجع اخترناه لسقف دون فائدة.',
      en: 'The 2025 offer caps income tax at 10% or 20%; 30% is our reference for a cap of no interest.',
    },
  },
  premium: {
    measure: 'premium',
    unit: '%',
    points: [
      [0, 0],
      [15, 1],
    ],
    sources: ['m24prov'],
    reason: {
      fr: 'La Charte de l’investissement connaît 0 %, 10 % (A) et 15 % (B).',
      ar: 'ميثاق الاستثمار يحدد 0% و10% (أ) و15% (ب).',
      en: 'The Investment Charter has 0%, 10% (A) and 15% (B).',
    },
  },
  'talent-language': {
    measure: 'talent-language',
    unit: '%',
    points: [
      [0, 0],
      [20, 0.5],
      [65, 1],
    ],
    sources: ['tqlang'],
    reason: {
      fr: '65 % dépasse de peu la plus forte part publiée du français ; 20 %, le seuil proposé à la recherche et la part nationale de l’anglais, vaut la moitié.',
      ar: 'تتجاوز 65% بقليل أعلى نسبة منشورة للفرنسية؛ و20%، عتبة البحث المقترحة والنسبة الوطنية للإنجليزية، تساوي النصف.',
      en: '65% is just above the highest published share of French; 20%, the search’s default and the national share of English, earns half.',
    },
  },
  'talent-entrants': {
    measure: 'talent-entrants',
    unit: 'people/year',
    points: [
      [0, 0],
      [50_000, 1],
    ],
    sources: [],
    reason: {
      fr: 'Notre repère : 50 000, juste au-dessus de la plus grande région publiée (49 079 nouveaux inscrits).',
      ar: 'مرجع اخترناه: 50.000، فوق أكبر جهة منشورة بقليل (49.079 مسجلا جديدا).',
      en: 'Our reference: 50,000, just above the largest published region (49,079 new entrants).',
    },
  },
  availability: {
    measure: 'availability',
    unit: 'seats/seats',
    points: [
      [0, 0],
      [1, 0.6],
      [2, 1],
    ],
    sources: [],
    reason: {
      fr: 'Notre repère : les sièges contigus demandés (500 à défaut) valent 60 % des points, le double les vaut tous.',
      ar: 'مرجع اخترناه: المقاعد المتجاورة المطلوبة (500 افتراضا) تساوي 60% من النقاط، وضعفها يساوي كل النقاط.',
      en: 'Our reference: the contiguous seats asked for (500 by default) earn 60% of the points, twice as many earn all.',
    },
  },
  airport: {
    measure: 'airport',
    unit: 'km',
    points: [
      [5, 1],
      [60, 0],
    ],
    sources: [],
    reason: {
      fr: 'Notre repère, à vol d’oiseau : 5 km ou moins valent tous les points, une heure de route environ (60 km) aucun.',
      ar: 'مرجع اخترناه، بخط مستقيم: 5 كلم أو أقل تساوي كل النقاط، وحوالي ساعة من الطريق (60 كلم) لا تساوي شيئا.',
      en: 'Our reference, as the crow flies: 5 km or less earns all the points, about an hour’s drive (60 km) none.',
    },
  },
  station: {
    measure: 'station',
    unit: 'km',
    points: [
      [2, 1],
      [20, 0.6],
      [150, 0],
    ],
    sources: [],
    reason: {
      fr: 'Notre repère, à vol d’oiseau : une gare à grande vitesse à 2 km vaut tous les points, à 20 km (trajet quotidien) 60 %, à 150 km aucun.',
      ar: 'مرجع اخترناه، بخط مستقيم: محطة القطار الفائق السرعة على 2 كلم تساوي كل النقاط، وعلى 20 كلم (تنقل يومي) 60%، وعلى 150 كلم لا شيء.',
      en: 'Our reference, as the crow flies: a high-speed station at 2 km earns all the points, at 20 km (a daily commute) 60%, at 150 km none.',
    },
  },
  growth: {
    measure: 'growth',
    unit: 'm²',
    points: [
      [0, 0],
      [100_000, 1],
    ],
    sources: [],
    reason: {
      fr: 'Notre repère : 100 000 m² annoncés ou prévus au-delà du bâti, la taille d’un parc comme Fès Shore achevé.',
      ar: 'مرجع اخترناه: 100.000 م² معلنة أو مبرمجة زيادة على المبني، أي حجم موقع مثل فاس شور عند اكتماله.',
      en: 'Our reference: 100,000 m² announced or planned beyond what is built, the size of a park like Fès Shore complete.',
    },
  },
}

export type Weights = Readonly<Record<Criterion, number>>

/** Weights before the investor touches them. They sum to 100. */
export const DEFAULT_WEIGHTS: Weights = {
  rent: 20,
  taxes: 10,
  premium: 5,
  talent: 25,
  availability: 20,
  airport: 7,
  station: 5,
  growth: 8,
}

/** Contiguous seats the availability of a site is measured against when the need names none. */
export const DEFAULT_ASKED_SEATS = 500

/** Share of the points a value earns, and whether it lay beyond the scale. */
export function shareOf(points: ScalePoints, value: number): { share: number; clipped: boolean } {
  const first = points[0]
  const last = points[points.length - 1]
  if (!first || !last) return { share: 0, clipped: false }
  if (value <= first[0]) return { share: first[1], clipped: value < first[0] }
  if (value >= last[0]) return { share: last[1], clipped: value > last[0] }
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]]
    if (!from || !to || value > to[0]) continue
    return { share: from[1] + ((value - from[0]) / (to[0] - from[0])) * (to[1] - from[1]), clipped: false }
  }
  return { share: last[1], clipped: false }
}
