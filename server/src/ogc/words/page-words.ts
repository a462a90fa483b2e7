import type { Grade, Language } from '@tvl/model'

interface PageWords {
  readonly product: string
  readonly explore: string
  readonly api: string
  readonly docs: string
  readonly landing: string
  readonly landingText: string
  readonly skip: string
  readonly languages: string
  readonly path: string
  readonly formats: string
  readonly collections: string
  readonly collectionsText: string
  readonly collection: string
  readonly description: string
  readonly items: string
  readonly extent: string
  readonly time: string
  readonly noTime: string
  readonly noGeometry: string
  readonly conformance: string
  readonly conformanceText: string
  readonly forPrograms: string
  readonly definition: string
  readonly queryables: string
  readonly queryablesText: string
  readonly sortables: string
  readonly sortablesText: string
  readonly functions: string
  readonly functionsText: string
  readonly functionName: string
  readonly argument: string
  readonly result: string
  readonly property: string
  readonly title: string
  readonly type: string
  readonly values: string
  readonly canBeUnknown: string
  readonly yes: string
  readonly no: string
  readonly value: string
  readonly evidence: string
  readonly asOf: string
  readonly sources: string
  readonly unknown: string
  readonly unknownText: string
  readonly geometry: string
  readonly position: string
  readonly zonePage: string
  readonly illustrative: string
  readonly gradesLegend: string
  readonly filter: string
  readonly filterHint: string
  readonly perPage: string
  readonly apply: string
  readonly next: string
  readonly firstPage: string
  readonly noItems: string
  readonly shown: (returned: string, matched: string) => string
  readonly seeItems: string
  readonly attribution: string
  readonly grades: Readonly<Record<Grade, string>>
}

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
  fr: {
    product: 'Tech Valley Locator',
    explore: 'Explorer',
    api: 'API',
    docs: 'Référence interactive',
    landing: 'Données ouvertes des zones d’offshoring du Maroc',
    landingText:
      'Le catalogue des zones, bâtiments et bureaux, avec la source et la date de chaque chiffre, par OGC API – Features et CQL2.',
    skip: 'Aller au contenu',
    languages: 'Langue',
    path: 'Chemin',
    formats: 'Autres formats ',
    collections: 'Collections',
    collectionsText: 'Neuf collections, chacune en GeoJSON et en page HTML.',
    collection: 'Collection',
    description: 'Description',
    items: 'Objets',
    extent: 'Étendue (ouest, sud, est, nord)',
    time: 'Dans le temps',
    noTime: 'Sans étendue temporelle : `datetime` n’écarte aucun objet.',
    noGeometry: 'Sans géométrie : `bbox` ne trouve aucun objet.',
    conformance: 'Conformité',
    conformanceText: 'Les classes de conformité que ce service remplit.',
    forPrograms: 'Pour les programmes',
    definition: 'Définition OpenAPI 3.0',
    queryables: 'Propriétés interrogeables',
    queryablesText: 'Ce que `filter`, les paramètres de même nom et les fonctions peuvent nommer.',
    sortables: 'Propriétés de tri',
    sortablesText:
      'Ce que `sortby` peut nommer ; `-` devant un nom inverse l’ordre. L’inconnu vient toujours en dernier.',
    functions: 'Fonctions',
    functionsText: 'Fonctions que le service ajoute à CQL2.',
    functionName: 'Fonction',
    argument: 'Argument',
    result: 'Résultat',
    property: 'Propriété',
    title: 'Libellé',
    type: 'Type',
    values: 'Valeurs',
    canBeUnknown: 'Peut être inconnu',
    yes: 'oui',
    no: 'non',
    value: 'Valeur',
    evidence: 'Preuve',
    asOf: 'Date',
    sources: 'Sources',
    unknown: 'inconnu',
    unknownText: 'Inconnu veut dire : aucune source trouvée. Ce n’est jamais zéro.',
    geometry: 'Géométrie',
    position: 'Position (longitude, latitude)',
    zonePage: 'Voir la page de la zone',
    illustrative: 'Donnée illustrative : inventée pour la démonstration, elle ne décrit aucun bureau réel.',
    gradesLegend: 'Niveaux de preuve',
    filter: 'Filtre CQL2',
    filterHint: 'par exemple ',
    perPage: 'Objets par page',
    apply: 'Appliquer',
    next: 'Page suivante',
    firstPage: 'Première page',
    noItems: 'Aucun objet ne répond à cette question.',
    shown: (returned, matched) => `${returned} affichés sur ${matched}`,
    seeItems: 'Voir les objets',
    attribution: 'Contours : contributeurs OpenStreetMap (ODbL).',
    grades: {
      official: 'officiel',
      press: 'presse',
      declared: 'déclaré',
      measured: 'mesuré',
      modelled: 'modélisé',
      derived: 'dérivé',
      illustrative: 'illustratif',
    },
  },
  ar: {
    product: 'Tech Valley Locator',
    explore: 'استكشاف',
    api: 'واجهة البيانات',
    docs: 'المرجع التفاعلي',
    landing: 'بيانات مفتوحة عن مناطق الأوفشورينغ بالمغرب',
    landingText: 'دليل المناطق والمباني والمكاتب، مع مصدر كل رقم وتاريخه، وفق معيار OGC API – Features ولغة CQL2.',
    skip: 'الانتقال إلى المحتوى',
    languages: 'اللغة',
    path: 'المسار',
    formats: 'صيغ أخرى',
    collections: 'المجموعات',
    collectionsText: 'تسع مجموعات، كل منها بصيغة GeoJSON وصفحة HTML.',
    collection: 'المجموعة',
    description: 'الوصف',
    items: 'العناصر',
    extent: 'النطاق (غرب، جنوب، شرق، شمال)',
    time: 'في الزمن',
    noTime: 'بدون نطاق زمني: لا يستبعد `datetime` أي عنصر.',
    noGeometry: 'بدون شكل هندسي: لا يجد `bbox` أي عنصر.',
    conformance: 'المطابقة',
    conformanceText: 'فئات المطابقة التي تستوفيها هذه الخدمة.',
    forPrograms: 'للبرامج',
    definition: 'تعريف OpenAPI 3.0',
    queryables: 'الخصائص القابلة للاستعلام',
    queryablesText: 'ما يمكن أن يذكره `filter` والمعاملات التي تحمل الاسم نفسه والدوال.',
    sortables: 'خصائص الترتيب',
    sortablesText: 'ما يمكن أن يذكره `sortby`؛ والعلامة `-` قبل الاسم تعكس الترتيب. غير المعروف يأتي دائماً في الأخير.',
    functions: 'الدوال',
    functionsText: 'دوال تضيفها الخدمة إلى CQL2.',
    functionName: 'الدالة',
    argument: 'المعطى',
    result: 'النتيجة',
    property: 'الخاصية',
    title: 'التسمية',
    type: 'النوع',
    values: 'القيم',
    canBeUnknown: 'قد تكون غير معروفة',
    yes: 'نعم',
    no: 'لا',
    value: 'القيمة',
    evidence: 'الإثبات',
    asOf: 'التاريخ',
    sources: 'المصادر',
    unknown: 'غير معروف',
    unknownText: 'غير معروف يعني أنه لم يُعثر على مصدر، وليس صفراً أبداً.',
    geometry: 'الشكل الهندسي',
    position: 'الموقع (خط الطول، خط العرض)',
    zonePage: 'صفحة المنطقة',
    illustrative: 'بيان توضيحي: وُضع للعرض فقط ولا يصف مكتباً حقيقياً.',
    gradesLegend: 'درجات الإثبات',
    filter: 'مرشح CQL2',
    filterHint: 'مثلاً',
    perPage: 'عدد العناصر في الصفحة',
    apply: 'تطبيق',
    next: 'الصفحة التالية',
    firstPage: 'الصفحة الأولى',
    noItems: 'لا يوجد عنصر يجيب عن هذا السؤال.',
    shown: (returned, matched) => `المعروض ${returned} من ${matched}`,
    seeItems: 'عرض العناصر',
    attribution: 'الحدود: المساهمون في خريطة الشارع المفتوحة (ODbL).',
    grades: {
      official: 'رسمي',
      press: 'صحافة',
      declared: 'مصرح به',
      measured: 'مقيس',
      modelled: 'محسوب بنموذج',
      derived: 'مشتق',
      illustrative: 'توضيحي',
    },
  },
  en: {
    product: 'Tech Valley Locator',
    explore: 'Explore',
    api: 'API',
    docs: 'Interactive reference',
    landing: 'Open data on Morocco’s offshoring zones',
    landingText:
      'The catalogue of zones, buildings and offices, with the source and date of every figure, by OGC API – Features and CQL2.',
    skip: 'Skip to content',
    languages: 'Language',
    path: 'Path',
    formats: 'Other formats',
    collections: 'Collections',
    collectionsText: 'Nine collections, each as GeoJSON and as an HTML page.',
    collection: 'Collection',
    description: 'Description',
    items: 'Items',
    extent: 'Extent (west, south, east, north)',
    time: 'In time',
    noTime: 'No temporal extent: `datetime` leaves every item in.',
    noGeometry: 'No geometry: `bbox` finds no item.',
    conformance: 'Conformance',
    conformanceText: 'The conformance classes that this service fulfils.',
    forPrograms: 'For programs',
    definition: 'OpenAPI 3.0 definition',
    queryables: 'Queryables',
    queryablesText: 'What `filter`, the parameters of the same name and the functions may name.',
    sortables: 'Sortables',
    sortablesText: 'What `sortby` may name; a `-` before a name turns the order round. Unknown always comes last.',
    functions: 'Functions',
    functionsText: 'Functions that the service adds to CQL2.',
    functionName: 'Function',
    argument: 'Argument',
    result: 'Result',
    property: 'Property',
    title: 'Title',
    type: 'Type',
    values: 'Values',
    canBeUnknown: 'Can be unknown',
    yes: 'yes',
    no: 'no',
    value: 'Value',
    evidence: 'Evidence',
    asOf: 'As of',
    sources: 'Sources',
    unknown: 'unknown',
    unknownText: 'Unknown means that no source was found. It is never zero.',
    geometry: 'Geometry',
    position: 'Position (longitude, latitude)',
    zonePage: 'Open the page of the zone',
    illustrative: 'Illustrative: made up for demonstration, it describes no real office.',
    gradesLegend: 'Grades of evidence',
    filter: 'CQL2 filter',
    filterHint: 'for example',
    perPage: 'Items a page',
    apply: 'Apply',
    next: 'Next page',
    firstPage: 'First page',
    noItems: 'No item answers this question.',
    shown: (returned, matched) => `${returned} shown of ${matched}`,
    seeItems: 'See the items',
    attribution: 'Outlines: OpenStreetMap contributors (ODbL).',
    grades: {
      official: 'official',
      press: 'press',
      declared: 'declared',
      measured: 'measured',
      modelled: 'modelled',
      derived: 'derived',
      illustrative: 'illustrative',
    },
  },
}
