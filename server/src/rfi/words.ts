import type { Language } from '@tvl/model'

interface RfiWords {
  /** Name of the sheet: at most 31 characters, none of \ / ? * [ ] : */
  sheet: string
  title: string
  /** When the answers were read, from which version of the catalogue. */
  read: (day: string, version: number) => string
  coverage: (pct: number, answered: number, questions: number) => string
  illustrative: string
  empty: string
  heads: readonly string[]
  unknown: string
  notMatched: string
  leftEmpty: string
  byOther: string
  percent: string
  rate: (currency: string, mad: string, day: string) => string
  declared: (role: string, day: string) => string
  roles: Readonly<Record<string, string>>
  month: string
  year: string
  reasons: { unit: string; rate: string }
  /** Of sums over a zone. */
  sums: { buildings: string; offers: string; incentives: string }
}

/** What the sheet of sources says in its own words. */
export const RFI_WORDS: Readonly<Record<Language, RfiWords>> = {
  fr: {
    sheet: 'Sources',
    title: 'Sources des réponses',
    read: (day, version) => `Réponses lues le ${day}, version ${version} du catalogue.`,
    coverage: (pct, answered, questions) => `Couverture : ${pct} % (${answered} réponses sur ${questions} questions).`,
    illustrative:
      'ATTENTION : les chiffres notés « illustratif » sont inventés pour la démonstration ; ils ne décrivent aucun bureau réel.',
    empty: 'Une cellule vide veut dire inconnu, jamais zéro.',
    heads: [
      ...['Feuille', 'Cellule', 'Question', 'Site', 'Réponse', 'Unité', 'Degré'],
      ...['Sources', 'Date du chiffre', 'Langue', 'Champ', 'Remarque'],
    ],
    unknown: 'inconnu',
    notMatched: 'non rapproché du catalogue',
    leftEmpty: 'laissé vide à dessein',
    byOther: 'rempli avant l’envoi, laissé tel quel',
    percent: 'dans une cellule au format pourcentage, le centième est écrit',
    rate: (currency, mad, day) => `1 ${currency} = ${mad} MAD au ${day}`,
    declared: (role, day) => `déclaré par ${role}, le ${day}`,
    roles: { administrator: 'l’administration', officer: 'l’agence', manager: 'l’exploitant' },
    month: 'mois',
    year: 'an',
    reasons: { unit: 'demandé dans une autre unité', rate: 'aucun taux de change publié' },
    sums: {
      buildings: 'bâtiments en service de la zone, ensemble (autonomie et fibre : le moins bien pourvu)',
      offers: 'plateaux libres et vérifiés de la zone dont le chiffre est connu, ensemble',
      incentives: 'mesures que rien du lieu n’exclut ; le projet décide du reste',
    },
  },
  ar: {
    sheet: 'المصادر',
    title: 'مصادر الأجوبة',
    read: (day, version) => `قُرئت الأجوبة بتاريخ ${day}، النسخة ${version} من الفهرس.`,
    coverage: (pct, answered, questions) => `نسبة التغطية: ${pct}٪ (الأجوبة: ${answered}، الأسئلة: ${questions}).`,
    illustrative: 'تنبيه: الأرقام المصنفة «توضيحية» وُضعت للعرض فقط ولا تصف أي مكتب حقيقي.',
    empty: 'الخانة الفارغة تعني غير معروف، وليس صفرا.',
    heads: [
      ...['الورقة', 'الخانة', 'السؤال', 'الموقع', 'الجواب', 'الوحدة', 'الدرجة'],
      ...['المصادر', 'تاريخ الرقم', 'اللغة', 'الحقل', 'ملاحظة'],
    ],
    unknown: 'غير معروف',
    notMatched: 'لا مقابل له في الفهرس',
    leftEmpty: 'تُرك فارغا عن قصد',
    byOther: 'كان مملوءا قبل الإرسال وتُرك كما هو',
    percent: 'في خانة بصيغة نسبة مئوية يُكتب الجزء من المائة',
    rate: (currency, mad, day) => `1 ${currency} = ${mad} MAD بتاريخ ${day}`,
    declared: (role, day) => `صرّحت به ${role} بتاريخ ${day}`,
    roles: { administrator: 'الإدارة', officer: 'الوكالة', manager: 'الجهة المستغلة' },
    month: 'شهر',
    year: 'سنة',
    reasons: { unit: 'مطلوب بوحدة أخرى', rate: 'لا يوجد سعر صرف منشور' },
    sums: {
      buildings: 'مباني المنطقة المشغّلة مجتمعة (الطاقة الاحتياطية والألياف: أقلها تجهيزا)',
      offers: 'الوحدات المتاحة والمتحقَّق منها في المنطقة والمعروف رقمها، مجتمعة',
      incentives: 'تدابير لا يستبعدها الموقع؛ والباقي رهين بالمشروع',
    },
  },
  en: {
    sheet: 'Sources',
    title: 'Sources of the answers',
    read: (day, version) => `Answers read on ${day}, version ${version} of the catalogue.`,
    coverage: (pct, answered, questions) => `Coverage: ${pct}% (${answered} answers to ${questions} questions).`,
    illustrative:
      'NOTE: figures graded “illustrative” are invented for the demonstration; they describe no real office.',
    empty: 'An empty cell means unknown, never zero.',
    heads: [
      ...['Sheet', 'Cell', 'Question', 'Site', 'Answer', 'Unit', 'Grade'],
      ...['Sources', 'As of', 'Language', 'Field', 'Remark'],
    ],
    unknown: 'unknown',
    notMatched: 'not matched with the catalogue',
    leftEmpty: 'left empty on purpose',
    byOther: 'filled in before it was sent, left as it was',
    percent: 'in a cell formatted as a percentage, a hundredth is written',
    rate: (currency, mad, day) => `1 ${currency} = ${mad} MAD on ${day}`,
    declared: (role, day) => `declared by ${role} on ${day}`,
    roles: { administrator: 'the administration', officer: 'the agency', manager: 'the operator' },
    month: 'month',
    year: 'year',
    reasons: { unit: 'asked in another unit', rate: 'no published exchange rate' },
    sums: {
      buildings: 'buildings of the zone in service, together (backup and fibre: the least provided)',
      offers: 'free and verified units of the zone whose figure is known, together',
      incentives: 'measures that nothing about the place excludes; the project decides the rest',
    },
  },
}
