import type { Language } from '../../schema/common.ts'
import type { FitOut, OfficeStatus } from '../../schema/inventory.ts'
import { squeezed } from './squeezed.ts'

interface Choice<T extends string> {
  value: T
  words: Readonly<Record<Language, string>>
  also: readonly string[]
}

const OFFICE_STATUS: readonly Choice<OfficeStatus>[] = [
  {
    value: 'free',
    words: { fr: 'libre', ar: 'متاح', en: 'free' },
    also: ['disponible', 'vacant', 'vacante', 'vide', 'available', 'empty', 'شاغر', 'فارغ', 'متاحة', 'شاغرة', 'متوفر'],
  },
  {
    value: 'held',
    words: { fr: 'réservé', ar: 'محجوز', en: 'held' },
    also: ['option', 'sous option', 'optionné', 'en option', 'reserved', 'on hold', 'under offer', 'محجوزة', 'حجز'],
  },
  {
    value: 'let',
    words: { fr: 'loué', ar: 'مكترى', en: 'let' },
    also: ['occupé', 'louée', 'occupée', 'leased', 'rented', 'occupied', 'مؤجر', 'مؤجرة', 'مكتراة', 'مشغول'],
  },
  {
    value: 'under-construction',
    words: { fr: 'en chantier', ar: 'قيد الإنجاز', en: 'under construction' },
    also: ['en construction', 'en travaux', 'chantier', 'building site', 'قيد البناء', 'قيد الإنشاء', 'ورش'],
  },
]

const BUILDING_STATUS: readonly Choice<'operational' | 'under-construction'>[] = [
  {
    value: 'operational',
    words: { fr: 'en service', ar: 'مُشغَّل', en: 'in service' },
    also: ['opérationnel', 'exploité', 'livré', 'existing', 'built', 'قيد الاستغلال', 'في الخدمة'],
  },
  {
    value: 'under-construction',
    words: { fr: 'en chantier', ar: 'قيد الإنجاز', en: 'under construction' },
    also: ['en construction', 'en travaux', 'chantier', 'قيد البناء', 'قيد الإنشاء', 'ورش'],
  },
]

const FIT_OUT: readonly Choice<FitOut>[] = [
  {
    value: 'shell',
    words: { fr: 'brut', ar: 'خام', en: 'shell' },
    also: ['coque', 'brut de béton', 'plateau brut', 'nu', 'shell and core', 'bare', 'غير مجهز'],
  },
  {
    value: 'fitted',
    words: { fr: 'aménagé', ar: 'مهيأ', en: 'fitted' },
    also: ['aménagée', 'équipé', 'fini', 'fitted out', 'cat a', 'مجهز', 'مجهزة'],
  },
  {
    value: 'plug-and-play',
    words: { fr: 'prêt à l’emploi', ar: 'جاهز للاستعمال', en: 'plug and play' },
    also: [
      'clé en main',
      'clés en main',
      'meublé',
      'turnkey',
      'furnished',
      'ready to use',
      'جاهز',
      'مفتاح في اليد',
      'مؤثث',
    ],
  },
]

export const CHOICES = {
  'office-status': OFFICE_STATUS,
  'building-status': BUILDING_STATUS,
  'fit-out': FIT_OUT,
} as const
export type ChoiceKind = keyof typeof CHOICES

const BY_WORD = new Map<ChoiceKind, ReadonlyMap<string, string>>(
  (Object.keys(CHOICES) as ChoiceKind[]).map((kind) => [
    kind,
    new Map(
      CHOICES[kind].flatMap(({ value, words, also }) =>
        [value, ...Object.values(words), ...also].map((word) => [squeezed(word), value] as const),
      ),
    ),
  ]),
)

/** The value that a word in any of the languages stands for. */
export const choiceOf = (kind: ChoiceKind, word: string): string | undefined => BY_WORD.get(kind)?.get(squeezed(word))

/** What people call a value. */
export function choiceWord(kind: ChoiceKind, value: string, language: Language): string {
  return CHOICES[kind].find((choice) => choice.value === value)?.words[language] ?? value
}

/** What a column of choices may say, in one language. */
export const choiceWords = (kind: ChoiceKind, language: Language): string[] =>
  CHOICES[kind].map(({ words }) => words[language])
