import { BULK_COLLECTIONS, BULK_FIELDS } from '@tvl/model'
import { type Static, Type } from 'typebox'

const exactly = { additionalProperties: false }
const Index = (maximum: number) => Type.Integer({ minimum: 0, maximum })
const Collection = Type.Union([Type.Enum(BULK_COLLECTIONS), Type.Null()], { description: 'null: passed over' })

export const MappingShape = Type.Object(
  {
    collection: Collection,
    headRow: Index(20_000),
    columns: Type.Array(Type.Union([Type.String({ maxLength: 60 }), Type.Null()]), {
      maxItems: 201,
      description: 'name of the field of each column; null: passed over',
    }),
  },
  exactly,
)

const Edit = Type.Object(
  {
    sheet: Index(30),
    row: Index(20_000),
    column: Index(200),
    value: Type.Union([Type.String({ maxLength: 1000 }), Type.Null()]),
  },
  { ...exactly, description: 'what a cell is to say instead; rows and columns count from 0' },
)

/** What the person decides about a file. */
export const Choices = Type.Object(
  {
    sheets: Type.Array(MappingShape, { maxItems: 30 }),
    decimal: Type.Enum([',', '.'] as const),
    blanks: Type.Enum(['keep', 'unknown'] as const, {
      description: 'what an empty cell says of a record that is there: nothing, or that the figure is not known',
    }),
    edits: Type.Array(Edit, { maxItems: 5000 }),
    confirm: Type.Array(Type.String({ maxLength: 200 }), {
      maxItems: 20_000,
      description: 'unusual figures that are meant, each `collection/id/field`',
    }),
    leaveOutErrors: Type.Boolean({ description: 'rows with errors are passed over' }),
    removeMissing: Type.Boolean({ description: 'what the file does not list of its buildings is removed' }),
  },
  exactly,
)
export type Choices = Static<typeof Choices>

export const ChoicesPatch = Type.Object(
  {
    revision: Type.Integer({ minimum: 1, description: 'of the preview that was looked at' }),
    ...Object.fromEntries(Object.entries(Choices.properties).map(([name, shape]) => [name, Type.Optional(shape)])),
  },
  exactly,
) as unknown as import('typebox').TObject
export type ChoicesPatch = { revision: number } & Partial<Choices>

/** A mapping that names no field twice, nor one that there is not. */
export function isSoundMapping({ collection, columns }: Static<typeof MappingShape>): boolean {
  if (!collection) return true
  const named = columns.filter((name) => name !== null)
  return (
    new Set(named).size === named.length &&
    named.every((name) => BULK_FIELDS[collection].some((field) => field.name === name))
  )
}
