import { type BulkCollection, type BulkFault, cellText, isBlankCell } from '@tvl/model'
import type { Draft } from '../changes/draft.ts'
import { fieldsOf } from '../changes/records.ts'
import { differing } from '../changes/same.ts'
import type { Choices } from './choices.ts'
import type { Cells } from './file-rows.ts'
import type { PreviewRow } from './preview-shape.ts'
import type { WantedRow } from './wanted.ts'

/** A row as it is shown beside its record: what it changes, or what is wrong with it. */
export function shownRow(
  row: WantedRow,
  { draft, faults, isLeftOut }: { draft: Draft | undefined; faults: readonly BulkFault[]; isLeftOut: boolean },
  cells: Cells,
  choices: Choices,
): PreviewRow {
  const { sheet, row: number, collection, id, stored } = row
  const changes = draft && faults.length === 0 ? changesOf(draft) : []
  const state = isLeftOut
    ? 'left-out'
    : faults.length > 0
      ? 'error'
      : changes.length === 0
        ? 'same'
        : stored
          ? 'changed'
          : 'new'
  const isWrong = state === 'error' || state === 'left-out'
  return {
    sheet,
    row: number,
    collection,
    id,
    name: nameOf(collection, row),
    state,
    changes,
    faults: faults.map((one) => ({ ...one, value: wordOf(one, row, cells, choices) ?? one.value })),
    cells: isWrong ? cellsOf(row, cells, choices) : [],
  }
}

function changesOf({ before, after }: Draft): PreviewRow['changes'] {
  const [was, now] = [before ? fieldsOf(before) : {}, after ? fieldsOf(after) : {}]
  return differing(was, now)
    .filter((field) => (was[field] ?? null) !== null || (now[field] ?? null) !== null)
    .map((field) => ({ field, before: was[field] ?? null, after: now[field] ?? null }))
}

function nameOf(collection: BulkCollection, { values, stored, id }: WantedRow): string {
  const field = collection === 'offices' ? 'name' : 'nameFr'
  return String(values.get(field) ?? stored?.properties[field] ?? id ?? '')
}

/** What stands in the cell that a fault is about, as the person sees it. */
function wordOf({ field }: BulkFault, { sheet, row }: WantedRow, cells: Cells, choices: Choices): string | null {
  const column = field === null ? -1 : (choices.sheets[sheet]?.columns.indexOf(field) ?? -1)
  if (column < 0) return null
  const cell = cells.at(sheet, row, column)
  return isBlankCell(cell) ? null : cellText(cell)
}

function cellsOf({ sheet, row }: WantedRow, cells: Cells, choices: Choices): PreviewRow['cells'] {
  return (choices.sheets[sheet]?.columns ?? []).flatMap((field, column) =>
    field === null ? [] : [{ column, field, text: cellText(cells.at(sheet, row, column)) }],
  )
}
