import './grid.css'
import { useQuery } from '@tanstack/react-query'
import { may, type Zone } from '@tvl/model'
import { useEffect, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../../api/catalogue.ts'
import type { Feature } from '../../api/features.ts'
import { zoneInventoryQuery } from '../../api/zone-inventory.ts'
import { isolate } from '../../i18n/format.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useConsole } from '../../state/console.ts'
import { openGridDraft } from '../../state/grid-draft.ts'
import { DataState } from '../../ui/data-state.tsx'
import { FreshnessBar } from '../../ui/freshness-bar.tsx'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { Units } from './units.tsx'

/** Page `/manage/units`: all units of a zone at once, as a spreadsheet has them. */
export function Grid() {
  const t = useTranslations('grid')
  const { zone } = useConsole()
  const { language } = useFormat()
  usePageTitle(zone ? t('title', { zone: nameOf(zone.properties, language) }) : t('noZone'))
  if (zone) return <ZoneUnits zone={zone} />
  return (
    <main id="main" className="grid-page">
      <p className="grid-none">{t('noZone')}</p>
    </main>
  )
}

function ZoneUnits({ zone }: { zone: Feature<Zone> }) {
  const t = useTranslations('grid')
  const { language } = useFormat()
  const { person } = useConsole()
  const { data: catalogue } = useQuery(catalogueQuery)
  const { data: inventory, error, dataUpdatedAt, refetch } = useQuery(zoneInventoryQuery(zone.id))
  useEffect(() => openGridDraft(person.id, zone.id), [person.id, zone.id])
  const buildings = useMemo(() => {
    const { regionId } = zone.properties
    const isMine = (buildingId: string) =>
      may(person.grants, 'change-inventory', { regionId, zoneId: zone.id, buildingId })
    return inventory?.buildings.filter(({ id }) => isMine(id)) ?? []
  }, [inventory, person.grants, zone])
  const offices = useMemo(() => buildings.flatMap(({ id }) => inventory?.offices.get(id) ?? []), [buildings, inventory])
  return (
    <main id="main" className="grid-page" aria-busy={!inventory && !error}>
      <header className="grid-top">
        <div>
          <h1 className="grid-title">{t('title', { zone: isolate(nameOf(zone.properties, language)) })}</h1>
          {catalogue?.illustrative && (
            <p className="grid-ill">
              <GradeMark grade="illustrative" decorative /> {t('illustrative')}
            </p>
          )}
        </div>
        {catalogue && offices.length > 0 && <FreshnessBar offices={offices} today={catalogue.today} />}
      </header>
      <DataState error={error} isEmpty={!inventory} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {inventory && offices.length === 0 && <p className="grid-none">{t('none')}</p>}
      {inventory && catalogue && offices.length > 0 && (
        <Units zone={zone} inventory={inventory} buildings={buildings} today={catalogue.today} />
      )}
    </main>
  )
}
