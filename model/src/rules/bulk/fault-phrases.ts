import type { Language } from '../../schema/common.ts'

type Phrase = readonly [reason: string, remedy: string]
type Phrases = Readonly<Record<Language, Phrase>>

/** What to say of a code that has no words of its own yet. */
export const OTHER_FAULT: Phrases = {
  fr: ['« {field} » n’est pas accepté ({code}).', 'Corrigez la cellule ou laissez la ligne de côté.'],
  ar: ['«{field}» غير مقبول ({code}).', 'صحّح الخانة أو استبعد السطر.'],
  en: ['“{field}” is not accepted ({code}).', 'Correct the cell or leave the row out.'],
}

/** Every code by which a row of a file is refused: what is wrong, and what to do. */
export const FAULT_PHRASES: Readonly<Record<string, Phrases>> = {
  required: {
    fr: ['« {field} » est vide, et un nouvel enregistrement en a besoin.', 'Remplissez la cellule.'],
    ar: ['«{field}» فارغ، وهو ضروري لكل تسجيل جديد.', 'املأ الخانة.'],
    en: ['“{field}” is empty, and a new record needs it.', 'Fill in the cell.'],
  },
  'number.unreadable': {
    fr: ['« {value} » n’est pas un nombre.', 'Écrivez des chiffres seuls, par exemple 1 234,5.'],
    ar: ['«{value}» ليس عددا.', 'اكتب أرقاما فقط، مثل 1234,5.'],
    en: ['“{value}” is not a number.', 'Write figures alone, such as 1,234.5.'],
  },
  'number.not-whole': {
    fr: ['« {value} » n’est pas un nombre entier.', 'Arrondissez à l’unité.'],
    ar: ['«{value}» ليس عددا صحيحا.', 'قرّب إلى الوحدة.'],
    en: ['“{value}” is not a whole number.', 'Round it to a whole number.'],
  },
  'date.unreadable': {
    fr: ['« {value} » ne se lit pas comme une date.', 'Écrivez jour/mois/année, par exemple 31/12/2027.'],
    ar: ['«{value}» لا يُقرأ كتاريخ.', 'اكتب اليوم/الشهر/السنة، مثل 31/12/2027.'],
    en: ['“{value}” cannot be read as a date.', 'Write day/month/year, such as 31/12/2027.'],
  },
  'date.unreal': {
    fr: ['« {value} » n’existe pas dans le calendrier (jour avant mois).', 'Vérifiez le jour et le mois.'],
    ar: ['«{value}» غير موجود في التقويم (اليوم قبل الشهر).', 'تحقق من اليوم والشهر.'],
    en: ['“{value}” is not in the calendar (day before month).', 'Check the day and the month.'],
  },
  'date.range': {
    fr: ['« {value} » est hors de toute limite.', 'Une date entre {first} et {last}.'],
    ar: ['«{value}» خارج كل الحدود.', 'تاريخ بين {first} و{last}.'],
    en: ['“{value}” is out of all bounds.', 'A date from {first} to {last}.'],
  },
  'date.past': {
    fr: ['« {value} » est déjà passé.', 'Indiquez une date à venir, ou changez l’état.'],
    ar: ['«{value}» تاريخ مضى.', 'أدخل تاريخا قادما أو غيّر الحالة.'],
    en: ['“{value}” is past.', 'Give a date ahead, or change the status.'],
  },
  'date.status': {
    fr: ['Un plateau « {limit} » n’a pas cette date.', 'Videz la cellule, ou changez l’état.'],
    ar: ['وحدة حالتها «{limit}» ليس لها هذا التاريخ.', 'أفرغ الخانة أو غيّر الحالة.'],
    en: ['A unit that is “{limit}” has no such date.', 'Clear the cell, or change the status.'],
  },
  'hold.endless': {
    fr: ['Une réservation dit quand elle prend fin.', 'Indiquez la date de fin, ou changez l’état.'],
    ar: ['كل حجز يحدد متى ينتهي.', 'أدخل تاريخ الانتهاء أو غيّر الحالة.'],
    en: ['A hold says when it ends.', 'Give the date of its end, or change the status.'],
  },
  choice: {
    fr: ['« {value} » n’est pas un mot connu de « {field} ».', 'Un de ceux-ci : {limit}.'],
    ar: ['«{value}» ليس من كلمات «{field}» المعروفة.', 'إحدى هذه: {limit}.'],
    en: ['“{value}” is not a known word of “{field}”.', 'One of these: {limit}.'],
  },
  'zone.unknown': {
    fr: ['Aucune zone ne s’appelle « {value} ».', 'Écrivez le nom ou l’identifiant de la zone.'],
    ar: ['لا توجد منطقة باسم «{value}».', 'اكتب اسم المنطقة أو معرّفها.'],
    en: ['No zone is called “{value}”.', 'Write the zone’s name or its identifier.'],
  },
  'zone.ambiguous': {
    fr: ['Plusieurs zones s’appellent « {value} ».', 'Écrivez l’identifiant de la zone.'],
    ar: ['عدة مناطق تحمل اسم «{value}».', 'اكتب معرّف المنطقة.'],
    en: ['More than one zone is called “{value}”.', 'Write the zone’s identifier.'],
  },
  'building.unknown': {
    fr: [
      'Aucun bâtiment de la zone ne s’appelle « {value} ».',
      'Écrivez son nom ou son identifiant, ou ajoutez-le sur une feuille de bâtiments.',
    ],
    ar: ['لا يوجد مبنى باسم «{value}» في المنطقة.', 'اكتب اسمه أو معرّفه، أو أضفه في ورقة للمباني.'],
    en: [
      'No building of the zone is called “{value}”.',
      'Write its name or identifier, or add it on a sheet of buildings.',
    ],
  },
  'building.ambiguous': {
    fr: ['Plusieurs bâtiments s’appellent « {value} ».', 'Indiquez la zone, ou écrivez l’identifiant du bâtiment.'],
    ar: ['عدة مبان تحمل اسم «{value}».', 'حدّد المنطقة أو اكتب معرّف المبنى.'],
    en: ['More than one building is called “{value}”.', 'Name the zone, or write the building’s identifier.'],
  },
  'building.other-zone': {
    fr: ['Ce bâtiment est dans une autre zone : {limit}.', 'Corrigez la zone ou le bâtiment.'],
    ar: ['هذا المبنى في منطقة أخرى: {limit}.', 'صحّح المنطقة أو المبنى.'],
    en: ['This building lies in another zone: {limit}.', 'Correct the zone or the building.'],
  },
  'cell.formula': {
    fr: ['La cellule contient une formule, qui n’est pas exécutée.', 'Collez la valeur à la place de la formule.'],
    ar: ['تحتوي الخانة على صيغة حسابية، وهي لا تُنفّذ.', 'ألصق القيمة مكان الصيغة.'],
    en: ['The cell holds a formula, which is not run.', 'Paste the value in place of the formula.'],
  },
  'cell.error': {
    fr: ['La cellule contient l’erreur {limit}.', 'Réparez la formule ou écrivez la valeur.'],
    ar: ['تحتوي الخانة على الخطأ {limit}.', 'أصلح الصيغة أو اكتب القيمة.'],
    en: ['The cell holds the error {limit}.', 'Mend the formula or write the value.'],
  },
  'id.malformed': {
    fr: [
      '« {value} » ne peut pas être un identifiant.',
      'Lettres sans accent, chiffres, tirets et points seulement, ou rien.',
    ],
    ar: ['«{value}» لا يصلح معرّفا.', 'حروف لاتينية وأرقام وشرطات ونقط فقط، أو لا شيء.'],
    en: ['“{value}” cannot be an identifier.', 'Letters without accents, figures, hyphens and dots only, or nothing.'],
  },
  'id.other': {
    fr: ['Ce plateau existe déjà sous l’identifiant {limit}.', 'Écrivez cet identifiant, ou videz la cellule.'],
    ar: ['هذه الوحدة موجودة بالمعرّف {limit}.', 'اكتب هذا المعرّف أو أفرغ الخانة.'],
    en: ['This unit exists already under the identifier {limit}.', 'Write that identifier, or clear the cell.'],
  },
  'too-long': {
    fr: ['Le texte est trop long.', 'Au plus {limit} caractères.'],
    ar: ['النص طويل جدا.', '{limit} حرفا على الأكثر.'],
    en: ['The text is too long.', 'At most {limit} characters.'],
  },
  'too-short': {
    fr: ['Le texte est trop court.', 'Au moins {limit} caractère(s).'],
    ar: ['النص قصير جدا.', '{limit} من الحروف على الأقل.'],
    en: ['The text is too short.', 'At least {limit} character(s).'],
  },
  minimum: {
    fr: ['{value} est trop petit pour « {field} ».', 'Au moins {limit}.'],
    ar: ['{value} أصغر من اللازم لـ«{field}».', '{limit} على الأقل.'],
    en: ['{value} is too small for “{field}”.', 'At least {limit}.'],
  },
  maximum: {
    fr: ['{value} est trop grand pour « {field} ».', 'Au plus {limit}.'],
    ar: ['{value} أكبر من اللازم لـ«{field}».', '{limit} على الأكثر.'],
    en: ['{value} is too large for “{field}”.', 'At most {limit}.'],
  },
  fraction: {
    fr: ['{value} va au-delà du centime.', 'Arrondissez à deux décimales.'],
    ar: ['{value} أدق من السنتيم.', 'قرّب إلى رقمين بعد الفاصلة.'],
    en: ['{value} goes beyond the centime.', 'Round it to two decimals.'],
  },
  'floor.outside': {
    fr: ['Le bâtiment n’a pas d’étage {value}.', 'De {lowest} à {highest} ; 0 est le rez-de-chaussée.'],
    ar: ['ليس في المبنى طابق {value}.', 'من {lowest} إلى {highest}؛ 0 هو الطابق الأرضي.'],
    en: ['The building has no floor {value}.', 'From {lowest} to {highest}; 0 is the ground floor.'],
  },
  'stack-order.taken': {
    fr: ['Ce rang est celui de {limit}.', 'Donnez un rang libre, ou videz la cellule d’un nouveau plateau.'],
    ar: ['هذا الترتيب للوحدة {limit}.', 'اختر ترتيبا آخر، أو أفرغ خانة الوحدة الجديدة.'],
    en: ['{limit} has this place in the order.', 'Give a free place, or clear the cell of a new unit.'],
  },
  'geometry.outside': {
    fr: ['Ce point n’est pas au Maroc.', 'Vérifiez la longitude (négative) et la latitude.'],
    ar: ['هذه النقطة ليست في المغرب.', 'تحقق من خط الطول (سالب) ومن خط العرض.'],
    en: ['This point is not in Morocco.', 'Check the longitude (negative) and the latitude.'],
  },
  'geometry.half': {
    fr: ['Longitude et latitude vont ensemble.', 'Remplissez les deux, ou aucune.'],
    ar: ['خط الطول وخط العرض متلازمان.', 'املأهما معا أو اتركهما معا.'],
    en: ['Longitude and latitude go together.', 'Fill in both, or neither.'],
  },
  'language.missing': {
    fr: ['Le nom manque dans une des trois langues.', 'Remplissez le nom en français, en arabe et en anglais.'],
    ar: ['الاسم ناقص في إحدى اللغات الثلاث.', 'املأ الاسم بالفرنسية والعربية والإنجليزية.'],
    en: ['The name is missing in one of the three languages.', 'Fill in the name in French, Arabic and English.'],
  },
  'language.script': {
    fr: ['Le nom n’est pas dans l’écriture de sa langue.', 'Vérifiez que les colonnes des noms ne sont pas échangées.'],
    ar: ['الاسم ليس بحروف لغته.', 'تحقق من عدم تبديل أعمدة الأسماء.'],
    en: ['The name is not in the script of its language.', 'Check that the columns of names are not swapped.'],
  },
  'figure.unusual': {
    fr: ['{value} s’écarte fortement de la valeur actuelle, {limit}.', 'Corrigez, ou confirmez que c’est voulu.'],
    ar: ['{value} بعيد جدا عن القيمة الحالية {limit}.', 'صحّح، أو أكّد أنه مقصود.'],
    en: ['{value} is far from the present value, {limit}.', 'Correct it, or confirm that it is meant.'],
  },
  'row.twice': {
    fr: ['La ligne {limit} décrit le même enregistrement.', 'Gardez une seule des deux lignes.'],
    ar: ['السطر {limit} يصف التسجيل نفسه.', 'احتفظ بسطر واحد منهما.'],
    en: ['Row {limit} is about the same record.', 'Keep one of the two rows.'],
  },
  'row.ambiguous': {
    fr: ['Plusieurs plateaux du bâtiment portent ce nom.', 'Ajoutez l’identifiant.'],
    ar: ['عدة وحدات في المبنى تحمل هذا الاسم.', 'أضف المعرّف.'],
    en: ['More than one unit of the building has this name.', 'Add the identifier.'],
  },
  'right.missing': {
    fr: [
      'Vous n’avez pas le droit de modifier ce bâtiment.',
      'Demandez-le à votre administrateur, ou laissez la ligne de côté.',
    ],
    ar: ['ليس لك حق تعديل هذا المبنى.', 'اطلبه من المسؤول أو استبعد السطر.'],
    en: ['You have no right to change this building.', 'Ask your administrator, or leave the row out.'],
  },
  'reference.unknown': {
    fr: ['« {value} » n’est pas au catalogue.', 'Vérifiez le nom ou l’identifiant.'],
    ar: ['«{value}» غير موجود في الفهرس.', 'تحقق من الاسم أو المعرّف.'],
    en: ['“{value}” is not in the catalogue.', 'Check the name or the identifier.'],
  },
  'reference.used': {
    fr: ['{limit} en dépend encore.', 'Retirez d’abord ce qui en dépend.'],
    ar: ['ما زال {limit} مرتبطا به.', 'احذف أولا ما يرتبط به.'],
    en: ['{limit} still depends on it.', 'Remove first what depends on it.'],
  },
}

export const FAULT_CODES: readonly string[] = Object.keys(FAULT_PHRASES)
