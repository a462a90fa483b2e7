/** How a derived figure was obtained: `method` of a provenance holds one of these keys. Plain words, no schema library. */
export const METHODS = {
  'general-knowledge': {
    fr: 'connaissance générale, sans document',
    ar: 'معرفة عامة دون وثيقة',
    en: 'general knowledge, without a document',
  },
  'published-district': {
    fr: 'placé d’après l’adresse ou le quartier publiés, non relevé sur place',
    ar: 'حُدّد الموقع انطلاقا من العنوان أو الحي المنشور، دون معاينة ميدانية',
    en: 'placed from the published address or district, not surveyed',
  },
  'city-centre': {
    fr: 'centre de la ville : l’adresse exacte n’est pas publiée',
    ar: 'مركز المدينة: العنوان الدقيق غير منشور',
    en: 'centre of the city: the exact address is not published',
  },
  'polygon-centroid': {
    fr: 'centre du plus grand polygone du territoire',
    ar: 'مركز أكبر مضلع للمجال الترابي',
    en: 'centroid of the largest polygon of the territory',
  },
  'great-circle': {
    fr: 'distance à vol d’oiseau entre les deux points, pas par la route',
    ar: 'مسافة بخط مستقيم بين النقطتين، وليست عبر الطريق',
    en: 'great-circle distance between the two points, not by road',
  },
  'sum-of-listed': {
    fr: 'somme des établissements listés dont le chiffre est publié',
    ar: 'مجموع المؤسسات المذكورة التي نُشر رقمها',
    en: 'sum over the listed institutions with a published figure',
  },
  'from-two-censuses': {
    fr: 'calculé à partir des deux recensements',
    ar: 'محسوب انطلاقا من الإحصاءين',
    en: 'computed from the two censuses',
  },
  'by-subtraction': {
    fr: 'obtenu par soustraction : la liste publiée est tronquée',
    ar: 'مستنتج بالطرح: اللائحة المنشورة غير كاملة',
    en: 'obtained by subtraction: the published list is truncated',
  },
  'reading-of-circular': {
    fr: 'lecture de la circulaire à travers la presse',
    ar: 'قراءة للدورية من خلال الصحافة',
    en: 'reading of the circular through the press',
  },
  'province-of-the-point': {
    fr: 'déduit de la préfecture ou province du site',
    ar: 'مستنتج من عمالة أو إقليم الموقع',
    en: 'follows from the prefecture or province of the site',
  },
  'pooled-southern-regions': {
    fr: 'un seul chiffre publié pour les trois régions du Sud',
    ar: 'رقم واحد منشور للجهات الجنوبية الثلاث',
    en: 'one figure published for the three southern regions',
  },
  'buy-sell-midpoint': {
    fr: 'milieu des cours d’achat et de vente des billets',
    ar: 'متوسط سعري شراء وبيع الأوراق البنكية',
    en: 'midpoint of the buying and selling rates for banknotes',
  },
} as const
export type Method = keyof typeof METHODS
