import type { CSSProperties } from 'react'
import { type Column, isFigure } from './columns.ts'
import type { Sort } from './rows.ts'
import { type CellAt, HEAD, type Selection } from './selection.ts'
import type { CellWords } from './use-cell-words.ts'

interface GridHeadProps {
  columns: readonly Column[]
  template: CSSProperties
  sort: Sort | null
  onSort: (column: Column) => void
  selection: Selection
  onChoose: (cell: CellAt, isExtending: boolean) => void
  words: CellWords
}

/** The names of the columns; the arrows lead there too, and Enter sorts. */
export function GridHead({ columns, template, sort, onSort, selection, onChoose, words }: GridHeadProps) {
  const { focus } = selection
  return (
    // biome-ignore lint/a11y/useSemanticElements: see units-grid.tsx
    <div role="rowgroup" className="units-head">
      {/* biome-ignore lint/a11y/useSemanticElements: see units-grid.tsx */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its cells have the focus */}
      <div role="row" aria-rowindex={1} className="units-row" style={template}>
        {columns.map((column, i) => {
          const isSorted = sort?.column === column
          return (
            // biome-ignore lint/a11y/useSemanticElements: see units-grid.tsx
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself listens to the keyboard
            <div
              key={column}
              role="columnheader"
              aria-colindex={i + 1}
              aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
              data-cell={`${HEAD}-${column}`}
              tabIndex={focus.row === HEAD && focus.column === i ? 0 : -1}
              className={`cell is-${column}${isFigure(column) ? ' is-figure' : ''}`}
              onClick={() => {
                onChoose({ row: HEAD, column: i }, false)
                onSort(column)
              }}
            >
              {words.column(column)}
              {isSorted && (
                <span aria-hidden="true" className="sort-sign">
                  {sort.isDescending ? '↓' : '↑'}
                </span>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
