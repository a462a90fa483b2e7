import type { Language } from '@tvl/model'

interface BulkWords {
  sheets: { offices: string; buildings: string }
  notice: string
  /** What `floor`, `status` … may say; what an empty cell means. */
  templateLines: readonly string[]
  exportLines: (on: string, version: number, records: number) => readonly string[]
  illustrative: string
  illustrativeMark: string
}

/** What templates and exports say in their own words. */
export const BULK_WORDS: Readonly<Record<Language, BulkWords>> = {
  fr: {
    sheets: { offices: 'Plateaux', buildings: 'Bâtiments' },
    notice: 'Mode d’emploi',
    templateLines: [
      'Modèle d’import de Tech Valley Locator',
      'Une ligne par plateau. L’ordre des colonnes est libre, et celles dont vous n’avez pas besoin peuvent être supprimées. Un titre peut se trouver au-dessus.',
      'Identifiant : vide pour un nouveau plateau. Sans lui, un plateau existant est reconnu par son bâtiment et son nom.',
      'Zone et bâtiment : le nom dans une des trois langues, ou l’identifiant.',
      'Étage : 0 est le rez-de-chaussée. Rang : l’ordre dans lequel les plateaux se touchent ; vide, un nouveau plateau vient après les autres.',
      'Une cellule vide ne change rien à un plateau existant. Écrivez « inconnu » pour effacer une valeur.',
      'Dates : jour/mois/année. Les heures de fin de réservation sont celles du Maroc.',
      'Les formules ne sont pas exécutées : seul leur résultat est lu. Les macros et les liens vers d’autres classeurs sont refusés.',
      'Rien n’est écrit avant que vous n’ayez vu les différences et cliqué sur « Appliquer ».',
    ],
    exportLines: (on, version, records) => [
      `Tech Valley Locator : ${records} enregistrement(s) au ${on}, version ${version} du catalogue.`,
      'Ce classeur peut être modifié puis réimporté. Les colonnes grises sont informatives : elles sont ignorées à l’import.',
      'Une cellule vide veut dire inconnu.',
      'Une apostrophe devant un texte qui commence par = + - @ empêche le tableur de l’exécuter ; l’import la retire.',
    ],
    illustrative: 'INVENTAIRE ILLUSTRATIF : inventé pour la démonstration, il ne décrit aucun bureau réel.',
    illustrativeMark: 'Inventaire illustratif',
  },
  ar: {
    sheets: { offices: 'الوحدات', buildings: 'المباني' },
    notice: 'طريقة الاستعمال',
    templateLines: [
      'نموذج الاستيراد لـ Tech Valley Locator',
      'سطر لكل وحدة. ترتيب الأعمدة حر، ويمكن حذف ما لا تحتاج إليه منها. يمكن أن يوجد عنوان فوقها.',
      'المعرّف: يُترك فارغا للوحدة الجديدة. بدونه تُعرف الوحدة الموجودة بمبناها واسمها.',
      'المنطقة والمبنى: الاسم بإحدى اللغات الثلاث أو المعرّف.',
      'الطابق: 0 هو الطابق الأرضي. الترتيب: الترتيب الذي تتجاور به الوحدات؛ إذا تُرك فارغا تأتي الوحدة الجديدة في الأخير.',
      'الخانة الفارغة لا تغيّر شيئا في وحدة موجودة. اكتب «غير معروف» لمحو قيمة.',
      'التواريخ: اليوم/الشهر/السنة. ساعات نهاية الحجز بتوقيت المغرب.',
      'لا تُنفّذ الصيغ الحسابية: تُقرأ نتيجتها فقط. تُرفض وحدات الماكرو والروابط إلى مصنفات أخرى.',
      'لا يُكتب شيء قبل أن ترى الفروق وتضغط على «تطبيق».',
    ],
    exportLines: (on, version, records) => [
      `Tech Valley Locator: ${records} تسجيلا بتاريخ ${on}، النسخة ${version} من الفهرس.`,
      'يمكن تعديل هذا المصنف ثم استيراده من جديد. الأعمدة الرمادية للإخبار فقط ولا تُستورد.',
      'الخانة الفارغة تعني غير معروف.',
      'علامة ’ قبل نص يبدأ بـ = + - @ تمنع تنفيذه؛ ويزيلها الاستيراد.',
    ],
    illustrative: 'معطيات توضيحية: وُضعت للعرض فقط ولا تصف أي مكتب حقيقي.',
    illustrativeMark: 'معطيات توضيحية',
  },
  en: {
    sheets: { offices: 'Units', buildings: 'Buildings' },
    notice: 'How to use',
    templateLines: [
      'Import template of Tech Valley Locator',
      'One row a unit. Columns may stand in any order, and those you do not need may be deleted. A title may stand above them.',
      'Identifier: empty for a new unit. Without it, a unit that is there is known by its building and its name.',
      'Zone and building: the name in one of the three languages, or the identifier.',
      'Floor: 0 is the ground floor. Order: how units touch each other; when empty, a new unit comes after the others.',
      'An empty cell changes nothing of a unit that is there. Write “unknown” to clear a value.',
      'Dates: day/month/year. Hours at which holds end are those of Morocco.',
      'Formulas are not run: only what they came to is read. Macros and links to other workbooks are refused.',
      'Nothing is written before you have seen the differences and pressed “Apply”.',
    ],
    exportLines: (on, version, records) => [
      `Tech Valley Locator: ${records} record(s) on ${on}, version ${version} of the catalogue.`,
      'This workbook can be changed and imported again. Grey columns are for information: imports pass them over.',
      'An empty cell means unknown.',
      'An apostrophe before a text that begins with = + - @ keeps the spreadsheet from running it; imports take it off.',
    ],
    illustrative: 'ILLUSTRATIVE INVENTORY: made up for demonstration, it describes no real office.',
    illustrativeMark: 'Illustrative inventory',
  },
}

type Words = Readonly<Record<Language, string>>

/** Roles and methods of verification, as exports say them. */
export const VERIFICATION_WORDS: Readonly<Record<string, Words>> = {
  'zone-manager': { fr: 'gestionnaire de zone', ar: 'مسير المنطقة', en: 'zone manager' },
  administrator: { fr: 'administrateur', ar: 'مسؤول', en: 'administrator' },
  officer: { fr: 'agence', ar: 'وكالة', en: 'agency' },
  reader: { fr: 'lecteur', ar: 'قارئ', en: 'reader' },
  'site-visit': { fr: 'visite sur place', ar: 'معاينة ميدانية', en: 'site visit' },
  'lease-ledger': { fr: 'registre des baux', ar: 'سجل الكراء', en: 'lease ledger' },
  call: { fr: 'appel', ar: 'مكالمة', en: 'call' },
  declaration: { fr: 'déclaration', ar: 'تصريح', en: 'declaration' },
  import: { fr: 'import', ar: 'استيراد', en: 'import' },
}
