import type { FitOut } from '../../../schema/inventory.ts'
import type { Trade } from '../../../schema/reference.ts'
import type { TerritorialPremium } from '../../../schema/territory.ts'
import type { TechValleyStatus, ZoneStatus } from '../../../schema/zone.ts'
import { DEFAULT_LANGUAGE_PCT, type NeedLanguage } from '../need.ts'
import { AT_LEAST, any, JOIN, NUMBER, quantity, rule, wholeBetween } from './pattern.ts'
import { applyRule, CLAIMED_LANGUAGE, type Scan } from './scan.ts'

type Words<T extends string> = readonly (readonly [value: T, pattern: RegExp])[]

/** Earlier lines win: « non contigus » is read before « contigus ». */
const CONTIGUITY: readonly (readonly [contiguous: boolean, pattern: RegExp])[] = [
  [
    false,
    rule(
      any(
        'non contigu',
        'non contigus',
        'pas forcément contigus',
        'pas nécessairement contigus',
        'contigus ou non',
        'contigu ou non',
        "d'un seul tenant ou non",
        'contiguous or not',
        'متجاورة أو غير متجاورة',
        'متصلة أو غير متصلة',
        'répartis',
        'réparti',
        'répartie',
        'réparties',
        'dispersés',
        'éclatés',
        'sur plusieurs étages',
        'sur plusieurs plateaux',
        'not necessarily contiguous',
        'not contiguous',
        'non contiguous',
        'spread over several floors',
        'spread out',
        'spread',
        'split',
        'scattered',
        'غير متجاورة',
        'غير متصلة',
        'موزعة',
        'متفرقة',
      ),
    ),
  ],
  [
    true,
    rule(
      any(
        'contigu',
        'contigus',
        'contiguë',
        'contiguës',
        'plateaux contigus',
        'plateau contigu',
        'd un seul tenant',
        'un seul tenant',
        'adjacents',
        'sur le même plateau',
        'même plateau',
        'au même étage',
        'même étage',
        'contiguous',
        'adjacent',
        'on the same floor',
        'same floor',
        'in one block',
        'single block',
        'متجاورة',
        'متجاور',
        'متجاوران',
        'متجاورين',
        'متجاورا',
        'متصلة',
        'كتلة واحدة',
        'في نفس الطابق',
        'نفس الطابق',
      ),
    ),
  ],
]

const FIT_OUTS: Words<FitOut> = [
  [
    'plug-and-play',
    rule(
      any(
        'clé en main',
        'clés en main',
        'plug and play',
        'plug & play',
        'plug n play',
        "prêts à l'emploi",
        "prêt à l'emploi",
        'turnkey',
        'ready to use',
        'move in ready',
        'جاهزة للاستعمال',
        'جاهز للاستعمال',
        'جاهزة',
        'جاهز',
        'مفتاح في اليد',
      ),
    ),
  ],
  [
    'shell',
    rule(
      any(
        'brut',
        'bruts',
        'brute',
        'brutes',
        'plateau brut',
        'plateaux bruts',
        'brut de béton',
        'non aménagé',
        'non aménagés',
        'shell and core',
        'shell & core',
        'bare shell',
        'shell',
        'unfitted',
        'خام',
        'غير مهيأة',
        'غير مهيأ',
        'غير مجهزة',
      ),
    ),
  ],
  [
    'fitted',
    rule(
      any(
        'aménagé',
        'aménagés',
        'aménagée',
        'aménagées',
        'fitted out',
        'fitted',
        'equipped',
        'مهيأة',
        'مهيأ',
        'مجهزة',
        'مجهز',
      ),
    ),
  ],
]

const STATUSES: Words<ZoneStatus> = [
  [
    'operational',
    rule(
      any(
        'en service',
        'en activité',
        'opérationnel',
        'opérationnelle',
        'opérationnels',
        'opérationnelles',
        'operational',
        'in operation',
        'في الخدمة',
        'مشغلة',
        'قيد التشغيل',
        'عملياتية',
      ),
    ),
  ],
  [
    'under-construction',
    rule(
      any(
        'en chantier',
        'en construction',
        'en travaux',
        'under construction',
        'being built',
        'قيد الإنشاء',
        'قيد البناء',
        'في طور الإنجاز',
        'قيد الإنجاز',
        'في طور البناء',
      ),
    ),
  ],
  [
    'planned',
    rule(
      any(
        'en projet',
        'à l état de projet',
        'planifié',
        'planifiés',
        'planifiée',
        'planned',
        'مبرمج',
        'مبرمجة',
        'قيد الدراسة',
      ),
    ),
  ],
]

const PROGRAMME = ['tech valley', 'tech valleys', 'تيك فالي', 'تك فالي']
const OPTIONAL_PROGRAMME = `(?:[\\s:]*(?:${any('as', 'comme', 'ضمن')}\\s*)?${any(...PROGRAMME)})?`
const TECH_VALLEY: Words<TechValleyStatus> = [
  [
    'candidate-unconfirmed',
    rule(
      any(
        'candidat tech valley',
        'candidat tech valley non confirmé',
        'unconfirmed tech valley candidate',
        'unconfirmed tech valley candidates',
        'مرشح تيك فالي غير مؤكد',
        'مرشحة تيك فالي غير مؤكدة',
        'candidats tech valley',
        'tech valley candidate',
        'tech valley candidates',
        'candidat non confirmé',
        'candidats non confirmés',
        'candidat',
        'unconfirmed candidate',
        'unconfirmed candidates',
        'مرشح غير مؤكد',
        'مرشحة غير مؤكدة',
        'مرشح',
        'مرشحة',
      ),
      OPTIONAL_PROGRAMME,
    ),
  ],
  [
    'not-announced',
    rule(
      any(
        'non annoncé',
        'non annoncés',
        'pas annoncé',
        'hors tech valley',
        'hors programme',
        'not announced',
        'outside tech valley',
        'غير معلن',
        'غير معلنة',
        'خارج تيك فالي',
      ),
      OPTIONAL_PROGRAMME,
    ),
  ],
  [
    'named',
    rule(
      `(?:${any('nommé', 'nommés', 'named', 'officiel', 'official', 'مسمى', 'مسماة')}\\s*)?`,
      any(...PROGRAMME),
      `(?:\\s*${any('nommé', 'nommée', 'named', 'confirmé', 'confirmed')})?`,
    ),
  ],
]

const TRADES: Words<Trade> = [
  [
    'CRM',
    rule(
      any(
        'crm',
        'relation client',
        'support client',
        'service client',
        'support clients',
        "centre d'appels",
        'centres d’appels',
        'centre d’appel',
        'téléconseil',
        'call center',
        'call centre',
        'contact center',
        'contact centre',
        'customer support',
        'customer service',
        'customer care',
        'customer relations',
        'support',
        'مركز نداء',
        'مراكز النداء',
        'مركز اتصال',
        'مراكز الاتصال',
        'خدمة العملاء',
        'خدمة الزبناء',
        'دعم العملاء',
        'علاقات الزبناء',
        'دعم',
      ),
    ),
  ],
  [
    'ITO',
    rule(
      any(
        'ito',
        'développement informatique',
        'développement logiciel',
        'développement',
        'développeurs',
        'services informatiques',
        'informatique',
        'infogérance',
        'logiciel',
        'logiciels',
        'software development',
        'software',
        'developers',
        'it services',
        'it outsourcing',
        'it development',
        'معلوميات',
        'خدمات معلوماتية',
        'تطوير البرمجيات',
        'برمجيات',
        'تكنولوجيا المعلومات',
        'مطورين',
      ),
    ),
  ],
  [
    'KPO',
    rule(
      any(
        'kpo',
        'finance',
        'comptabilité',
        'analyse de données',
        'analytics',
        'data analytics',
        'accounting',
        'knowledge services',
        'services à forte expertise',
        'تحليل البيانات',
        'محاسبة',
        'مالية',
        'خدمات معرفية',
      ),
    ),
  ],
  [
    'BPO',
    rule(
      any(
        'bpo',
        'back office',
        'processus métier',
        'processus métiers',
        'business process',
        'business processes',
        'payroll',
        'gestion de la paie',
        'معالجة الملفات',
        'إجراءات الأعمال',
        'مكتب خلفي',
      ),
    ),
  ],
  [
    'ESO',
    rule(
      any('eso', 'ingénierie', 'ingénieurs', 'bureau d’études', 'engineering', 'engineers', 'r&d', 'هندسة', 'مهندسين'),
    ),
  ],
]
/** « IT » is an English pronoun in small letters: read from the text as typed. */
const IT = rule(any('it'))

const SPOKEN: Words<NeedLanguage> = [
  [
    'fr',
    rule(
      languagePattern(
        'francophone',
        'francophones',
        'parlant français',
        'français',
        'française',
        'french speaking',
        'french speakers',
        'french',
        'ناطقين بالفرنسية',
        'ناطقة بالفرنسية',
        'متحدثين بالفرنسية',
        'فرنكوفونية',
        'فرنكوفونيين',
        'فرنسية',
      ),
    ),
  ],
  [
    'en',
    rule(
      languagePattern(
        'anglophone',
        'anglophones',
        'parlant anglais',
        'anglais',
        'anglaise',
        'english speaking',
        'english speakers',
        'english',
        'ناطقين بالإنجليزية',
        'ناطقة بالإنجليزية',
        'متحدثين بالإنجليزية',
        'إنجليزية',
      ),
    ),
  ],
  [
    'es',
    rule(
      languagePattern(
        'hispanophone',
        'hispanophones',
        'parlant espagnol',
        'espagnol',
        'espagnole',
        'spanish speaking',
        'spanish speakers',
        'spanish',
        'ناطقين بالإسبانية',
        'ناطقة بالإسبانية',
        'متحدثين بالإسبانية',
        'إسبانية',
      ),
    ),
  ],
]

function languagePattern(...words: readonly string[]): string {
  const pct = `${NUMBER}\\s*%`
  const before = `(?:(?:${AT_LEAST}\\s*)?${pct}\\s*(?:${AT_LEAST}\\s*)?(?:(?:de|d'|of|من)\\s*)?)?`
  const after = `(?:\\s*\\(?\\s*(?:${AT_LEAST}\\s*)?${pct}(?:\\s*${AT_LEAST})?\\s*\\)?)?`
  return `${before}${any(...words)}${after}`
}

const IR = any(
  "plafond d'ir",
  'plafond ir',
  'ir plafonné',
  'ir',
  'plafond d’impôt sur le revenu',
  'impôt sur le revenu',
  'income tax cap',
  'income tax capped',
  'income tax',
  'ir cap',
  'سقف الضريبة على الدخل',
  'ضريبة على الدخل',
)
const NOT_PUBLISHED = any('non publié', 'inconnu', 'not published', 'unpublished', 'unknown', 'غير منشور', 'غير معروف')
const CAP = `(?:${NUMBER}\\s*%|${NOT_PUBLISHED})`
const IR_CAPS = rule(
  IR,
  `[\\s:=(]*(?:${any('de', 'à', 'a', 'au', 'of', 'at', 'is', 'est', 'في', 'محدد في', 'بنسبة', 'قدره')}\\s*){0,2}`,
  `${CAP}(?:${JOIN}${CAP}){0,4}`,
)
const CAP_OF_IR = rule(NUMBER, `\\s*%\\s*(?:(?:d'|de|of)\\s*)?`, IR)

const PREMIUM = any(
  'prime territoriale',
  'primes territoriales',
  'territorial premium',
  'territorial premiums',
  'منحة ترابية',
  'منحة مجالية',
)
const BARE_PREMIUM = any('prime', 'premium', 'catégorie', 'category', 'صنف')
const CATEGORY = '(?<![\\p{L}\\p{N}])(?:[ab]|[اب])(?![\\p{L}\\p{N}])'
const CATEGORIES = `(${CATEGORY}(?:${JOIN}${CATEGORY})?)`
const OF_CATEGORY = `[\\s,:(]*(?:${any('de', 'catégorie', 'category', 'class', 'صنف', 'de catégorie', 'من')}\\s*){0,3}`
const PREMIUMS = rule(PREMIUM, OF_CATEGORY, CATEGORIES)
const BARE_PREMIUMS = rule(BARE_PREMIUM, OF_CATEGORY, CATEGORIES)
const NO_PREMIUM = rule(
  any(
    'sans prime territoriale',
    'sans prime',
    'no territorial premium',
    'without territorial premium',
    'without a territorial premium',
    'no premium',
    'بدون منحة ترابية',
    'دون منحة ترابية',
    'من دون منحة ترابية',
  ),
)
const SKILLS_CITY = rule(
  any(
    'cité des métiers et des compétences',
    'cité des métiers',
    'cmc',
    'skills city',
    'city of trades and skills',
    'مدينة المهن والكفاءات',
    'مدينة المهن',
  ),
)

function premiumsIn(letters: string): TerritorialPremium[] {
  const found = letters.match(/[abاب]/g) ?? []
  return [...new Set(found.map((letter): TerritorialPremium => (letter === 'a' || letter === 'ا' ? 'A' : 'B')))]
}

/** Income tax caps and territorial premiums: before names are looked for, since measures are named after them. */
export function readMeasures(scan: Scan): void {
  applyRule(scan, IR_CAPS, ([whole]) => {
    const caps: (number | null)[] = Array.from(whole.matchAll(rule(NUMBER, '\\s*%')), ([, pct]) => quantity(pct))
    if (whole.search(rule(NOT_PUBLISHED)) >= 0) caps.push(null)
    return caps.some((cap) => cap !== null && cap > 100) ? null : { term: 'irCaps', value: caps }
  })
  applyRule(scan, CAP_OF_IR, ([, pct]) => {
    const cap = quantity(pct)
    return cap === null || cap > 100 ? null : { term: 'irCaps', value: [cap] }
  })
  applyRule(scan, NO_PREMIUM, () => ({ term: 'territorialPremiums', value: ['none'] }))
  applyRule(scan, PREMIUMS, ([, letters = '']) => ({ term: 'territorialPremiums', value: premiumsIn(letters) }))
  applyRule(scan, BARE_PREMIUMS, (match) => {
    const [whole, letters = ''] = match
    // « prime à l’emploi » is no category: a lone letter counts as typed in capitals, or in Arabic.
    const start = match.index + whole.length - letters.length
    const typed = scan.original.charAt(scan.folded.at[start] ?? 0)
    return /[ABأاب]/.test(typed) ? { term: 'territorialPremiums', value: premiumsIn(letters) } : null
  })
}

/** Statuses, fit-outs, contiguity, skills, languages and trades. */
export function readWords(scan: Scan): void {
  for (const [status, pattern] of TECH_VALLEY) applyRule(scan, pattern, () => ({ term: 'techValley', value: [status] }))
  for (const [status, pattern] of STATUSES) applyRule(scan, pattern, () => ({ term: 'statuses', value: [status] }))
  for (const [contiguous, pattern] of CONTIGUITY) {
    applyRule(scan, pattern, () => ({ term: 'contiguous', value: contiguous }))
  }
  for (const [fitOut, pattern] of FIT_OUTS) applyRule(scan, pattern, () => ({ term: 'fitOuts', value: [fitOut] }))
  applyRule(scan, SKILLS_CITY, () => ({ term: 'skillsCity', value: true }))
  for (const [language, pattern] of SPOKEN) {
    applyRule(scan, pattern, ([, before, after]) => {
      const pct = before ?? after
      const minPct = pct === undefined ? DEFAULT_LANGUAGE_PCT : wholeBetween(pct, 0, 100)
      if (minPct === null) return null
      return { term: 'languages', value: [{ language, minPct }], mark: CLAIMED_LANGUAGE }
    })
  }
  for (const [trade, pattern] of TRADES) applyRule(scan, pattern, () => ({ term: 'trade', value: trade }))
  applyRule(scan, IT, ({ index }) => {
    const start = scan.folded.at[index] ?? 0
    return scan.original.slice(start, start + 2) === 'IT' ? { term: 'trade', value: 'ITO' } : null
  })
}
