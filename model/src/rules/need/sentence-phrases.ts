import type { Language } from '../../schema/common.ts'
import type { FitOut } from '../../schema/inventory.ts'
import type { Trade } from '../../schema/reference.ts'
import type { TechValleyStatus, ZoneStatus } from '../../schema/zone.ts'
import type { NeedLanguage } from './need.ts'

/** The words of a need's sentence in one language. Each phrase is one the parser reads back: a property test holds them together. */
export interface SentencePhrases {
  locale: string
  /** Between clauses, and before the last item of a list of which one (or) or all (and) must hold. */
  comma: string
  or: string
  and: string
  offices: string
  /** `count` is already written; `plural` is its CLDR category. */
  seats: (count: string, plural: Intl.LDMLPluralRule, contiguous: boolean) => string
  area: (count: string) => string
  oneBlock: string
  spread: string
  seatsAndArea: (seats: string, area: string) => string
  availableBy: (day: string) => string
  day: (day: number, month: string, year: number) => string
  trade: Record<Trade, string>
  languages: (list: string) => string
  language: Record<NeedLanguage, string>
  atLeastPct: (language: string, pct: string) => string
  regions: (list: string, isOne: boolean) => string
  provinces: (list: string, isOne: boolean) => string
  /** The name as it stands in those lists. */
  place: (name: string) => string
  fitOut: Record<FitOut, string>
  rent: (count: string) => string
  verified: (count: string, plural: Intl.LDMLPluralRule) => string
  statuses: (list: string) => string
  status: Record<ZoneStatus, string>
  programme: (list: string) => string
  techValley: Record<TechValleyStatus, string>
  operators: (list: string) => string
  irCaps: (list: string) => string
  pct: (count: string) => string
  notPublished: string
  noPremium: string
  premiums: (list: string) => string
  category: { A: string; B: string }
  incentives: (list: string, isOne: boolean) => string
  quoted: (name: string) => string
  skillsCity: string
  airport: (km: string) => string
  hsrStation: (km: string) => string
  railStation: (km: string) => string
  drawnArea: string
}

const ofFr = (name: string): string => {
  if (/^l['’]/i.test(name)) return `de l’${name.slice(2)}`
  return /^[aàâeéèêiîoôuûyh]/i.test(name) ? `d’${name}` : `de ${name}`
}

const FR: SentencePhrases = {
  locale: 'fr',
  comma: ', ',
  or: ' ou ',
  and: ' et ',
  offices: 'Des bureaux',
  seats: (count, plural, contiguous) => {
    const isOne = plural === 'one'
    const noun = isOne ? 'siège' : 'sièges'
    return `${count} ${noun} ${isOne ? 'contigu' : 'contigus'}${contiguous ? '' : ' ou non'}`
  },
  area: (count) => `au moins ${count} m²`,
  oneBlock: 'd’un seul tenant',
  spread: 'd’un seul tenant ou non',
  seatsAndArea: (seats, area) => `${seats} et ${area}`,
  availableBy: (day) => `libres au plus tard le ${day}`,
  day: (day, month, year) => `${day === 1 ? '1er' : day} ${month} ${year}`,
  trade: {
    CRM: 'pour la relation client (CRM)',
    ITO: 'pour des services informatiques (ITO)',
    BPO: 'pour des processus métier (BPO)',
    ESO: 'pour l’ingénierie (ESO)',
    KPO: 'pour des services à forte expertise (KPO)',
  },
  languages: (list) => `avec des équipes parlant ${list}`,
  language: { fr: 'français', en: 'anglais', es: 'espagnol' },
  atLeastPct: (language, pct) => `${language} (au moins ${pct})`,
  regions: (list, isOne) => `dans ${isOne ? 'la région' : 'les régions'} ${list}`,
  provinces: (list, isOne) => `dans ${isOne ? 'la province' : 'les provinces'} ${list}`,
  place: ofFr,
  fitOut: { shell: 'bruts', fitted: 'aménagés', 'plug-and-play': 'clés en main' },
  rent: (count) => `avec un loyer d’au plus ${count} MAD par m² et par mois`,
  verified: (count, plural) => `vérifiés depuis moins de ${count} ${plural === 'one' ? 'jour' : 'jours'}`,
  statuses: (list) => `sur un site ${list}`,
  status: { operational: 'en service', 'under-construction': 'en chantier', planned: 'en projet' },
  programme: (list) => `sur un site ${list}`,
  techValley: {
    named: 'nommé Tech Valley',
    'candidate-unconfirmed': 'candidat Tech Valley non confirmé',
    'not-announced': 'non annoncé comme Tech Valley',
  },
  operators: (list) => `sur un site exploité par ${list}`,
  irCaps: (list) => `avec un plafond d’IR de ${list}`,
  pct: (count) => `${count} %`,
  notPublished: 'non publié',
  noPremium: 'sans prime territoriale',
  premiums: (list) => `avec une prime territoriale ${list}`,
  category: { A: 'A', B: 'B' },
  incentives: (list, isOne) => `avec ${isOne ? 'l’avantage' : 'les avantages'} ${list}`,
  quoted: (name) => `« ${name} »`,
  skillsCity: 'avec une cité des métiers et des compétences dans la région',
  airport: (km) => `à ${km} km au plus d’un aéroport`,
  hsrStation: (km) => `à ${km} km au plus d’une gare à grande vitesse`,
  railStation: (km) => `à ${km} km au plus d’une gare`,
  drawnArea: 'dans la zone dessinée',
}

const EN: SentencePhrases = {
  locale: 'en',
  comma: ', ',
  or: ' or ',
  and: ' and ',
  offices: 'Offices',
  seats: (count, plural, contiguous) =>
    `${count} ${contiguous ? 'contiguous ' : ''}${plural === 'one' ? 'seat' : 'seats'}${contiguous ? '' : ', contiguous or not'}`,
  area: (count) => `at least ${count} m²`,
  oneBlock: 'in one block',
  spread: 'contiguous or not',
  seatsAndArea: (seats, area) => `${seats} and ${area}`,
  availableBy: (day) => `free by ${day}`,
  day: (day, month, year) => `${day} ${month} ${year}`,
  trade: {
    CRM: 'for customer relations (CRM)',
    ITO: 'for IT services (ITO)',
    BPO: 'for business processes (BPO)',
    ESO: 'for engineering (ESO)',
    KPO: 'for knowledge services (KPO)',
  },
  languages: (list) => `with teams speaking ${list}`,
  language: { fr: 'French', en: 'English', es: 'Spanish' },
  atLeastPct: (language, pct) => `${language} (at least ${pct})`,
  regions: (list, isOne) => `in the ${isOne ? 'region' : 'regions'} of ${list}`,
  provinces: (list, isOne) => `in the ${isOne ? 'province' : 'provinces'} of ${list}`,
  place: (name) => name,
  fitOut: { shell: 'shell', fitted: 'fitted', 'plug-and-play': 'plug-and-play' },
  rent: (count) => `at a rent of at most ${count} MAD per m² a month`,
  verified: (count, plural) => `verified less than ${count} ${plural === 'one' ? 'day' : 'days'} ago`,
  statuses: (list) => `at sites that are ${list}`,
  status: { operational: 'operational', 'under-construction': 'under construction', planned: 'planned' },
  programme: (list) => `at sites that are ${list}`,
  techValley: {
    named: 'named Tech Valley',
    'candidate-unconfirmed': 'unconfirmed Tech Valley candidates',
    'not-announced': 'not announced as Tech Valley',
  },
  operators: (list) => `operated by ${list}`,
  irCaps: (list) => `with an income tax cap of ${list}`,
  pct: (count) => `${count}%`,
  notPublished: 'not published',
  noPremium: 'with no territorial premium',
  premiums: (list) => `with a territorial premium ${list}`,
  category: { A: 'A', B: 'B' },
  incentives: (list, isOne) => `with the ${isOne ? 'incentive' : 'incentives'} ${list}`,
  quoted: (name) => `“${name}”`,
  skillsCity: 'with a skills city in the region',
  airport: (km) => `within ${km} km of an airport`,
  hsrStation: (km) => `within ${km} km of a high-speed station`,
  railStation: (km) => `within ${km} km of a railway station`,
  drawnArea: 'in the drawn area',
}

/** Counted nouns take six forms in Arabic; one and two are said without a figure. */
const seatsAr: Record<Intl.LDMLPluralRule, (count: string) => string> = {
  zero: (count) => `${count} مقعد`,
  one: () => 'مقعد واحد',
  two: () => 'مقعدان',
  few: (count) => `${count} مقاعد`,
  many: (count) => `${count} مقعدا`,
  other: (count) => `${count} مقعد`,
}
const contiguousAr: Record<Intl.LDMLPluralRule, string> = {
  zero: ' متجاور',
  one: '',
  two: ' متجاوران',
  few: ' متجاورة',
  many: ' متجاورا',
  other: ' متجاور',
}
const daysAr: Record<Intl.LDMLPluralRule, (count: string) => string> = {
  zero: (count) => `${count} يوم`,
  one: () => 'يوم واحد',
  two: () => 'يومين',
  few: (count) => `${count} أيام`,
  many: (count) => `${count} يوما`,
  other: (count) => `${count} يوم`,
}

const AR: SentencePhrases = {
  locale: 'ar-MA',
  comma: '، ',
  or: ' أو ',
  and: ' و',
  offices: 'مكاتب',
  seats: (count, plural, contiguous) =>
    `${seatsAr[plural](count)}${contiguous ? contiguousAr[plural] : '، متجاورة أو غير متجاورة'}`,
  area: (count) => `${count} متر مربع على الأقل`,
  oneBlock: 'متصلة',
  spread: 'متصلة أو غير متصلة',
  seatsAndArea: (seats, area) => `${seats} و${area}`,
  availableBy: (day) => `متاحة في أجل أقصاه ${day}`,
  day: (day, month, year) => `${day} ${month} ${year}`,
  trade: {
    CRM: 'لعلاقات الزبناء (CRM)',
    ITO: 'لتكنولوجيا المعلومات (ITO)',
    BPO: 'لإجراءات الأعمال (BPO)',
    ESO: 'للهندسة (ESO)',
    KPO: 'لخدمات معرفية (KPO)',
  },
  languages: (list) => `بفرق تتحدث ${list}`,
  language: { fr: 'الفرنسية', en: 'الإنجليزية', es: 'الإسبانية' },
  atLeastPct: (language, pct) => `${language} (${pct} على الأقل)`,
  regions: (list, isOne) => `في ${isOne ? 'جهة' : 'جهات'} ${list}`,
  provinces: (list, isOne) => `في ${isOne ? 'إقليم' : 'أقاليم'} ${list}`,
  place: (name) => name,
  fitOut: { shell: 'خام', fitted: 'مهيأة', 'plug-and-play': 'جاهزة للاستعمال' },
  rent: (count) => `بإيجار لا يتجاوز ${count} درهم للمتر المربع في الشهر`,
  verified: (count, plural) => `تم التحقق منها منذ أقل من ${daysAr[plural](count)}`,
  statuses: (list) => `في مواقع ${list}`,
  status: { operational: 'في الخدمة', 'under-construction': 'قيد الإنشاء', planned: 'مبرمجة' },
  programme: (list) => `في مواقع ${list}`,
  techValley: {
    named: 'مسماة تيك فالي',
    'candidate-unconfirmed': 'مرشحة تيك فالي غير مؤكدة',
    'not-announced': 'غير معلنة ضمن تيك فالي',
  },
  operators: (list) => `في مواقع يديرها ${list}`,
  irCaps: (list) => `مع سقف الضريبة على الدخل بنسبة ${list}`,
  pct: (count) => `${count}%`,
  notPublished: 'غير منشور',
  noPremium: 'دون منحة ترابية',
  premiums: (list) => `مع منحة ترابية ${list}`,
  category: { A: 'أ', B: 'ب' },
  incentives: (list, isOne) => `مع ${isOne ? 'الحافز' : 'الحوافز'} ${list}`,
  quoted: (name) => `«${name}»`,
  skillsCity: 'مع مدينة المهن والكفاءات في الجهة',
  airport: (km) => `على بعد ${km} كلم على الأكثر من مطار`,
  hsrStation: (km) => `على بعد ${km} كلم على الأكثر من محطة للقطار الفائق السرعة`,
  railStation: (km) => `على بعد ${km} كلم على الأكثر من محطة قطار`,
  drawnArea: 'في المنطقة المرسومة',
}

export const SENTENCE_PHRASES: Readonly<Record<Language, SentencePhrases>> = { fr: FR, ar: AR, en: EN }
