import type { Language } from '@tvl/model'
import { type CellStep, type Step, type UnitEdits, withCells } from '../../state/grid-draft.ts'
import { cellText, readTyped } from './cells.ts'
import { type Column, fieldOf, isEditable, TICK } from './columns.ts'
import { edited, withEdits } from './edits.ts'
import type { UnitRow } from './rows.ts'

/** A text that is to stand in a cell. */
export interface CellText {
  row: UnitRow
  column: Column
  text: string
}

export interface Written {
  step: Step
  /** cells that now say something else */
  written: number
  /** cells whose text could not be read: it stays in the cell, marked */
  unread: number
  /** cells that are not written by hand, or are on their way */
  passed: number
}

/**
 * What writing these texts does, as one step. A state that is written in the same row counts for the date beside it,
 * whichever column comes first.
 */
export function writing(texts: readonly CellText[], language: Language): Written {
  const order = [...texts].sort((a, b) => Number(b.column === 'status') - Number(a.column === 'status'))
  const edits = new Map<string, UnitEdits>()
  const steps = new Map<string, CellStep>()
  let [unread, passed] = [0, 0]
  for (const { row, column, text } of order) {
    const known = edits.get(row.id) ?? row.edits
    const office = withEdits(row.published, known)
    const field = isEditable(column) ? fieldOf(column, office) : null
    if (!isEditable(column) || !field || known[field]?.sentIn) {
      passed += 1
      continue
    }
    const reading = readTyped(office, column, text, language)
    const isFault = 'fault' in reading
    if (isFault) unread += 1
    const before = row.edits[field]
    const own = edited(row.published, field, 'fault' in reading ? null : reading.value)
    const was = row.published[field] ?? null
    const after = isFault ? { value: was, was, fault: { text: text.trim(), ...reading.fault } } : own
    edits.set(row.id, withCells({ [row.id]: known }, [{ id: row.id, field, after }])[row.id] ?? {})
    steps.set(`${row.id} ${field}`, { id: row.id, field, before, after })
  }
  const step = [...steps.values()].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
  return { step, written: step.length - unread, unread, passed }
}

/** What ticking a unit does, or taking the tick back. */
export const ticking = ({ id, edits }: UnitRow): Step => {
  const before = edits[TICK]
  if (before?.sentIn) return []
  return [{ id, field: TICK, before, after: before ? undefined : { value: 'verified', was: null } }]
}

/** Cells emptied. Those that must say something are left as they are. */
export const emptied = (cells: readonly Omit<CellText, 'text'>[]): CellText[] =>
  cells.flatMap(({ row, column }) =>
    column === 'date' || column === 'rentMadPerM2Month' || column === 'serviceChargeMadPerM2Month'
      ? [{ row, column, text: '' }]
      : [],
  )

/** The texts by which a column takes over the value of its first row. */
export function filledDown(rows: readonly UnitRow[], columns: readonly Column[], language: Language): CellText[] {
  const [first, ...others] = rows
  if (!first) return []
  return others.flatMap((row) =>
    columns.map((column) => ({ row, column, text: cellText(first.office, column, language) })),
  )
}
