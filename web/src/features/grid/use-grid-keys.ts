import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { COLUMNS, type Column } from './cells.ts'

export interface CellAt {
  /** among the units */
  row: number
  column: number
}

interface GridKeys {
  rows: number
  isRtl: boolean
  /** Begins to edit a cell, with the typed letter or with what is in it. */
  onEdit: (at: CellAt, typed: string | null) => void
  onClear: (cells: readonly CellAt[]) => void
  onTick: (row: number) => void
  onUndo: () => void
  onRedo: () => void
  textOf: (at: CellAt) => string
  onPaste: (from: CellAt, table: readonly (readonly string[])[]) => void
  onFillDown: (from: CellAt, to: CellAt) => void
}

const PAGE = 15

/** Both corners of a selection, in order. */
export function corners(a: CellAt, b: CellAt): { from: CellAt; to: CellAt } {
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  }
}

export const columnAt = (at: CellAt): Column => COLUMNS[at.column] ?? 'name'

/** The grid by keyboard, as spreadsheets have it: one cell has the focus, a second corner makes a selection. */
export function useGridKeys(grid: GridKeys) {
  const [focus, setFocus] = useState<CellAt>({ row: 0, column: 2 })
  const [anchor, setAnchor] = useState<CellAt | null>(null)
  const at = { row: Math.min(focus.row, Math.max(0, grid.rows - 1)), column: focus.column }
  const selection = corners(at, anchor ?? at)

  const go = (to: CellAt, isSelecting = false) => {
    setAnchor(isSelecting ? (anchor ?? at) : null)
    setFocus({
      row: Math.max(0, Math.min(grid.rows - 1, to.row)),
      column: Math.max(0, Math.min(COLUMNS.length - 1, to.column)),
    })
  }
  const cells = (): CellAt[] => {
    const { from, to } = selection
    return Array.from({ length: (to.row - from.row + 1) * (to.column - from.column + 1) }, (_, i) => ({
      row: from.row + Math.floor(i / (to.column - from.column + 1)),
      column: from.column + (i % (to.column - from.column + 1)),
    }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey } = event
    const isCommand = event.ctrlKey || event.metaKey
    const done = (work: () => void) => {
      event.preventDefault()
      work()
    }
    const step = grid.isRtl ? -1 : 1
    const moves: Readonly<Record<string, CellAt>> = {
      ArrowUp: { row: at.row - 1, column: at.column },
      ArrowDown: { row: at.row + 1, column: at.column },
      ArrowLeft: { row: at.row, column: at.column - step },
      ArrowRight: { row: at.row, column: at.column + step },
      Home: { row: isCommand ? 0 : at.row, column: 0 },
      End: { row: isCommand ? grid.rows - 1 : at.row, column: COLUMNS.length - 1 },
      PageUp: { row: at.row - PAGE, column: at.column },
      PageDown: { row: at.row + PAGE, column: at.column },
    }
    const move = moves[key]
    if (move) return done(() => go(move, shiftKey))
    if (isCommand && key.toLowerCase() === 'z') return done(shiftKey ? grid.onRedo : grid.onUndo)
    if (isCommand && key.toLowerCase() === 'y') return done(grid.onRedo)
    if (isCommand && key.toLowerCase() === 'd') return done(() => grid.onFillDown(selection.from, selection.to))
    if (isCommand || event.altKey) return
    if (key === 'Enter' || key === 'F2') return done(() => grid.onEdit(at, null))
    if (key === 'Delete' || key === 'Backspace') return done(() => grid.onClear(cells()))
    if (key === ' ' && columnAt(at) === 'name') return done(() => grid.onTick(at.row))
    if (key.length === 1) return done(() => grid.onEdit(at, key))
  }
  const onCopy = (event: ClipboardEvent) => {
    const { from, to } = selection
    const lines = Array.from({ length: to.row - from.row + 1 }, (_, i) =>
      Array.from({ length: to.column - from.column + 1 }, (_, j) =>
        grid.textOf({ row: from.row + i, column: from.column + j }),
      ).join('\t'),
    )
    event.preventDefault()
    event.clipboardData.setData('text/plain', lines.join('\n'))
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (text === '') return
    event.preventDefault()
    const table = text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((line) => line.split('\t'))
    grid.onPaste(selection.from, table)
  }
  return { at, selection, go, onKeyDown, onCopy, onPaste }
}
