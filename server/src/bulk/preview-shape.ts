import type { BulkCollection, BulkFault, ChangeWrite } from '@tvl/model'

export const ROW_STATES = ['new', 'changed', 'same', 'error', 'left-out'] as const
export type RowState = (typeof ROW_STATES)[number]

/** One row of a file beside the record it is about. */
export interface PreviewRow {
  sheet: number
  /** From 0. */
  row: number
  collection: BulkCollection
  /** null: which record is meant cannot be told. */
  id: string | null
  /** What people call it. */
  name: string
  state: RowState
  changes: { field: string; before: unknown; after: unknown }[]
  faults: BulkFault[]
  /** Of a row with errors: what its mapped cells say, so that each can be corrected. */
  cells: { column: number; field: string; text: string }[]
}

export interface Missing {
  collection: BulkCollection
  id: string
  name: string
  /** What stands against its removal, when it was asked for. */
  faults: BulkFault[]
}

/** What applying a file would do, at one version of the catalogue. */
export interface Preview {
  version: number
  counts: Record<RowState | 'missing' | 'removed', number>
  rows: PreviewRow[]
  missing: Missing[]
  writes: ChangeWrite[]
}
