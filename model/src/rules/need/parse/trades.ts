import type { Trade } from '../../../schema/reference.ts'
import { any, rule } from './pattern.ts'
import { applyRule, type Scan } from './scan.ts'

const TRADES: readonly (readonly [trade: Trade, pattern: RegExp])[] = [
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

/** The trade, by its letters or by what people call the work. */
export function readTrades(scan: Scan): void {
  for (const [trade, pattern] of TRADES) applyRule(scan, pattern, () => ({ term: 'trade', value: trade }))
  applyRule(scan, IT, ({ index }) => {
    const start = scan.folded.at[index] ?? 0
    return scan.original.slice(start, start + 2) === 'IT' ? { term: 'trade', value: 'ITO' } : null
  })
}
