import type { FrozenSite, Language } from '@tvl/model'
import { inLanguage } from './dossier.ts'
import type { DossierSite } from './dossier-sites.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { DOSSIER_WORDS } from './words.ts'

export type FigureFormat = 'text' | 'whole' | 'tenths' | 'money' | 'points' | 'year' | 'day' | 'degrees'

/** One thing that is said of each site: a column of the comparison and of the CSV, a property of the GeoJSON. */
export interface Figure {
  /** Property of the GeoJSON. */
  key: string
  format: FigureFormat
  head: Readonly<Record<Language, string>>
  /** Null: unknown. Text in the language given. */
  value: (site: DossierSite, language: Language) => string | number | null
  /** `none`: a name, no figure. `null` of a figure that is known: the product itself says it. */
  evidence: 'none' | ((site: DossierSite) => Evidence | null)
}

type Head = readonly [fr: string, ar: string, en: string]

const figure = (
  key: string,
  format: FigureFormat,
  [fr, ar, en]: Head,
  value: Figure['value'],
  evidence: Figure['evidence'] = 'none',
): Figure => ({ key, format, head: { fr, ar, en }, value, evidence })

type ZoneFigure = {
  [K in keyof FrozenSite['zone']['properties']]: FrozenSite['zone']['properties'][K] extends number | null ? K : never
}[keyof FrozenSite['zone']['properties']]
type PoolProperties = NonNullable<FrozenSite['pool']>['properties']
type PoolFigure = {
  [K in keyof PoolProperties]: PoolProperties[K] extends number | null ? K : never
}[keyof PoolProperties]

const ofZone = (key: ZoneFigure, format: FigureFormat, head: Head): Figure =>
  figure(
    key,
    format,
    head,
    ({ site }) => site.zone.properties[key],
    ({ site }) => (site.zone.properties[key] === null ? null : evidenceOf(site.zone, key)),
  )
const ofPool = (key: PoolFigure, head: Head): Figure =>
  figure(
    key,
    key === 'universityNewEntrants' ? 'whole' : 'tenths',
    head,
    ({ site }) => site.pool?.properties[key] ?? null,
    ({ site }) => ((site.pool?.properties[key] ?? null) === null ? null : evidenceOf(site.pool, key)),
  )

const mad = (centimes: number | null): number | null => (centimes === null ? null : centimes / 100)
const money = (key: string, head: Head, centimes: (totals: DossierSite['totals']) => number | null): Figure =>
  figure(
    key,
    'money',
    head,
    ({ totals }) => mad(centimes(totals)),
    ({ evidence }) => evidence.money,
  )
const points = (
  key: string,
  head: Head,
  value: (site: DossierSite) => number | null,
  format: FigureFormat = 'points',
) => figure(key, format, head, value, ({ evidence }) => evidence.score)
const inventory = (key: string, head: Head, value: (of: NonNullable<FrozenSite['inventory']>) => number): Figure =>
  figure(
    key,
    'whole',
    head,
    ({ site }) => site.inventory && value(site.inventory),
    ({ site, evidence }) => site.inventory && evidence.inventory,
  )
const coordinate = ({ site }: DossierSite, axis: 0 | 1): number | null =>
  site.zone.geometry?.type === 'Point' ? (site.zone.geometry.coordinates[axis] ?? null) : null

/** What is said of each site, in the order of the columns. */
export const FIGURES: readonly Figure[] = [
  figure('kind', 'text', ['Nature', 'الطبيعة', 'Kind'], ({ kind }, language) => DOSSIER_WORDS[language].siteKind[kind]),
  figure('city', 'text', ['Ville', 'المدينة', 'City'], ({ site }, language) =>
    inLanguage(site.zone.properties, 'city', language),
  ),
  figure(
    'region',
    'text',
    ['Région', 'الجهة', 'Region'],
    ({ site }, language) => site.region && inLanguage(site.region.properties, 'name', language),
  ),
  figure('operator', 'text', ['Opérateur', 'المُسيِّر', 'Operator'], ({ site }) => site.zone.properties.operatorName),
  figure(
    'status',
    'text',
    ['État du site', 'وضعية الموقع', 'Status of the site'],
    ({ site }, language) => DOSSIER_WORDS[language].status[site.zone.properties.status],
    ({ site }) => evidenceOf(site.zone, 'status'),
  ),
  figure(
    'answersNeed',
    'text',
    ['Répond au besoin', 'يلبي الحاجة', 'Answers the need'],
    answersNeed,
    ({ site, evidence }) => site.inventory && evidence.inventory,
  ),
  points('scoreLow', ['Score, au moins', 'النتيجة، على الأقل', 'Score, at least'], ({ totals }) => totals.score.low),
  points('scoreMid', ['Score, milieu', 'النتيجة، الوسط', 'Score, middle'], ({ totals }) => totals.score.mid),
  points('scoreHigh', ['Score, au plus', 'النتيجة، على الأكثر', 'Score, at most'], ({ totals }) => totals.score.high),
  points(
    'placeByScore',
    ['Rang par score', 'الرتبة حسب النتيجة', 'Rank by score'],
    (site) => site.neutralPlace,
    'whole',
  ),
  figure(
    'seats',
    'whole',
    ['Sièges', 'المقاعد', 'Seats'],
    ({ totals }) => totals.seats,
    ({ totals, evidence }) => (totals.seats === null ? null : evidence.units),
  ),
  figure(
    'areaM2',
    'whole',
    ['Surface (m²)', 'المساحة (م²)', 'Area (m²)'],
    ({ totals }) => totals.areaM2,
    ({ totals, evidence }) => (totals.areaM2 === null ? null : evidence.units),
  ),
  money('monthlyMad', ['Total (MAD/mois)', 'المجموع (درهم/شهر)', 'Total (MAD/month)'], (of) => of.monthlyCentimes),
  money(
    'knownMonthlyMad',
    ['Part connue (MAD/mois)', 'الجزء المعروف (درهم/شهر)', 'Known part (MAD/month)'],
    (of) => of.knownMonthlyCentimes,
  ),
  money('rentMad', ['Loyer (MAD/mois)', 'الكراء (درهم/شهر)', 'Rent (MAD/month)'], (of) => of.rentCentimes),
  money(
    'serviceChargeMad',
    ['Charges (MAD/mois)', 'تكاليف الخدمات (درهم/شهر)', 'Service charge (MAD/month)'],
    (of) => of.serviceChargeCentimes,
  ),
  money(
    'perSeatMad',
    ['Par siège (MAD/mois)', 'للمقعد (درهم/شهر)', 'Per seat (MAD/month)'],
    (of) => of.perSeatCentimes,
  ),
  money('termMad', ['Sur la durée (MAD)', 'طيلة المدة (درهم)', 'Over the term (MAD)'], (of) => of.termCentimes),
  figure(
    'availableOn',
    'day',
    ['Disponible dès', 'متاح ابتداء من', 'Available from'],
    ({ totals }) => totals.availableOn,
    ({ totals, evidence }) => (totals.availableOn === null ? null : evidence.days),
  ),
  figure(
    'countedUntil',
    'day',
    ['Compté jusqu’au (exclu)', 'يُحتسب إلى غاية (غير مشمول)', 'Counted until (excluded)'],
    ({ totals }) => totals.countedUntil,
    ({ totals, evidence }) => (totals.countedUntil === null ? null : evidence.days),
  ),
  inventory(
    'contiguousSeats',
    ['Sièges contigus de la zone', 'المقاعد المتجاورة في المنطقة', 'Contiguous seats of the zone'],
    (of) => of.contiguousSeats,
  ),
  inventory(
    'matchingOffices',
    ['Plateaux répondant au besoin', 'وحدات تلبي الحاجة', 'Units that answer the need'],
    (of) => of.matching.offices,
  ),
  inventory(
    'matchingSeats',
    ['Sièges répondant au besoin', 'مقاعد تلبي الحاجة', 'Seats that answer the need'],
    (of) => of.matching.freeSeats,
  ),
  inventory(
    'matchingContiguousSeats',
    ['dont contigus', 'منها متجاورة', 'of which contiguous'],
    (of) => of.matching.contiguousSeats,
  ),
  ofZone('rentMadPerM2Month', 'money', [
    'Loyer publié (MAD/m²/mois)',
    'الكراء المنشور (درهم/م²/شهر)',
    'Published rent (MAD/m²/month)',
  ]),
  ofZone('irCapPct', 'tenths', ['Plafond d’IR (%)', 'سقف الضريبة على الدخل (%)', 'Income-tax cap (%)']),
  ofZone('territorialPremiumPct', 'tenths', [
    'Prime territoriale (%)',
    'المنحة الترابية (%)',
    'Territorial premium (%)',
  ]),
  ofPool('literateFrenchPct', [
    'Lit et écrit le français (%)',
    'يقرأ ويكتب الفرنسية (%)',
    'Reads and writes French (%)',
  ]),
  ofPool('literateEnglishPct', [
    'Lit et écrit l’anglais (%)',
    'يقرأ ويكتب الإنجليزية (%)',
    'Reads and writes English (%)',
  ]),
  ofPool('literateSpanishPct', [
    'Lit et écrit l’espagnol (%)',
    'يقرأ ويكتب الإسبانية (%)',
    'Reads and writes Spanish (%)',
  ]),
  ofPool('universityNewEntrants', ['Nouveaux inscrits (par an)', 'المسجلون الجدد (سنويا)', 'New students (a year)']),
  ofZone('airportKm', 'tenths', [
    'Aéroport (km à vol d’oiseau)',
    'المطار (كلم بخط مستقيم)',
    'Airport (km as the crow flies)',
  ]),
  ofZone('hsrStationKm', 'tenths', [
    'Gare à grande vitesse (km à vol d’oiseau)',
    'محطة القطار فائق السرعة (كلم بخط مستقيم)',
    'High-speed station (km as the crow flies)',
  ]),
  ofZone('railStationKm', 'tenths', [
    'Gare (km à vol d’oiseau)',
    'محطة القطار (كلم بخط مستقيم)',
    'Station (km as the crow flies)',
  ]),
  ofZone('officeM2Built', 'whole', ['Bureaux construits (m²)', 'المكاتب المبنية (م²)', 'Offices built (m²)']),
  ofZone('officeM2Announced', 'whole', ['Bureaux annoncés (m²)', 'المكاتب المعلنة (م²)', 'Offices announced (m²)']),
  ofZone('officeM2PlannedTotal', 'whole', [
    'Bureaux prévus en tout (m²)',
    'المكاتب المبرمجة إجمالا (م²)',
    'Offices planned in all (m²)',
  ]),
  ofZone('occupancyPct', 'tenths', ['Occupation publiée (%)', 'نسبة الإشغال المنشورة (%)', 'Published occupancy (%)']),
  ofZone('jobsCurrent', 'whole', ['Emplois', 'مناصب الشغل', 'Jobs']),
  ofZone('companies', 'whole', ['Entreprises', 'المقاولات', 'Companies']),
  ofZone('openedYear', 'year', ['Ouvert en', 'سنة الافتتاح', 'Opened in']),
  figure(
    'longitude',
    'degrees',
    ['Longitude (°)', 'خط الطول (°)', 'Longitude (°)'],
    (site) => coordinate(site, 0),
    ({ site }) => evidenceOf(site.zone, 'geometry'),
  ),
  figure(
    'latitude',
    'degrees',
    ['Latitude (°)', 'خط العرض (°)', 'Latitude (°)'],
    (site) => coordinate(site, 1),
    ({ site }) => evidenceOf(site.zone, 'geometry'),
  ),
  ofZone('positionRadiusM', 'whole', [
    'Position connue à (m)',
    'الموضع معروف في حدود (م)',
    'Position known within (m)',
  ]),
  figure('note', 'text', ['Note', 'ملاحظة', 'Note'], ({ line }, language) => line.notes[language] ?? ''),
]

/** Whether the units here answer the need; else what fails. */
function answersNeed({ site }: DossierSite, language: Language): string | null {
  const words = DOSSIER_WORDS[language]
  if (site.inventory === null) return null
  const { failing } = site.inventory
  return failing.length === 0 ? words.fits : `${words.no} (${failing.map((term) => words.term[term]).join(', ')})`
}

/** A figure of a site and what stands for it: nothing for what is unknown, nor for a name. */
export function saidOf(figure: Figure, site: DossierSite, language: Language) {
  const value = figure.value(site, language)
  return { value, evidence: value === null || figure.evidence === 'none' ? null : figure.evidence(site) }
}

/** Whether anything that is said of a site is invented: it then carries the mark. */
export const siteIsInvented = (site: DossierSite): boolean =>
  site.site.zone.properties.illustrative ||
  FIGURES.some(({ evidence }) => evidence !== 'none' && evidence(site)?.grade === 'illustrative')
