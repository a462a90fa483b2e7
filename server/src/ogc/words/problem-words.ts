import type { Language } from '@tvl/model'

type Words = Readonly<Record<Language, string>>

const BY_STATUS: Readonly<Record<number, Words>> = {
  400: { fr: 'Demande incorrecte', ar: 'طلب غير صحيح', en: 'The request is not right' },
  401: { fr: 'Connectez-vous d’abord', ar: 'سجّل الدخول أولاً', en: 'Sign in first' },
  403: { fr: 'Vous n’en avez pas le droit ici', ar: 'لا تملك الصلاحية هنا', en: 'You have no right to this here' },
  404: { fr: 'Introuvable', ar: 'غير موجود', en: 'Not found' },
  405: { fr: 'Méthode non permise ici', ar: 'الطريقة غير مسموح بها هنا', en: 'The method is not allowed here' },
  406: {
    fr: 'Aucun des formats demandés n’existe',
    ar: 'لا يتوفر أي من الصيغ المطلوبة',
    en: 'None of the formats asked for exists',
  },
  409: {
    fr: 'Quelqu’un d’autre l’a modifié entre-temps',
    ar: 'غيّره شخص آخر في هذه الأثناء',
    en: 'Somebody else changed it meanwhile',
  },
  412: {
    fr: 'La fiche a changé depuis votre lecture',
    ar: 'تغيّر السجل بعد أن قرأته',
    en: 'The record has changed since you read it',
  },
  413: { fr: 'Demande trop grande', ar: 'طلب كبير جداً', en: 'The request is too large' },
  414: { fr: 'Adresse trop longue', ar: 'عنوان طويل جداً', en: 'The address is too long' },
  415: { fr: 'Type de contenu non accepté', ar: 'نوع المحتوى غير مقبول', en: 'The content type is not accepted' },
  422: {
    fr: 'La modification ne respecte pas les règles',
    ar: 'التغيير لا يحترم القواعد',
    en: 'The change breaks the rules',
  },
  428: {
    fr: 'Dites quelle version vous avez lue (If-Match)',
    ar: 'حدّد النسخة التي قرأتها (If-Match)',
    en: 'Say which version you have read (If-Match)',
  },
  500: { fr: 'Le service a échoué', ar: 'تعذر تقديم الخدمة', en: 'The service failed' },
  503: { fr: 'Réessayez dans un instant', ar: 'أعد المحاولة بعد لحظة', en: 'Try again in a moment' },
}

const BY_CODE: Readonly<Record<string, Words>> = {
  'as-of': {
    fr: 'Ce moment ne peut pas être montré',
    ar: 'لا يمكن عرض هذه اللحظة',
    en: 'That moment cannot be shown',
  },
  bbox: { fr: '`bbox` n’est pas une emprise', ar: '`bbox` ليس نطاقاً صحيحاً', en: '`bbox` is not a box' },
  crs: {
    fr: 'Système de coordonnées inconnu',
    ar: 'نظام إحداثيات غير معروف',
    en: 'Unknown coordinate reference system',
  },
  cql2: { fr: 'Le filtre ne peut pas être lu', ar: 'تعذرت قراءة المرشح', en: 'The filter cannot be read' },
  cursor: { fr: '`cursor` n’est pas reconnu', ar: '`cursor` غير معروف', en: '`cursor` is not known' },
  datetime: { fr: '`datetime` n’est pas une date', ar: '`datetime` ليس تاريخاً صحيحاً', en: '`datetime` is not a time' },
  filter: { fr: 'Le filtre ne peut pas être lu', ar: 'تعذرت قراءة المرشح', en: 'The filter cannot be read' },
  'filter-lang': { fr: 'Langage de filtre inconnu', ar: 'لغة المرشح غير معروفة', en: 'Unknown filter language' },
  format: { fr: 'Format inconnu', ar: 'صيغة غير معروفة', en: 'Unknown format' },
  lang: { fr: 'Langue inconnue', ar: 'لغة غير معروفة', en: 'Unknown language' },
  limit: {
    fr: '`limit` n’est pas un nombre permis',
    ar: '`limit` ليس عدداً مسموحاً به',
    en: '`limit` is not a number allowed',
  },
  property: {
    fr: 'Valeur impossible pour cette propriété',
    ar: 'قيمة غير ممكنة لهذه الخاصية',
    en: 'A value that the property cannot have',
  },
  query: {
    fr: 'Paramètre inconnu ou mal écrit',
    ar: 'معامل غير معروف أو مكتوب خطأ',
    en: 'A parameter is unknown or badly written',
  },
  score: { fr: 'Paramètre de score impossible', ar: 'معامل نتيجة غير ممكن', en: 'A score parameter that cannot be' },
  sortby: { fr: 'Tri impossible', ar: 'ترتيب غير ممكن', en: 'The items cannot be sorted so' },
}

/** A short title of a problem in the reader’s language: by the family of its code, else by its status. */
export function problemTitle(code: string, status: number, language: Language): string {
  const words = (status === 400 ? BY_CODE[code.split('.')[0] ?? ''] : undefined) ?? BY_STATUS[status] ?? BY_STATUS[400]
  return words?.[language] ?? ''
}
