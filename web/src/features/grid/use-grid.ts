import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { directionOf } from '../../i18n/languages.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { redoStep, type Step, undoStep, writeCells } from '../../state/grid-draft.ts'
import type { Leaving } from './cell-editor.tsx'
import { cellText, copiedText } from './cells.ts'
import { pasted, readTable, tableText } from './clipboard.ts'
import { type Column, fieldOf, isEditable } from './columns.ts'
import type { UnitRow } from './rows.ts'
import { at, type CellAt, cellsOf, cornersOf, HEAD, pressed, type Selection, within } from './selection.ts'
import { type CellText, emptied, filledDown, ticking, writing } from './writing.ts'

/** A cell that is being edited, and what is in its field at first. */
export interface Editing {
  id: string
  column: Column
  text: string
  isBegun: boolean
}

interface GridOptions {
  rows: readonly UnitRow[]
  columns: readonly Column[]
  /** rows in sight */
  page: () => number
  onSort: (column: Column) => void
  /** Tells what was done, in words. */
  onSay: (words: string) => void
}

const SEATS = 3

/** The grid as spreadsheets have it: a cell with the focus, a selection, a field in the cell that is edited. */
export function useGrid({ rows, columns, page, onSort, onSay }: GridOptions) {
  const t = useTranslations('grid.said')
  const { language } = useFormat()
  const [chosen, setChosen] = useState<Selection>(at(0, SEATS))
  const [editing, setEditing] = useState<Editing | null>(null)
  const size = { rows: rows.length, columns: columns.length }
  const selection = within(chosen, size)

  const textsOf = (cells: readonly (CellAt & { text: string })[]): CellText[] =>
    cells.flatMap(({ row, column, text }) => {
      const [unit, name] = [rows[row], columns[column]]
      return unit && name ? [{ row: unit, column: name, text }] : []
    })
  const write = (texts: readonly CellText[], say: (counts: { written: number; passed: number }) => string | null) => {
    const { step, written, unread, passed } = writing(texts, language)
    writeCells(step)
    const told = [say({ written, passed }), unread > 0 ? t('unread', { count: unread }) : null]
    onSay(told.filter((part) => part !== null).join(' '))
  }
  const tick = (row: UnitRow) => {
    writeCells(ticking(row))
    onSay(t(row.isTicked ? 'unticked' : 'ticked', { unit: row.published.name }))
  }
  const open = (cell: CellAt, begun: string | null = null) => {
    const [row, column] = [rows[cell.row], columns[cell.column]]
    if (!row || !column) return
    if (column === 'tick') return tick(row)
    if (!isEditable(column)) return onSay(t('readOnly'))
    const edit = row.edits[fieldOf(column, row.office)]
    if (edit?.sentIn) return onSay(t('sent'))
    const text = begun ?? edit?.fault?.text ?? cellText(row.office, column, language)
    setEditing({ id: row.id, column, text, isBegun: begun !== null })
  }
  const leave = (leaving: Leaving) => {
    const { row, column } = selection.focus
    const to = { down: [1, 0], up: [-1, 0], on: [0, 1], back: [0, -1], stay: [0, 0] }[leaving] as [number, number]
    if (leaving === 'stay') return
    // Tab goes on to the next cell that can be written in, as in a form.
    let next = column + to[1]
    while (to[1] !== 0 && columns[next] && !isEditable(columns[next] as Column)) next += to[1]
    if (columns[next]) setChosen(at(Math.max(0, Math.min(rows.length - 1, row + to[0])), next))
  }
  const finish = (text: string, leaving: Leaving) => {
    const row = rows.find(({ id }) => id === editing?.id)
    setEditing(null)
    if (row && editing) write([{ row, column: editing.column, text }], () => null)
    leave(leaving)
  }
  const told = (step: Step | null, phrase: 'undone' | 'redone' | 'nothingUndone' | 'nothingRedone') =>
    onSay(step ? t(phrase, { count: step.length }) : t(phrase))
  const undo = () => {
    const step = undoStep()
    told(step, step ? 'undone' : 'nothingUndone')
  }
  const redo = () => {
    const step = redoStep()
    told(step, step ? 'redone' : 'nothingRedone')
  }
  const selected = () => cellsOf(selection).flatMap((cell) => textsOf([{ ...cell, text: '' }]))
  const clear = () => write(emptied(selected()), ({ written }) => t('cleared', { count: written }))
  const fillDown = () => {
    const { from, to } = cornersOf(selection)
    const texts = filledDown(rows.slice(from.row, to.row + 1), columns.slice(from.column, to.column + 1), language)
    write(texts, ({ written }) => t('filled', { count: written }))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (editing || event.nativeEvent.isComposing) return
    const { key, shiftKey } = event
    const isCommand = event.ctrlKey || event.metaKey
    const press = { key, isExtending: shiftKey, isFar: isCommand, isRtl: directionOf(language) === 'rtl', page: page() }
    const moved = event.altKey ? null : pressed(selection, press, size)
    const work = moved ? () => setChosen(moved) : isCommand ? commanded(key, shiftKey) : typed(event)
    if (!work) return
    event.preventDefault()
    work()
  }
  const commanded = (key: string, isShift: boolean): (() => void) | null => {
    switch (key.toLowerCase()) {
      case 'z':
        return isShift ? redo : undo
      case 'y':
        return redo
      case 'd':
        return fillDown
      case 'a':
        return () =>
          setChosen({ anchor: { row: 0, column: 0 }, focus: { row: rows.length - 1, column: columns.length - 1 } })
      default:
        return null
    }
  }
  const typed = ({ key, shiftKey, altKey }: KeyboardEvent): (() => void) | null => {
    const { row, column } = selection.focus
    if (altKey) return null
    if (row === HEAD) {
      const name = columns[column]
      return name && (key === 'Enter' || key === ' ') ? () => onSort(name) : null
    }
    if (key === 'Enter' || key === 'F2') return () => open(selection.focus)
    if (key === 'Delete' || key === 'Backspace') return clear
    if (key === 'Escape') return () => setChosen(at(row, column))
    if (key === ' ' && shiftKey) {
      return () => setChosen({ anchor: { row, column: 0 }, focus: { row, column: columns.length - 1 } })
    }
    if (columns[column] === 'tick') return key === ' ' ? () => open(selection.focus) : null
    return key.length === 1 ? () => open(selection.focus, key) : null
  }
  const onCopy = (event: ClipboardEvent) => {
    const { from, to } = cornersOf(selection)
    if (from.row === HEAD) return
    event.preventDefault()
    const table = rows
      .slice(from.row, to.row + 1)
      .map(({ office }) =>
        columns.slice(from.column, to.column + 1).map((column) => copiedText(office, column, language)),
      )
    event.clipboardData.setData('text/plain', tableText(table))
    onSay(t('copied', { count: table.length * (to.column - from.column + 1) }))
  }
  const onPaste = (event: ClipboardEvent) => {
    if (selection.focus.row === HEAD) return
    event.preventDefault()
    const table = readTable(event.clipboardData.getData('text/plain'))
    const { cells, beyond } = pasted(table, selection, size)
    if (cells.length === 0) return onSay(t('nothingPasted'))
    const last = cells.at(-1)?.at
    const first = cells[0]?.at
    if (first && last) setChosen({ anchor: first, focus: last })
    write(textsOf(cells.map(({ at: cell, text }) => ({ ...cell, text }))), ({ written, passed }) =>
      [
        t('pasted', { count: written }),
        passed > 0 ? t('passed', { count: passed }) : '',
        beyond > 0 ? t('beyond', { count: beyond }) : '',
      ]
        .filter(Boolean)
        .join(' '),
    )
  }
  return {
    selection,
    choose: (cell: CellAt, isExtending: boolean) =>
      setChosen(isExtending ? { anchor: selection.anchor, focus: cell } : at(cell.row, cell.column)),
    editing,
    open,
    tick,
    finish,
    cancel: () => setEditing(null),
    undo,
    redo,
    on: { onKeyDown, onCopy, onPaste },
  }
}
export type GridHandle = ReturnType<typeof useGrid>
