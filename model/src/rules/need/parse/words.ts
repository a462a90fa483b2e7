import type { FitOut } from '../../../schema/inventory.ts'
import type { TechValleyStatus, ZoneStatus } from '../../../schema/zone.ts'
import { any, rule } from './pattern.ts'
import { applyRule, type Scan } from './scan.ts'

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

/** Statuses, contiguity, fit-outs and the skills city. */
export function readWords(scan: Scan): void {
  for (const [status, pattern] of TECH_VALLEY) applyRule(scan, pattern, () => ({ term: 'techValley', value: [status] }))
  for (const [status, pattern] of STATUSES) applyRule(scan, pattern, () => ({ term: 'statuses', value: [status] }))
  for (const [contiguous, pattern] of CONTIGUITY) {
    applyRule(scan, pattern, () => ({ term: 'contiguous', value: contiguous }))
  }
  for (const [fitOut, pattern] of FIT_OUTS) applyRule(scan, pattern, () => ({ term: 'fitOuts', value: [fitOut] }))
  applyRule(scan, SKILLS_CITY, () => ({ term: 'skillsCity', value: true }))
}
