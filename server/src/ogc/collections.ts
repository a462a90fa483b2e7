import type { CollectionId, Language } from '@tvl/model'

export type LocalText = Readonly<Record<Language, string>>

/** What the API says about a collection before anyone reads an item of it. */
export interface CollectionInfo {
  readonly id: CollectionId
  readonly title: LocalText
  readonly description: LocalText
  /** The meaning of `datetime` here; null: the collection has no temporal extent and `datetime` leaves all items in. */
  readonly time: { readonly properties: readonly string[]; readonly meaning: LocalText } | null
}

const OFFICES_TIME: LocalText = {
  fr: 'Un bureau existe dans le temps à partir de `availableFrom`, tant qu’il est compté comme disponible (`countedUntil` après aujourd’hui).',
  ar: 'يمتد وجود المكتب زمنياً ابتداءً من `availableFrom` ما دام محتسباً متاحاً (`countedUntil` بعد اليوم).',
  en: 'An office extends in time from `availableFrom` on, as long as it is counted as available (`countedUntil` after today).',
}
const INCENTIVES_TIME: LocalText = {
  fr: 'Une mesure s’étend de `validFrom` à `validTo`, bornes comprises ; une borne inconnue est ouverte.',
  ar: 'تمتد فترة التحفيز من `validFrom` إلى `validTo` ضمناً؛ والحد غير المعروف مفتوح.',
  en: 'An incentive extends from `validFrom` to `validTo`, both included; an unknown bound is open.',
}

export const COLLECTION_INFOS: readonly CollectionInfo[] = [
  {
    id: 'regions',
    title: { fr: 'Régions', ar: 'الجهات', en: 'Regions' },
    description: {
      fr: 'Les douze régions du Royaume : population, superficie publiée, chef-lieu et plafond de l’impôt sur le revenu de l’offre offshoring 2025.',
      ar: 'جهات المملكة الاثنتا عشرة: عدد السكان والمساحة المنشورة والعاصمة الجهوية وسقف الضريبة على الدخل في عرض الأوفشورينغ 2025.',
      en: 'The twelve regions of the Kingdom: population, published area, capital and the income-tax cap of the 2025 offshoring offer.',
    },
    time: null,
  },
  {
    id: 'provinces',
    title: { fr: 'Provinces et préfectures', ar: 'الأقاليم والعمالات', en: 'Provinces and prefectures' },
    description: {
      fr: 'Provinces et préfectures avec leur catégorie de prime territoriale de la Charte de l’investissement.',
      ar: 'الأقاليم والعمالات مع فئة المنحة الترابية لميثاق الاستثمار.',
      en: 'Provinces and prefectures with their territorial premium category of the Investment Charter.',
    },
    time: null,
  },
  {
    id: 'zones',
    title: { fr: 'Zones', ar: 'المناطق', en: 'Zones' },
    description: {
      fr: 'Zones d’offshoring et de bureaux : statut, surfaces, emplois, loyers publiés, distances et stock de bureaux. Chaque chiffre porte sa source et sa date.',
      ar: 'مناطق الأوفشورينغ والمكاتب: الحالة والمساحات ومناصب الشغل والإيجارات المنشورة والمسافات ومخزون المكاتب. لكل رقم مصدره وتاريخه.',
      en: 'Offshoring and office zones: status, areas, jobs, published rents, distances and office stock. Every figure carries its source and date.',
    },
    time: null,
  },
  {
    id: 'buildings',
    title: { fr: 'Bâtiments', ar: 'المباني', en: 'Buildings' },
    description: {
      fr: 'Bâtiments de bureaux des zones : niveaux, surface locative, énergie et fibre.',
      ar: 'مباني المكاتب في المناطق: الطوابق والمساحة القابلة للتأجير والطاقة والألياف.',
      en: 'Office buildings of the zones: floors, leasable area, power and fibre.',
    },
    time: null,
  },
  {
    id: 'offices',
    title: { fr: 'Bureaux', ar: 'المكاتب', en: 'Offices' },
    description: {
      fr: 'Plateaux et lots à louer, dans l’ordre déclaré de chaque bâtiment : sièges, surface, aménagement, loyer, disponibilité et fraîcheur de la vérification.',
      ar: 'وحدات المكاتب المعروضة للإيجار، بالترتيب المصرح به في كل مبنى: المقاعد والمساحة والتجهيز والإيجار والتوفر وحداثة التحقق.',
      en: 'Lettable units in the declared order of each building: seats, area, fit-out, rent, availability and freshness of the verification.',
    },
    time: { properties: ['availableFrom', 'countedUntil'], meaning: OFFICES_TIME },
  },
  {
    id: 'infrastructure',
    title: { fr: 'Infrastructures', ar: 'البنيات التحتية', en: 'Infrastructure' },
    description: {
      fr: 'Aéroports, gares, ports, câbles sous-marins, centres de données et grands réseaux.',
      ar: 'المطارات ومحطات القطار والموانئ والكابلات البحرية ومراكز البيانات والشبكات الكبرى.',
      en: 'Airports, stations, ports, submarine cables, data centres and main networks.',
    },
    time: null,
  },
  {
    id: 'talent-pools',
    title: { fr: 'Bassins de talents', ar: 'أحواض الكفاءات', en: 'Talent pools' },
    description: {
      fr: 'Par région : nouveaux inscrits, langues lues et écrites, cités des métiers et des compétences, emploi. Seulement ce qui est publié.',
      ar: 'حسب الجهة: المسجلون الجدد واللغات المقروءة والمكتوبة ومدن المهن والكفاءات والشغل. المنشور فقط.',
      en: 'By region: new entrants, languages read and written, cities of trades and skills, employment. Only what is published.',
    },
    time: null,
  },
  {
    id: 'incentives',
    title: { fr: 'Mesures d’incitation', ar: 'التحفيزات', en: 'Incentives' },
    description: {
      fr: 'Règles datées et citées : qui y a droit, où, combien, jusqu’à quand.',
      ar: 'قواعد مؤرخة وموثقة: من يستفيد وأين وبكم وإلى متى.',
      en: 'Dated and cited rules: who is entitled, where, how much, until when.',
    },
    time: { properties: ['validFrom', 'validTo'], meaning: INCENTIVES_TIME },
  },
  {
    id: 'sources',
    title: { fr: 'Sources', ar: 'المصادر', en: 'Sources' },
    description: {
      fr: 'Les documents d’où viennent les chiffres ; chaque provenance renvoie ici.',
      ar: 'الوثائق التي تستند إليها الأرقام؛ وكل إشارة إلى مصدر تحيل إليها.',
      en: 'The documents the figures come from; every provenance points here.',
    },
    time: null,
  },
]

const BY_ID = new Map<string, CollectionInfo>(COLLECTION_INFOS.map((info) => [info.id, info]))

/** The collection of that id, or undefined. */
export const collectionInfo = (id: string): CollectionInfo | undefined => BY_ID.get(id)
