import type { CSSProperties, Ref } from 'react'
import { useTranslations } from 'use-intl'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { CellEditor } from './cell-editor.tsx'
import { CellValue, isChanged } from './cell-value.tsx'
import { type Column, fieldOf, isEditable, isFigure, TICK } from './columns.ts'
import type { UnitRow } from './rows.ts'
import { isWithin } from './selection.ts'
import type { CellWords } from './use-cell-words.ts'
import type { GridHandle } from './use-grid.ts'

interface GridRowProps {
  ref: Ref<HTMLDivElement>
  /** among the lines */
  index: number
  start: number
  template: CSSProperties
  row: UnitRow
  /** among the units */
  at: number
  columns: readonly Column[]
  today: string
  block: number | undefined
  words: CellWords
  grid: GridHandle
}

/** Where the sentence about a cell is found by those who listen to the page. */
export const problemId = (id: string, field: string): string => `problem-${id}-${field}`

/** A unit as a row of cells. */
export function GridRow({ ref, index, start, template, columns, ...cell }: GridRowProps) {
  const { row, at, grid } = cell
  const { focus } = grid.selection
  const classes = [
    'units-row',
    (row.changed.length > 0 || row.isTicked) && 'is-changed',
    !row.freshness.isCounted && 'is-expired',
    focus.row === at && 'is-current',
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: see units-grid.tsx
    // biome-ignore lint/a11y/useFocusableInteractive: its cells have the focus
    <div
      ref={ref}
      data-index={index}
      role="row"
      aria-rowindex={index + 2}
      className={classes.filter(Boolean).join(' ')}
      style={{ ...template, insetBlockStart: start }}
    >
      {columns.map((column, i) => (
        <GridCell key={column} {...cell} column={column} columnAt={i} />
      ))}
    </div>
  )
}

interface GridCellProps extends Omit<GridRowProps, 'ref' | 'index' | 'start' | 'template' | 'columns'> {
  column: Column
  columnAt: number
}

function GridCell({ row, at, column, columnAt, today, block, words, grid }: GridCellProps) {
  const t = useTranslations('grid')
  const { language, comma } = useFormat()
  const { selection, editing } = grid
  const field = isEditable(column) ? fieldOf(column, row.office) : null
  const problem = row.problems.find((one) => one.field === field)
  const isConflict = field !== null && row.conflicts.includes(field)
  const isSent = field !== null && row.edits[field]?.sentIn !== undefined
  const isFocus = selection.focus.row === at && selection.focus.column === columnAt
  const isOpen = editing?.id === row.id && editing.column === column
  const classes = [
    'cell',
    `is-${column}`,
    isFigure(column) && 'is-figure',
    isWithin(selection, { row: at, column: columnAt }) && 'is-selected',
    isChanged(row, column) && 'is-new',
    (problem || isConflict) && 'is-wrong',
    isSent && 'is-sent',
  ]
  const here = { row: at, column: columnAt }
  const said = {
    role: column === 'name' ? 'rowheader' : 'gridcell',
    'aria-colindex': columnAt + 1,
    'aria-readonly': field ? undefined : true,
    'aria-invalid': problem || isConflict ? true : undefined,
    'aria-describedby': problem ? problemId(row.id, problem.field) : undefined,
    'aria-selected': isWithin(selection, here),
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a cell of the grid, which listens to the keyboard itself
    <div
      {...said}
      data-cell={`${at}-${column}`}
      tabIndex={isFocus && !isOpen ? 0 : -1}
      className={classes.filter(Boolean).join(' ')}
      onMouseDown={(event) => {
        if (isOpen || event.button !== 0) return
        // Shift would select the page's text.
        if (event.shiftKey) event.preventDefault()
        grid.choose(here, event.shiftKey)
      }}
      onMouseEnter={(event) => {
        if (event.buttons === 1 && !editing) grid.choose(here, true)
      }}
      onDoubleClick={() => column !== 'tick' && grid.open(here)}
    >
      {isOpen && editing && isEditable(column) ? (
        <CellEditor
          column={column}
          text={editing.text}
          isBegun={editing.isBegun}
          label={`${row.office.name}${comma}${words.column(column)}`}
          onFinish={grid.finish}
          onCancel={grid.cancel}
        />
      ) : (
        <>
          {column === 'tick' && (
            <input
              type="checkbox"
              className="check"
              tabIndex={-1}
              checked={row.isTicked}
              disabled={row.edits[TICK]?.sentIn !== undefined}
              aria-label={t('tick', { unit: row.published.name })}
              onChange={() => grid.tick(row)}
            />
          )}
          <CellValue row={row} column={column} today={today} words={words} block={block} />
          {column === 'name' && <span className="sr">{nameOf(row.building.properties, language)}</span>}
          {isSent && <span className="sr">{t('sent')}</span>}
        </>
      )}
    </div>
  )
}
