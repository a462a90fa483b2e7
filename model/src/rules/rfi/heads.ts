import { squeezed } from '../bulk/squeezed.ts'

const HEADS = {
  answer: [
    ...[
      'Answer',
      'Answers',
      'Your answer',
      'Response',
      'Responses',
      'Your response',
      'Reply',
      'Value',
      'Data',
      'Bidder response',
    ],
    ...['Réponse', 'Réponses', 'Votre réponse', 'Valeur', 'Données', 'Réponse du site', 'À compléter'],
    ...['الجواب', 'الإجابة', 'جوابكم', 'الرد', 'القيمة', 'المعطيات', 'الأجوبة'],
  ],
  question: [
    ...[
      'Question',
      'Questions',
      'Criterion',
      'Criteria',
      'Item',
      'Field',
      'Indicator',
      'Information requested',
      'Description',
    ],
    ...['Data element', 'Element', 'Data point', 'Topic', 'Requirement', 'Factor'],
    ...[
      'Critère',
      'Critères',
      'Indicateur',
      'Information demandée',
      'Rubrique',
      'Champ',
      'Élément',
      'Libellé',
      'Désignation',
    ],
    ...['السؤال', 'الأسئلة', 'المعيار', 'المعايير', 'المؤشر', 'البيان', 'البند', 'المعلومة', 'المعلومات المطلوبة'],
  ],
  unit: [...['Unit', 'Units', 'Unit of measure', 'UoM', 'Unité', 'Unités', 'Unité de mesure', 'الوحدة', 'وحدة القياس']],
} as const

export type HeadKind = keyof typeof HEADS

const known: ReadonlyMap<string, HeadKind> = new Map(
  (Object.keys(HEADS) as HeadKind[]).flatMap((kind) => HEADS[kind].map((text) => [squeezed(text), kind] as const)),
)

/** What a column of a questionnaire holds, by its head; null: something else, such as remarks. */
export const headKind = (text: string): HeadKind | null => known.get(squeezed(text)) ?? null
