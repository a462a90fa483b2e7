import type { Language } from '@tvl/model'

type Words = readonly [fr: string, ar: string, en: string]
type Values = Readonly<Record<string, Words>>

const PREMIUMS: Values = {
  none: ['aucune', 'بدون منحة', 'none'],
  A: ['catégorie A', 'الفئة أ', 'category A'],
  B: ['catégorie B', 'الفئة ب', 'category B'],
}

const ZONE_KINDS: Values = {
  'p2i-offshoring': [
    'plateforme industrielle intégrée d’offshoring',
    'منصة صناعية مندمجة للأوفشورينغ',
    'offshoring P2I',
  ],
  'tech-valley': ['Tech Valley', 'تيك فالي', 'Tech Valley'],
  technopark: ['technopark', 'تكنوبارك', 'technopark'],
  zai: ['zone d’accélération industrielle', 'منطقة التسريع الصناعي', 'industrial acceleration zone'],
  'financial-hub': ['place financière', 'قطب مالي', 'financial hub'],
  technopole: ['technopole', 'قطب تكنولوجي', 'technopole'],
  'planned-historical': ['projet ancien', 'مشروع سابق', 'earlier plan'],
}

const TRADES: Values = {
  ITO: ['informatique (ITO)', 'المعلوميات (ITO)', 'IT (ITO)'],
  CRM: ['relation client (CRM)', 'علاقات الزبناء (CRM)', 'customer relations (CRM)'],
  BPO: ['processus métier (BPO)', 'الخدمات الإدارية (BPO)', 'business processes (BPO)'],
  ESO: ['ingénierie (ESO)', 'الهندسة (ESO)', 'engineering (ESO)'],
  KPO: ['analyse et savoir (KPO)', 'المعرفة والتحليل (KPO)', 'knowledge (KPO)'],
}

const VERIFICATIONS: Values = {
  'site-visit': ['visite sur place', 'معاينة ميدانية', 'site visit'],
  'lease-ledger': ['registre des baux', 'سجل عقود الكراء', 'lease ledger'],
  declaration: ['déclaration', 'تصريح', 'declaration'],
  call: ['appel téléphonique', 'مكالمة هاتفية', 'phone call'],
  import: ['import d’un fichier', 'استيراد ملف', 'import of a file'],
}

/** Coded values by the property that holds them: one code can mean two things, as `none` or `A` do. */
const VALUE_WORDS: Readonly<Record<string, Values>> = {
  kind: {
    ...ZONE_KINDS,
    province: ['province', 'إقليم', 'province'],
    prefecture: ['préfecture', 'عمالة', 'prefecture'],
    airport: ['aéroport', 'مطار', 'airport'],
    'hsr-station': ['gare à grande vitesse', 'محطة القطار فائق السرعة', 'high-speed station'],
    'hsr-line': ['ligne à grande vitesse', 'خط السكة فائق السرعة', 'high-speed line'],
    'rail-station': ['gare', 'محطة قطار', 'railway station'],
    port: ['port', 'ميناء', 'port'],
    'submarine-cable-landing': [
      'point d’atterrissement de câble sous-marin',
      'نقطة إنزال كابل بحري',
      'submarine cable landing',
    ],
    'data-centre': ['centre de données', 'مركز بيانات', 'data centre'],
    tramway: ['tramway', 'ترامواي', 'tramway'],
    'motorway-network': ['réseau d’autoroutes', 'شبكة الطرق السيارة', 'motorway network'],
    'zone-in': ['zones désignées', 'مناطق معينة', 'named zones'],
    'zone-kind-in': ['types de zone', 'أصناف المناطق', 'kinds of zone'],
    'region-in': ['régions désignées', 'جهات معينة', 'named regions'],
    'ir-cap': ['plafond d’impôt sur le revenu', 'سقف الضريبة على الدخل', 'income-tax cap'],
    'territorial-premium': ['prime territoriale', 'المنحة الترابية', 'territorial premium'],
    'trade-in': ['métiers', 'المهن', 'trades'],
    'min-jobs': ['emplois au minimum', 'الحد الأدنى لمناصب الشغل', 'least number of jobs'],
    photo: ['photo', 'صورة', 'photo'],
    plan: ['plan', 'مخطط', 'plan'],
    unpublished: [
      'condition dont le texte n’est pas publié',
      'شرط لم يُنشر نصه',
      'condition whose text is not published',
    ],
  },
  kinds: ZONE_KINDS,
  trades: TRADES,
  status: {
    operational: ['en service', 'مُشغَّل', 'in service'],
    'under-construction': ['en chantier', 'قيد الإنجاز', 'under construction'],
    planned: ['projet', 'مشروع', 'planned'],
    free: ['libre', 'متاح', 'free'],
    held: ['réservé', 'محجوز', 'held'],
    let: ['loué', 'مكترى', 'let'],
    'in-force': ['en vigueur', 'ساري المفعول', 'in force'],
    ended: ['terminée', 'منتهٍ', 'ended'],
    unknown: ['inconnu', 'غير معروف', 'unknown'],
  },
  techValleyStatus: {
    named: ['nommée publiquement', 'مُعلنة بالاسم', 'publicly named'],
    'candidate-unconfirmed': ['candidate, non confirmée', 'مرشحة، غير مؤكدة', 'candidate, unconfirmed'],
    'not-announced': ['non annoncée', 'غير معلنة', 'not announced'],
  },
  territorialPremium: PREMIUMS,
  category: {
    A: PREMIUMS.A as Words,
    B: PREMIUMS.B as Words,
    none: PREMIUMS.none as Words,
    cfc: ['Casablanca Finance City', 'القطب المالي للدار البيضاء', 'Casablanca Finance City'],
    'investment-charter': ['Charte de l’investissement', 'ميثاق الاستثمار', 'Investment Charter'],
    'corporate-tax-general': [
      'impôt sur les sociétés, droit commun',
      'الضريبة على الشركات، النظام العام',
      'corporate tax, general',
    ],
    'corporate-tax': ['impôt sur les sociétés', 'الضريبة على الشركات', 'corporate tax'],
    'personal-income-tax': ['impôt sur le revenu', 'الضريبة على الدخل', 'personal income tax'],
    package: ['ensemble de mesures', 'حزمة تدابير', 'package of measures'],
    administrative: ['démarches', 'إجراءات إدارية', 'administrative'],
    'employment-premium': ['prime à l’emploi', 'منحة التشغيل', 'employment premium'],
    'training-grant': ['aide à la formation', 'دعم التكوين', 'training grant'],
    regional: ['aide régionale', 'دعم جهوي', 'regional support'],
    'sme-scheme': ['dispositif pour PME', 'نظام المقاولات الصغرى والمتوسطة', 'scheme for SMEs'],
    'free-zone': ['zone franche', 'منطقة حرة', 'free zone'],
  },
  fitOut: {
    shell: ['brut', 'خام', 'shell'],
    fitted: ['aménagé', 'مهيأ', 'fitted'],
    'plug-and-play': ['prêt à l’emploi', 'جاهز للاستعمال', 'plug and play'],
  },
  verificationMethod: VERIFICATIONS,
  method: VERIFICATIONS,
  verifiedBy: {
    'zone-manager': ['responsable de zone', 'مسؤول المنطقة', 'zone manager'],
  },
  operatorId: {
    unknown: ['inconnu', 'غير معروف', 'unknown'],
  },
}

const INDEX: Record<Language, 0 | 1 | 2> = { fr: 0, ar: 1, en: 2 }

/** The words for a coded value where people read it, or undefined for a value that is no code. */
export function valueWords(property: string, value: string, language: Language): string | undefined {
  const values = VALUE_WORDS[property]
  return values && Object.hasOwn(values, value) ? values[value]?.[INDEX[language]] : undefined
}
