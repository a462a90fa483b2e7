import type { Language } from '../../schema/common.ts'

export const BULK_COLLECTIONS = ['offices', 'buildings'] as const
/** What workbooks bring in and take out. */
export type BulkCollection = (typeof BULK_COLLECTIONS)[number]

export type FieldKind =
  | 'id'
  | 'zone'
  | 'building'
  | 'text'
  | 'integer'
  | 'decimal'
  | 'day'
  | 'instant'
  | 'fit-out'
  | 'office-status'
  | 'building-status'
  /** Written by exports and by annotated files, and passed over when it comes back: the server alone says these. */
  | 'information'

/** One column of a workbook. */
export interface BulkField {
  /** Name of the property; `id`, `longitude` and `latitude` are no properties but of the record too. */
  name: string
  kind: FieldKind
  /** A new record needs it. */
  isNeeded: boolean
  /** Head of the column. */
  words: Readonly<Record<Language, string>>
  /** Other heads by which operators' workbooks call it. */
  also: readonly string[]
}

type Row = readonly [name: string, kind: FieldKind, fr: string, ar: string, en: string, also?: readonly string[]]

const NEEDED: Readonly<Record<BulkCollection, ReadonlySet<string>>> = {
  offices: new Set(['buildingId', 'name', 'floor', 'areaM2', 'seats', 'fitOut', 'status']),
  buildings: new Set([
    'zoneId',
    'nameFr',
    'nameAr',
    'nameEn',
    'floors',
    'grossLeasableAreaM2',
    'status',
    'longitude',
    'latitude',
  ]),
}

const ZONE: Row = ['zoneId', 'zone', 'Zone', 'المنطقة', 'Zone', ['site', 'parc', 'park', 'plateforme', 'الموقع']]
const PLACE: readonly Row[] = [
  ['longitude', 'decimal', 'Longitude', 'خط الطول', 'Longitude', ['lon', 'lng', 'x']],
  ['latitude', 'decimal', 'Latitude', 'خط العرض', 'Latitude', ['lat', 'y']],
]
const SAID_BY_SERVER: readonly Row[] = [
  ['grade', 'information', 'Valeur des données', 'درجة المعطيات', 'Grade of the data', ['grade']],
  ['sources', 'information', 'Source', 'المصدر', 'Source', ['sources']],
  ['asOf', 'information', 'Date de la source', 'تاريخ المصدر', 'Date of the source', ['as of', 'asOf']],
  ['remarks', 'information', 'Remarques de l’import', 'ملاحظات الاستيراد', 'Import remarks', ['remarks']],
]

const OFFICES: readonly Row[] = [
  ['id', 'id', 'Identifiant', 'المعرّف', 'Identifier', ['id', 'ref', 'référence', 'reference', 'code', 'المرجع']],
  ZONE,
  [
    'buildingId',
    'building',
    'Bâtiment',
    'المبنى',
    'Building',
    ['immeuble', 'bloc', 'bldg', 'block', 'البناية', 'العمارة'],
  ],
  [
    'name',
    'text',
    'Plateau',
    'الوحدة',
    'Unit',
    [
      'lot',
      'unité',
      'bureau',
      'local',
      'nom',
      'nom du plateau',
      'n° plateau',
      'unit name',
      'unit no',
      'unit code',
      'office',
      'suite',
      'name',
      'المكتب',
      'رقم الوحدة',
      'اسم الوحدة',
      'الاسم',
    ],
  ],
  ['floor', 'integer', 'Étage', 'الطابق', 'Floor', ['niveau', 'étage n°', 'level', 'storey', 'floor no']],
  [
    'stackOrder',
    'integer',
    'Rang dans le bâtiment',
    'الترتيب في المبنى',
    'Order in the building',
    ['ordre', 'rang', 'order', 'stack order', 'الترتيب'],
  ],
  [
    'areaM2',
    'integer',
    'Surface (m²)',
    'المساحة (م²)',
    'Area (m²)',
    ['superficie', 'surface utile', 'surface locative', 'm2', 'sqm', 'size', 'net area', 'lettable area'],
  ],
  [
    'seats',
    'integer',
    'Sièges',
    'المقاعد',
    'Seats',
    [
      'postes',
      'postes de travail',
      'positions',
      'nombre de sièges',
      'nombre de postes',
      'capacité',
      'workstations',
      'desks',
      'capacity',
      'number of seats',
      'عدد المقاعد',
      'المناصب',
      'مراكز العمل',
    ],
  ],
  [
    'fitOut',
    'fit-out',
    'Aménagement',
    'التجهيز',
    'Fit-out',
    ['état de livraison', 'finition', 'équipement', 'fit out', 'finish', 'condition', 'حالة التجهيز'],
  ],
  [
    'status',
    'office-status',
    'État',
    'الحالة',
    'Status',
    ['statut', 'disponibilité', 'occupation', 'situation', 'state', 'availability', 'الوضعية', 'التوفر'],
  ],
  [
    'leaseEndsOn',
    'day',
    'Fin du bail',
    'نهاية الكراء',
    'Lease ends on',
    [
      'échéance du bail',
      'fin de bail',
      'date fin bail',
      'fin du contrat',
      'lease end',
      'lease expiry',
      'lease end date',
      'نهاية العقد',
      'تاريخ نهاية الكراء',
    ],
  ],
  [
    'holdEndsAt',
    'instant',
    'Fin de la réservation (heure du Maroc)',
    'نهاية الحجز (بتوقيت المغرب)',
    'Hold ends at (time in Morocco)',
    [
      'réservé jusqu’au',
      'fin de réservation',
      'fin d’option',
      'option jusqu’au',
      'hold until',
      'held until',
      'hold end',
      'محجوز إلى غاية',
      'نهاية الحجز',
    ],
  ],
  [
    'deliversOn',
    'day',
    'Livraison',
    'التسليم',
    'Delivery',
    ['date de livraison', 'livré le', 'delivers on', 'delivery date', 'handover', 'تاريخ التسليم'],
  ],
  [
    'freeFrom',
    'day',
    'Libre à partir du',
    'متاح ابتداء من',
    'Free from',
    [
      'libre le',
      'disponible le',
      'disponible à partir du',
      'date de disponibilité',
      'available from',
      'vacant since',
      'available on',
      'شاغر ابتداء من',
      'تاريخ التوفر',
    ],
  ],
  [
    'rentMadPerM2Month',
    'decimal',
    'Loyer (MAD/m²/mois)',
    'الكراء (درهم/م²/شهر)',
    'Rent (MAD/m²/month)',
    [
      'loyer',
      'loyer mensuel',
      'prix',
      'prix m2',
      'loyer au m2',
      'rent',
      'rent per sqm',
      'price',
      'الكراء',
      'الإيجار',
      'ثمن الكراء',
      'السومة الكرائية',
    ],
  ],
  [
    'serviceChargeMadPerM2Month',
    'decimal',
    'Charges (MAD/m²/mois)',
    'تكاليف الخدمات (درهم/م²/شهر)',
    'Service charge (MAD/m²/month)',
    [
      'charges',
      'charges locatives',
      'service charge',
      'service charges',
      'charges m2',
      'التكاليف',
      'تكاليف الخدمات',
      'تحملات',
    ],
  ],
  ...PLACE,
  ['verifiedOn', 'information', 'Vérifié le', 'تاريخ التحقق', 'Verified on'],
  ['verifiedBy', 'information', 'Vérifié par', 'جهة التحقق', 'Verified by'],
  ['verificationMethod', 'information', 'Mode de vérification', 'طريقة التحقق', 'Verification method'],
  ...SAID_BY_SERVER,
]

const BUILDINGS: readonly Row[] = [
  ['id', 'id', 'Identifiant', 'المعرّف', 'Identifier', ['id', 'ref', 'référence', 'reference', 'code', 'المرجع']],
  ZONE,
  ['nameFr', 'text', 'Nom en français', 'الاسم بالفرنسية', 'Name in French', ['nom', 'nom fr', 'bâtiment', 'immeuble']],
  ['nameAr', 'text', 'Nom en arabe', 'الاسم بالعربية', 'Name in Arabic', ['nom ar', 'الاسم', 'المبنى']],
  ['nameEn', 'text', 'Nom en anglais', 'الاسم بالإنجليزية', 'Name in English', ['name', 'name en', 'building']],
  [
    'floors',
    'integer',
    'Étages',
    'عدد الطوابق',
    'Floors',
    ['nombre d’étages', 'nombre de niveaux', 'niveaux', 'storeys', 'number of floors'],
  ],
  [
    'grossLeasableAreaM2',
    'integer',
    'Surface locative (m²)',
    'المساحة القابلة للكراء (م²)',
    'Lettable area (m²)',
    ['surface locative brute', 'gla', 'surface', 'gross leasable area', 'leasable area', 'المساحة'],
  ],
  ['status', 'building-status', 'État', 'الحالة', 'Status', ['statut', 'state', 'الوضعية']],
  ['deliversOn', 'day', 'Livraison', 'التسليم', 'Delivery', ['date de livraison', 'delivery date', 'تاريخ التسليم']],
  [
    'powerKva',
    'integer',
    'Puissance électrique (kVA)',
    'القدرة الكهربائية (كيلو فولت أمبير)',
    'Power (kVA)',
    ['puissance', 'kva', 'power'],
  ],
  [
    'backupPowerHours',
    'decimal',
    'Autonomie de secours (h)',
    'استقلالية الطاقة الاحتياطية (ساعة)',
    'Backup power (hours)',
    ['groupe électrogène', 'autonomie', 'backup', 'backup power', 'generator'],
  ],
  [
    'fibrePaths',
    'integer',
    'Arrivées de fibre',
    'مسارات الألياف',
    'Fibre paths',
    ['fibre', 'fiber paths', 'adductions fibre'],
  ],
  ...PLACE,
  ...SAID_BY_SERVER,
]

const fieldsOf = (collection: BulkCollection, rows: readonly Row[]): readonly BulkField[] =>
  rows.map(([name, kind, fr, ar, en, also = []]) => ({
    name,
    kind,
    isNeeded: NEEDED[collection].has(name),
    words: { fr, ar, en },
    also,
  }))

/** The columns of each collection, in the order in which templates and exports have them. */
export const BULK_FIELDS: Readonly<Record<BulkCollection, readonly BulkField[]>> = {
  offices: fieldsOf('offices', OFFICES),
  buildings: fieldsOf('buildings', BUILDINGS),
}

export function bulkField(collection: BulkCollection, name: string): BulkField | undefined {
  return BULK_FIELDS[collection].find((field) => field.name === name)
}

/** The columns that say something of the record; the rest is information. */
export const writtenFields = (collection: BulkCollection): readonly BulkField[] =>
  BULK_FIELDS[collection].filter(({ kind }) => kind !== 'information')
