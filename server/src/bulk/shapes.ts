import { BULK_COLLECTIONS } from '@tvl/model'
import { type Static, Type } from 'typebox'
import { Choices } from './choices.ts'
import { ROW_STATES } from './preview-shape.ts'

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])
const Collection = Type.Enum(BULK_COLLECTIONS)

const Fault = Type.Object({
  code: Type.String(),
  field: Nullable(Type.String()),
  value: Nullable(Type.String({ description: 'as it stands in the cell' })),
  limit: Type.Optional(Type.Unknown()),
  confirmable: Type.Optional(Type.Literal(true)),
})

const Row = Type.Object({
  sheet: Type.Integer(),
  row: Type.Integer({ description: 'from 0: the row that a spreadsheet numbers 1' }),
  collection: Collection,
  id: Nullable(Type.String()),
  name: Type.String(),
  state: Type.Enum(ROW_STATES),
  changes: Type.Array(Type.Object({ field: Type.String(), before: Type.Unknown(), after: Type.Unknown() })),
  faults: Type.Array(Fault),
  cells: Type.Array(Type.Object({ column: Type.Integer(), field: Type.String(), text: Type.String() })),
})

const Missing = Type.Object({
  collection: Collection,
  id: Type.String(),
  name: Type.String(),
  faults: Type.Array(Fault),
})

const Counts = Type.Object({
  ...(Object.fromEntries(ROW_STATES.map((state) => [state, Type.Integer()])) as Record<
    (typeof ROW_STATES)[number],
    ReturnType<typeof Type.Integer>
  >),
  missing: Type.Integer({ description: 'in the catalogue, not in the file: stays, unless `removeMissing`' }),
  removed: Type.Integer(),
})

/** A file beside the catalogue. */
export const ImportAnswer = Type.Object({
  id: Type.String({ description: 'id of the commit too, once it is applied' }),
  fileName: Type.String(),
  fileType: Type.Enum(['xlsx', 'csv', 'geojson'] as const),
  fileBytes: Type.Integer(),
  createdAt: Type.String(),
  expiresAt: Type.String({ description: 'until then it can be applied' }),
  appliedAt: Nullable(Type.String()),
  revision: Type.Integer({ description: 'of this preview; whoever applies says it' }),
  version: Type.Integer({ description: 'of the catalogue that it was compared with' }),
  sheets: Type.Array(
    Type.Object({
      name: Nullable(Type.String()),
      isHidden: Type.Boolean(),
      rows: Type.Integer(),
      heads: Type.Array(Type.String(), { description: 'what stands in the row of the heads' }),
      samples: Type.Array(Type.Array(Type.String()), { description: 'the first rows after it' }),
      top: Type.Array(Type.String(), { description: 'beginning of each of the first rows, to choose the heads from' }),
    }),
  ),
  choices: Choices,
  counts: Counts,
  writes: Type.Integer({ description: 'records that applying changes' }),
})
export type ImportAnswer = Static<typeof ImportAnswer>

export const ImportsAnswer = Type.Object({
  open: Type.Array(
    Type.Object({
      id: Type.String(),
      fileName: Type.String(),
      createdAt: Type.String(),
      expiresAt: Type.String(),
    }),
  ),
  applied: Type.Array(
    Type.Object({
      commit: Type.String(),
      at: Type.String(),
      fileName: Nullable(Type.String()),
      changes: Type.Integer(),
      undoneAt: Nullable(Type.String()),
    }),
    { description: 'of the last 30 days; each can be undone as a whole' },
  ),
})
export type ImportsAnswer = Static<typeof ImportsAnswer>

export const RowsAnswer = Type.Object({ total: Type.Integer(), rows: Type.Array(Row), missing: Type.Array(Missing) })
export type RowsAnswer = Static<typeof RowsAnswer>

export const ApplyBody = Type.Object(
  { revision: Type.Integer({ minimum: 1, description: 'of the preview that was looked at' }) },
  { additionalProperties: false },
)

export const ApplyAnswer = Type.Object({
  commit: Nullable(Type.String({ description: 'null: there was nothing to change' })),
  version: Type.Integer(),
  changes: Type.Integer(),
})
export type ApplyAnswer = Static<typeof ApplyAnswer>
