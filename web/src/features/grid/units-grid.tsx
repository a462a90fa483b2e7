import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { directionOf } from '../../i18n/languages.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { COLUMNS, type Column, cellText, type Edit, isEditable, readTyped } from './cells.ts'
import { type CellFaultAt, faultKey } from './faults.tsx'
import { GridCell } from './grid-cell.tsx'
import { useGrid } from './grid-store.ts'
import { type Line, unitsOf } from './rows.ts'
import { type CellAt, columnAt, useGridKeys } from './use-grid-keys.ts'

const ROW_PX = 30
const GROUP_PX = 42

interface UnitsGridProps {
  lines: readonly Line[]
  blocks: ReadonlyMap<string, number>
  today: string
  /** Version of the catalogue that the lines are of. */
  version: number
  label: string
  faults: ReadonlyMap<string, CellFaultAt>
  onFaults: (change: (faults: ReadonlyMap<string, CellFaultAt>) => ReadonlyMap<string, CellFaultAt>) => void
}

/** Units as a spreadsheet has them: every cell by keyboard, only the lines in view in the page. */
export function UnitsGrid({ lines, blocks, today, version, label, faults, onFaults }: UnitsGridProps) {
  const t = useTranslations('grid')
  const { language } = useFormat()
  const rows = unitsOf(lines)
  const { change, tick, undo, redo } = useGrid.getState()
  const ticked = useGrid((state) => state.ticked)
  const [editing, setEditing] = useState<{ at: CellAt; text: string } | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const hasFocus = useRef(false)

  /** Writes texts into cells as one step of undo; what cannot be read stays beside its cell, and changes nothing. */
  const write = (texts: readonly { at: CellAt; text: string }[]) => {
    const changes: Record<string, Edit> = {}
    const found = new Map<string, CellFaultAt | null>()
    for (const { at, text } of texts) {
      const row = rows[at.row]
      const column = columnAt(at)
      if (!row || !isEditable(column)) continue
      const former = changes[row.id] ?? row.edit
      const reading = readTyped({ ...row.published, ...former }, column, text, { language, today })
      const key = faultKey(row.id, column)
      if ('fault' in reading) found.set(key, { id: row.id, name: row.office.name, column, text, ...reading.fault })
      else {
        found.set(key, null)
        changes[row.id] = { ...former, ...reading.edit }
      }
    }
    onFaults((before) => {
      const after = new Map(before)
      for (const [key, fault] of found) fault ? after.set(key, fault) : after.delete(key)
      return after
    })
    if (Object.keys(changes).length > 0) change(changes, version)
  }

  const keys = useGridKeys({
    rows: rows.length,
    isRtl: directionOf(language) === 'rtl',
    onEdit: (at, typed) => {
      const row = rows[at.row]
      if (row && isEditable(columnAt(at))) {
        setEditing({ at, text: typed ?? cellText(row.office, columnAt(at), language) })
      }
    },
    onClear: (cells) => write(cells.map((at) => ({ at, text: '' }))),
    onTick: (row) => {
      const id = rows[row]?.id
      if (id) tick(id)
    },
    onUndo: undo,
    onRedo: redo,
    textOf: (at) => {
      const row = rows[at.row]
      return row ? cellText(row.office, columnAt(at), language) : ''
    },
    onPaste: (from, table) => {
      write(
        table.flatMap((line, i) =>
          line.map((text, j) => ({ at: { row: from.row + i, column: from.column + j }, text: text.trim() })),
        ),
      )
    },
    onFillDown: (from, to) => {
      const cells: { at: CellAt; text: string }[] = []
      for (let column = from.column; column <= to.column; column++) {
        const first = rows[from.row]
        const text = first ? cellText(first.office, columnAt({ row: 0, column }), language) : ''
        for (let row = from.row + 1; row <= to.row; row++) cells.push({ at: { row, column }, text })
      }
      write(cells)
    },
  })
  const finish = (text: string, next: 'down' | 'on' | 'stay') => {
    if (!editing) return
    write([{ at: editing.at, text }])
    setEditing(null)
    const { row, column } = editing.at
    if (next !== 'stay') keys.go(next === 'down' ? { row: row + 1, column } : { row, column: column + 1 })
  }

  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => (lines[i]?.kind === 'building' ? GROUP_PX : ROW_PX),
    overscan: 12,
  })
  const lineOf = lines.findIndex((line) => line.kind === 'unit' && line.at === keys.at.row)
  const cellId = `${keys.at.row}-${keys.at.column}`
  const isEditing = editing !== null
  // The cell with the focus is brought into view and gets the browser's own focus, when the grid has it at all.
  useEffect(() => {
    if (!hasFocus.current || isEditing) return
    if (lineOf >= 0) virtual.scrollToIndex(lineOf)
    scroller.current?.querySelector<HTMLElement>(`[data-cell="${cellId}"]`)?.focus({ preventScroll: true })
  }, [cellId, isEditing, lineOf, virtual])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot keep only the lines in view in the page
    <div
      ref={scroller}
      className="units-grid"
      role="grid"
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-colcount={COLUMNS.length}
      aria-multiselectable="true"
      tabIndex={-1}
      onFocus={() => {
        hasFocus.current = true
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) hasFocus.current = false
      }}
      onKeyDown={isEditing ? undefined : keys.onKeyDown}
      onCopy={isEditing ? undefined : keys.onCopy}
      onPaste={isEditing ? undefined : keys.onPaste}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its cells have the focus */}
      <div role="row" aria-rowindex={1} className="units-row units-head">
        {COLUMNS.map((column, i) => (
          // biome-ignore lint/a11y/useSemanticElements: see above
          // biome-ignore lint/a11y/useFocusableInteractive: heads do nothing
          <div key={column} role="columnheader" aria-colindex={i + 1} className={`cell is-${column}`}>
            {t(`column.${column}`)}
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className="units-body" style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const line = lines[index]
          if (!line) return null
          const place = { insetBlockStart: start, blockSize: size }
          if (line.kind === 'building') {
            return (
              // biome-ignore lint/a11y/useSemanticElements: see above
              // biome-ignore lint/a11y/useFocusableInteractive: its units have the focus
              <div key={line.building.id} role="row" aria-rowindex={index + 2} className="units-group" style={place}>
                {/* biome-ignore lint/a11y/useSemanticElements: see above */}
                {/* biome-ignore lint/a11y/useFocusableInteractive: its units have the focus */}
                <div role="gridcell" aria-colspan={COLUMNS.length}>
                  <b>{nameOf(line.building.properties, language)}</b>{' '}
                  <span className="muted">{t('units', { count: line.units })}</span>
                </div>
              </div>
            )
          }
          const { row, at } = line
          const { from, to } = keys.selection
          return (
            // biome-ignore lint/a11y/useSemanticElements: see above
            // biome-ignore lint/a11y/useFocusableInteractive: its cells have the focus
            <div
              key={row.id}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={ticked.includes(row.id)}
              className={Object.keys(row.edit).length > 0 ? 'units-row is-changed' : 'units-row'}
              style={place}
            >
              {COLUMNS.map((column: Column, i) => (
                <GridCell
                  key={column}
                  row={row}
                  column={column}
                  colIndex={i + 1}
                  id={`${at}-${i}`}
                  today={today}
                  block={blocks.get(row.id)}
                  isTicked={ticked.includes(row.id)}
                  isFocus={at === keys.at.row && i === keys.at.column}
                  isSelected={at >= from.row && at <= to.row && i >= from.column && i <= to.column}
                  fault={faults.get(faultKey(row.id, column))}
                  editing={editing?.at.row === at && editing.at.column === i ? editing.text : null}
                  onFinish={finish}
                  onCancel={() => setEditing(null)}
                  onPress={(isExtending) => keys.go({ row: at, column: i }, isExtending)}
                  onOpen={() =>
                    isEditable(column) &&
                    setEditing({ at: { row: at, column: i }, text: cellText(row.office, column, language) })
                  }
                  onTick={() => tick(row.id)}
                />
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}
