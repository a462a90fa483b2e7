import type { Building, Zone } from '@tvl/model'
import { instantInMorocco } from '@tvl/model'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Feature } from '../../api/features.ts'
import { blockSeats, laidOut } from '../../api/public-figures.ts'
import type { ZoneInventory } from '../../api/zone-inventory.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useConsole } from '../../state/console.ts'
import { settleCells, useGridDraft } from '../../state/grid-draft.ts'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import { columnOf } from './columns.ts'
import { Conflicts } from './conflicts.tsx'
import { asPublished } from './edits.ts'
import { effectOf } from './effect.ts'
import { EffectTable } from './effect-table.tsx'
import { Keys } from './keys.tsx'
import { PhonePublish } from './phone-publish.tsx'
import { Orphans, Problems } from './problems.tsx'
import { PublishPanel } from './publish-panel.tsx'
import { linesOf, type UnitRow, unitRows, unitsOf } from './rows.ts'
import { Count, Toolbar } from './toolbar.tsx'
import { UnitHistory } from './unit-history.tsx'
import { UnitList } from './unit-list.tsx'
import { UnitsGrid } from './units-grid.tsx'
import { useCellWords } from './use-cell-words.ts'
import { useGrid } from './use-grid.ts'
import { usePublishing } from './use-publishing.ts'
import { useView } from './use-view.ts'

interface UnitsProps {
  zone: Feature<Zone>
  inventory: ZoneInventory
  /** those that the person may change */
  buildings: readonly Feature<Building>[]
  today: string
}

/** A page of the grid when the scroller has not been measured. */
const FEW_ROWS = 12
const ROW_PX = 30

/** The units, what was written of them, and what publishing it does. */
export function Units({ zone, inventory, buildings, today }: UnitsProps) {
  const t = useTranslations('grid')
  const { language } = useFormat()
  const { person } = useConsole()
  const isPhone = useMedia(PHONE)
  const { draft, refusal } = useGridDraft()
  const look = useView(today)
  const words = useCellWords(today)
  const [said, setSaid] = useState('')
  const scroller = useRef<HTMLDivElement>(null)
  const hasFocus = useRef(false)

  const rows = useMemo(() => {
    const minute = instantInMorocco(today, '00:00') ?? ''
    return unitRows(buildings, inventory.offices, draft, { today, minute }, refusal?.errors)
  }, [buildings, inventory, draft, today, refusal])
  useForgetDone(rows)
  const orphans = Object.keys(draft).filter((id) => !rows.some((row) => row.id === id))

  // Laying out a large zone takes a moment: typing goes before it.
  const settled = useDeferredValue(rows)
  const { blocks, effect } = useMemo(() => {
    const after = new Map(settled.filter(isSound).map((row) => [row.id, asPublished(row.published, row.edits, today)]))
    const all = [...inventory.offices.values()].flat()
    const now = laidOut(zone, inventory.buildings, all, today)
    const then = laidOut(
      zone,
      inventory.buildings,
      all.map(({ id, properties }) => ({ id, properties: after.get(id) ?? properties })),
      today,
    )
    return { blocks: blockSeats(then, look.later), effect: effectOf(now, then, look.later) }
  }, [settled, inventory, zone, today, look.later])

  const lines = useMemo(() => linesOf(rows, look.view, today, blocks), [rows, look.view, today, blocks])
  const shown = unitsOf(lines)
  const grid = useGrid({
    rows: shown,
    columns: look.columns,
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_PX) - 2) || FEW_ROWS,
    onSort: look.turnSort,
    onSay: setSaid,
  })
  const publishing = usePublishing({
    rows,
    version: inventory.version,
    personId: person.id,
    label: (count) => t('label', { zone: nameOf(zone.properties, language), count }),
  })
  const go = (row: UnitRow, field: string) => {
    const at = shown.findIndex(({ id }) => id === row.id)
    const column = look.columns.indexOf(columnOf(field))
    if (at < 0 || column < 0) return
    hasFocus.current = true
    grid.choose({ row: at, column }, false)
  }
  const current = shown[grid.selection.focus.row]
  const label = t('title', { zone: nameOf(zone.properties, language) })
  const panel = <PublishPanel publishing={publishing} rows={rows} words={words} />
  const effects = <EffectTable effect={effect} today={today} later={look.later} onLater={look.setLater} />
  return (
    <div className={isPhone ? 'grid-parts is-phone' : 'grid-parts'}>
      <section className="grid-main" aria-label={label}>
        <Toolbar look={look} hasColumns={!isPhone} onUndo={grid.undo} onRedo={grid.redo} />
        {/* A line of its own that is there from the start: what is said of the cells does not move them. */}
        <div className="grid-line">
          <Count rows={rows} shown={shown.length} />
          <p className="grid-said" role="status">
            {said}
          </p>
        </div>
        {!isPhone && <Keys />}
        {isPhone ? (
          <UnitList lines={lines} words={words} />
        ) : (
          <UnitsGrid
            lines={lines}
            columns={look.columns}
            blocks={blocks}
            today={today}
            label={label}
            sort={look.view.sort}
            onSort={look.turnSort}
            grid={grid}
            scroller={scroller}
            hasFocus={hasFocus}
          />
        )}
        {shown.length === 0 && <p className="grid-none">{t('noneShown')}</p>}
        {!isPhone && <Problems rows={rows} words={words} onGo={go} />}
        <Orphans ids={orphans} />
      </section>
      {isPhone ? (
        <>
          <Conflicts rows={rows} words={words} />
          <PhonePublish publishing={publishing}>
            <Problems rows={rows} words={words} />
            {panel}
            {effects}
          </PhonePublish>
        </>
      ) : (
        <aside className="grid-side" aria-label={t('publish.title')}>
          <Conflicts rows={rows} words={words} />
          {panel}
          {effects}
          {current && <UnitHistory row={current} />}
        </aside>
      )}
    </div>
  )
}

const isSound = ({ changed, isTicked, problems }: UnitRow) => (changed.length > 0 || isTicked) && problems.length === 0

/** Edits that say what everybody reads already are done with: they were published, here or by somebody else. */
function useForgetDone(rows: readonly UnitRow[]) {
  useEffect(() => {
    const done = rows.flatMap(({ id, published, edits }) =>
      Object.entries(edits).flatMap(([field, { value, fault, sentIn }]) =>
        !fault && !sentIn && (published[field as 'seats'] ?? null) === value ? [{ id, field, after: undefined }] : [],
      ),
    )
    if (done.length > 0) settleCells(done)
  }, [rows])
}
