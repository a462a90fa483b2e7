import { GRADES, IsoDate, Known, LANGUAGES } from '@tvl/model/schema'
import { type Static, Type } from 'typebox'
import { Named } from '../session/session-answer.ts'

const STATES = ['filled', 'declared', 'unknown', 'ambiguous', 'unmatched', 'left-empty', 'kept'] as const
const Cell = Type.String({
  pattern: '^\\d{1,3}![A-Z]{1,3}\\d{1,7}$',
  description: 'number of the sheet from 0, and the cell',
})
const Value = Type.Union([Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }), Type.Number()])
const Uuid = Type.String({ format: 'uuid' })

const Head = {
  id: Type.String(),
  organisationId: Type.String({ description: 'whose officers work on it' }),
  fileName: Type.String(),
  language: Type.Enum(LANGUAGES, { description: 'of the texts that are filled in' }),
  zoneIds: Type.Array(Type.String(), { description: 'sites, in the order of the workbook’s columns' }),
  enquiryId: Known(Type.String()),
  createdAt: Type.String(),
  expiresAt: Type.String({ description: 'then it is gone, with the file' }),
  revision: Type.Integer({ description: 'whoever decides says it' }),
}

const GapSchema = Type.Object({
  id: Type.String(),
  cell: Type.String(),
  ownerOrganisationId: Known(Type.String()),
  ownerPersonId: Known(Type.String()),
  dueOn: IsoDate,
  answer: Known(Type.Union([Type.String(), Type.Number()])),
  answeredOn: Known(IsoDate),
  answeredByRole: Known(Type.String({ description: 'a role, never a person' })),
})

const ItemSchema = Type.Object({
  id: Type.String({ description: 'cell that is filled, `0!C5`' }),
  question: Type.String({ description: 'cell of the question: choices are made for it' }),
  sheet: Type.Integer(),
  sheetName: Type.String(),
  reference: Type.String({ description: 'the cell in its sheet, `C5`' }),
  label: Type.String(),
  zoneId: Type.String(),
  field: Known(Type.String({ description: 'what the question is taken for; null: not sure' })),
  confidence: Type.Number({ description: '0 to 1; from 0.8 a cell is filled without asking' }),
  isChosen: Type.Boolean({ description: 'somebody decided what the question means' }),
  state: Type.Enum(STATES),
  value: Known(Type.Union([Type.String(), Type.Number()])),
  unit: Known(Type.String({ description: 'of the value, as the question asks for it' })),
  grade: Known(Type.Enum(GRADES)),
  asOf: Known(Type.String()),
  sources: Type.Array(Type.String()),
  rate: Known(
    Type.Object(
      { currency: Type.String(), madPerUnit: Type.String(), asOf: Known(Type.String()) },
      {
        description: 'exchange rate that the value was changed at',
      },
    ),
  ),
  reason: Known(Type.Enum(['unit', 'rate'] as const, { description: 'why a known field is not told' })),
  choices: Type.Array(Type.Object({ field: Type.String(), confidence: Type.Number() })),
  gap: Known(GapSchema),
})

const Coverage = Type.Object({
  questions: Type.Integer({ description: 'cells to be filled; what was filled in before counts for nothing' }),
  filled: Type.Integer(),
  declared: Type.Integer(),
  unknown: Type.Integer(),
  ambiguous: Type.Integer(),
  unmatched: Type.Integer(),
  leftEmpty: Type.Integer(),
  kept: Type.Integer({ description: 'held a value or a formula before, and still do' }),
  pct: Type.Integer({ description: '% filled or declared, rounded down' }),
})

/** A questionnaire with its answers. */
export const RfiAnswer = Type.Object({
  ...Head,
  version: Type.Integer({ description: 'of the catalogue that the answers are from' }),
  today: IsoDate,
  coverage: Coverage,
  choices: Type.Record(Type.String(), Known(Type.String())),
  sheets: Type.Array(Type.Object({ name: Type.String(), isRtl: Type.Boolean() })),
  items: Type.Array(ItemSchema),
  sources: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      publisher: Type.String(),
      publishedOn: Known(Type.String()),
      url: Known(Type.String()),
    }),
  ),
  owners: Type.Array(
    Type.Object({ kind: Type.Enum(['organisation', 'person'] as const), id: Type.String(), name: Named }),
    { description: 'who can be asked for what is missing' },
  ),
})
export type RfiAnswerShape = Static<typeof RfiAnswer>

export const RfisQuery = Type.Object({ enquiry: Type.Optional(Uuid) }, { additionalProperties: false })

export const RfisAnswer = Type.Object({
  requests: Type.Array(
    Type.Object({
      ...Head,
      coveragePct: Type.Optional(
        Type.Integer({ description: '% filled or declared, rounded down; where those of one enquiry are asked for' }),
      ),
    }),
  ),
})

export const ChoicesBody = Type.Object(
  {
    revision: Type.Integer({ minimum: 1 }),
    choices: Type.Record(Cell, Known(Type.String({ maxLength: 80 })), {
      description:
        'by question, the field it is taken for, or null for cells that stay empty; all decisions, not only new ones',
      maxProperties: 5000,
    }),
    language: Type.Optional(Type.Enum(LANGUAGES)),
  },
  { additionalProperties: false },
)

export const GapBody = Type.Object(
  {
    cell: Cell,
    owner: Type.Object(
      { kind: Type.Enum(['organisation', 'person'] as const), id: Type.String({ minLength: 1, maxLength: 60 }) },
      { additionalProperties: false },
    ),
    dueOn: IsoDate,
  },
  { additionalProperties: false },
)

export const GapAnswerBody = Type.Object(
  { value: Type.Union([Value, Type.Null({ description: 'takes the answer back' })]) },
  { additionalProperties: false },
)

export const ById = Type.Object({ id: Uuid })
export const ByGap = Type.Object({ id: Uuid, gap: Uuid })
