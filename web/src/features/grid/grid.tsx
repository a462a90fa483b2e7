import './grid.css'
import { useQuery } from '@tanstack/react-query'
import type { Zone } from '@tvl/model'
import { useEffect, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Catalogue, catalogueQuery } from '../../api/catalogue.ts'
import type { Feature } from '../../api/features.ts'
import { blockSeats, publicFigures } from '../../api/public-figures.ts'
import { type ZoneInventory, zoneInventoryQuery } from '../../api/zone-inventory.ts'
import { isolate } from '../../i18n/format.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useConsole } from '../../state/console.ts'
import { DataState } from '../../ui/data-state.tsx'
import { FreshnessBar } from '../../ui/freshness-bar.tsx'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { cellText } from './cells.ts'
import { type CellFaultAt, columnOfField, FaultList, faultKey } from './faults.tsx'
import { useGrid } from './grid-store.ts'
import { Conflicts, PublishPanel } from './publish-panel.tsx'
import { linesOf, unitsOf, unusualFields } from './rows.ts'
import { UnitList } from './unit-list.tsx'
import { UnitsGrid } from './units-grid.tsx'
import { usePublishing } from './use-publishing.ts'

/** Page `/manage/units`: all units of a zone at once, as a spreadsheet has them. */
export function Grid() {
  const t = useTranslations('grid')
  const { zone } = useConsole()
  const { language } = useFormat()
  const name = zone ? nameOf(zone.properties, language) : ''
  usePageTitle(t('title', { zone: name }))
  const { data: catalogue } = useQuery(catalogueQuery)
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    ...zoneInventoryQuery(zone?.id ?? ''),
    enabled: zone !== null,
  })
  const offices = useMemo(() => (data ? [...data.offices.values()].flat() : []), [data])
  return (
    <main id="main" className="grid-page" aria-busy={zone !== null && !data && !error}>
      <header className="grid-head">
        <div>
          <h1 className="title">{t('title', { zone: isolate(name) })}</h1>
          {catalogue?.illustrative && (
            <p className="grid-ill">
              <GradeMark grade="illustrative" decorative /> {t('illustrative')}
            </p>
          )}
        </div>
        {catalogue && offices.length > 0 && <FreshnessBar offices={offices} today={catalogue.today} />}
      </header>
      <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {zone && data && catalogue && offices.length === 0 && <p className="grid-none">{t('none')}</p>}
      {zone && data && catalogue && offices.length > 0 && <Units zone={zone} inventory={data} catalogue={catalogue} />}
    </main>
  )
}

const NONE: ReadonlyMap<string, CellFaultAt> = new Map()

function Units({
  zone,
  inventory,
  catalogue,
}: {
  zone: Feature<Zone>
  inventory: ZoneInventory
  catalogue: Catalogue
}) {
  const t = useTranslations('grid')
  const { language } = useFormat()
  const isPhone = useMedia(PHONE)
  const { edits, ticked, past, future, undo, redo, turnTo } = useGrid()
  const [typed, setTyped] = useState(NONE)
  const { today, version } = catalogue
  useEffect(() => turnTo(zone.id), [turnTo, zone.id])
  const lines = useMemo(() => linesOf(inventory, edits), [inventory, edits])
  const rows = unitsOf(lines)
  const changed = rows.filter(({ edit }) => Object.keys(edit).length > 0)
  const publishing = usePublishing(rows, version)

  const drawn = useMemo(() => {
    const now = unitsOf(lines).map(({ id, office }) => ({ id, properties: office }))
    const before = unitsOf(lines).map(({ id, published }) => ({ id, properties: published }))
    const { buildings } = inventory
    return {
      blocks: blockSeats(zone, buildings, now, today),
      effect: {
        before: publicFigures(zone, buildings, before, today),
        after: publicFigures(zone, buildings, now, today),
      },
    }
  }, [lines, inventory, zone, today])

  const asked = changed.flatMap((row) =>
    unusualFields(row).flatMap((field) => (publishing.isConfirmed(row.id, field) ? [] : [{ row, field }])),
  )
  const refused = new Map(
    publishing.errors.flatMap(({ id, field, code, limit }) => {
      const row = rows.find((each) => each.id === id)
      if (!row) return []
      const column = columnOfField(field)
      const text = cellText(row.office, column, language)
      return [[faultKey(id, column), { id, name: row.office.name, column, text, code, limit }] as const]
    }),
  )
  const faults = new Map([...refused, ...typed])
  return (
    <div className="grid-parts">
      <section className="grid-main" aria-label={t('units', { count: rows.length })}>
        <div className="grid-bar">
          <p>
            <b>{t('units', { count: rows.length })}</b>
            {changed.length > 0 && <>, {t('changed', { count: changed.length })}</>}
          </p>
          <p className="grid-keys" aria-hidden="true">
            <kbd>↑</kbd> <kbd>↓</kbd> {t('key.move')} <kbd>Enter</kbd> {t('key.edit')} <kbd>Ctrl</kbd> <kbd>Z</kbd>{' '}
            {t('key.undo')}
          </p>
          <button type="button" className="btn" disabled={past.length === 0} onClick={undo}>
            {t('undo')}
          </button>
          <button type="button" className="btn" disabled={future.length === 0} onClick={redo}>
            {t('redo')}
          </button>
        </div>
        {isPhone ? (
          <UnitList lines={lines} today={today} />
        ) : (
          <UnitsGrid
            lines={lines}
            blocks={drawn.blocks}
            today={today}
            version={version}
            label={t('title', { zone: nameOf(zone.properties, language) })}
            faults={faults}
            onFaults={setTyped}
          />
        )}
        {faults.size > 0 && <FaultList faults={[...faults.values()]} rows={rows} />}
        {asked.length > 0 && (
          <ul className="grid-faults" role="alert">
            {asked.map(({ row, field }) => {
              const column = columnOfField(field)
              return (
                <li key={faultKey(row.id, column)}>
                  <b>
                    {isolate(row.office.name)}, {t(`column.${column}`)}
                  </b>{' '}
                  {t('unusual', {
                    now: cellText(row.office, column, language),
                    before: cellText(row.published, column, language),
                  })}{' '}
                  <button type="button" className="link" onClick={() => publishing.confirm(row.id, field)}>
                    {t('meant')}
                  </button>
                </li>
              )
            })}
          </ul>
        )}
        {publishing.conflicts.length > 0 && (
          <Conflicts
            conflicts={publishing.conflicts}
            rows={rows}
            onTheirs={(id, field) => void publishing.takeTheirs(id, field)}
            onMine={() => void publishing.keepMine()}
          />
        )}
      </section>
      <PublishPanel
        publishing={publishing}
        changed={changed.length}
        ticked={ticked.length}
        hasFaults={typed.size > 0 || asked.length > 0}
        effect={drawn.effect}
      />
    </div>
  )
}
