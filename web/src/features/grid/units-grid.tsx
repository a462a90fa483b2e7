import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { Column } from './columns.ts'
import { GridHead } from './grid-head.tsx'
import { GridRow } from './grid-row.tsx'
import type { Line, Sort } from './rows.ts'
import { useCellWords } from './use-cell-words.ts'
import type { GridHandle } from './use-grid.ts'

/** Least heights; a line that needs more has more. */
const ROW_REM = 1.875
const GROUP_REM = 2.5
const OVERSCAN = 10

const WIDTHS: Readonly<Record<Column, number>> = {
  tick: 2.75,
  floor: 3,
  name: 5.25,
  seats: 4.75,
  block: 4.75,
  status: 6.5,
  date: 9,
  rentMadPerM2Month: 5.75,
  serviceChargeMadPerM2Month: 5.75,
  areaM2: 5.25,
  fitOut: 7.5,
  verified: 7.25,
  method: 7,
  due: 9.5,
}

interface UnitsGridProps {
  lines: readonly Line[]
  columns: readonly Column[]
  blocks: ReadonlyMap<string, number>
  today: string
  label: string
  sort: Sort | null
  onSort: (column: Column) => void
  grid: GridHandle
  scroller: RefObject<HTMLDivElement | null>
  /** whether the cell in focus takes the keyboard when it changes */
  hasFocus: RefObject<boolean>
}

/** Units as a spreadsheet has them: every cell by keyboard, and only the lines in view in the page. */
export function UnitsGrid(props: UnitsGridProps) {
  const { lines, columns, blocks, today, label, sort, onSort, grid, scroller, hasFocus } = props
  const t = useTranslations('grid')
  const { language, comma } = useFormat()
  const words = useCellWords(today)
  const { selection, editing } = grid
  const { focus } = selection
  const rootPx = useRef(16)
  useEffect(() => {
    rootPx.current = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  })
  const lineInFocus = lines.findIndex((line) => line.kind === 'unit' && line.at === focus.row)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => (lines[i]?.kind === 'group' ? GROUP_REM : ROW_REM) * rootPx.current,
    getItemKey: (i) => {
      const line = lines[i]
      return line?.kind === 'unit' ? line.row.id : `group ${line?.key}`
    },
    overscan: OVERSCAN,
    // The line in focus stays in the page wherever it is scrolled to: the focus would be lost with it.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      return lineInFocus < 0 || seen.includes(lineInFocus) ? seen : [...seen, lineInFocus].sort((a, b) => a - b)
    },
  })
  const isEditing = editing !== null
  const cell = `${focus.row}-${columns[focus.column]}`
  useEffect(() => {
    if (!hasFocus.current || isEditing) return
    const element = scroller.current?.querySelector<HTMLElement>(`[data-cell="${cell}"]`)
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [cell, isEditing, hasFocus, scroller])

  const template = {
    gridTemplateColumns: columns.map((column) => `minmax(${WIDTHS[column]}rem, ${WIDTHS[column]}fr)`).join(' '),
    // The same for every line, whatever is in it: else the columns would not stand under each other.
    minInlineSize: `${columns.reduce((sum, column) => sum + WIDTHS[column], 0)}rem`,
  }
  const groupName = (line: Extract<Line, { kind: 'group' }>): string => {
    const row = line.rows[0]
    if (!row) return ''
    return line.key === row.building.id
      ? nameOf(row.building.properties, language)
      : (words.value(row.published, 'status') ?? '')
  }
  const seatsOf = ({ rows }: Extract<Line, { kind: 'group' }>) =>
    rows.reduce((sum, { published }) => sum + published.seats, 0)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot keep only the lines in view in the page
    <div
      ref={scroller}
      className="units-grid"
      role="grid"
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      tabIndex={-1}
      onFocus={() => {
        hasFocus.current = true
      }}
      onBlur={(event) => {
        // A field that goes away with its cell blurs towards nothing: the grid keeps the keyboard then.
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) hasFocus.current = false
      }}
      {...grid.on}
    >
      <GridHead
        columns={columns}
        template={template}
        sort={sort}
        onSort={onSort}
        selection={selection}
        words={words}
        onChoose={grid.choose}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div
        role="rowgroup"
        className="units-body"
        style={{ blockSize: virtual.getTotalSize(), minInlineSize: template.minInlineSize }}
      >
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const line = lines[index]
          if (!line) return null
          if (line.kind === 'unit') {
            return (
              <GridRow
                key={key}
                ref={virtual.measureElement}
                index={index}
                start={start}
                template={template}
                row={line.row}
                at={line.at}
                columns={columns}
                today={today}
                block={blocks.get(line.row.id)}
                words={words}
                grid={grid}
              />
            )
          }
          return (
            // biome-ignore lint/a11y/useSemanticElements: see above
            // biome-ignore lint/a11y/useFocusableInteractive: its units have the focus
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              className="units-group"
              style={{ insetBlockStart: start }}
            >
              {/* biome-ignore lint/a11y/useSemanticElements: see above */}
              {/* biome-ignore lint/a11y/useFocusableInteractive: its units have the focus */}
              <div role="gridcell" aria-colspan={columns.length} className="units-group-name">
                <b>{groupName(line)}</b>{' '}
                <span className="unit">
                  {t('units', { count: line.rows.length })}
                  {comma}
                  {t('seats', { count: seatsOf(line) })}
                </span>
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}
