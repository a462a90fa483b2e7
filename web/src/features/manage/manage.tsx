import './manage.css'
import { useQuery } from '@tanstack/react-query'
import type { Zone } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../../api/catalogue.ts'
import type { Feature } from '../../api/features.ts'
import { zoneInventoryQuery } from '../../api/zone-inventory.ts'
import { isolate } from '../../i18n/format.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useConsole } from '../../state/console.ts'
import { DataState } from '../../ui/data-state.tsx'
import { FreshnessBar } from '../../ui/freshness-bar.tsx'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { BuildingRow } from './building-row.tsx'

/** Page `/manage`: the buildings of one zone, and how old what is known of them is. */
export function Manage() {
  const t = useTranslations('manage')
  const { zone } = useConsole()
  const { language } = useFormat()
  usePageTitle(zone ? t('title', { zone: nameOf(zone.properties, language) }) : t('noZone'))
  if (zone) return <Buildings zone={zone} />
  return (
    <main id="main" className="manage">
      <p className="manage-none">{t('noZone')}</p>
    </main>
  )
}

function Buildings({ zone }: { zone: Feature<Zone> }) {
  const t = useTranslations('manage')
  const { language } = useFormat()
  const { data: catalogue } = useQuery(catalogueQuery)
  const { data, error, dataUpdatedAt, refetch } = useQuery(zoneInventoryQuery(zone.id))
  const offices = data ? [...data.offices.values()].flat() : []
  return (
    <main id="main" className="manage" aria-busy={!data && !error}>
      <header className="manage-head">
        <div>
          <h1 className="title">{t('title', { zone: isolate(nameOf(zone.properties, language)) })}</h1>
          {catalogue?.illustrative && (
            <p className="ill">
              <GradeMark grade="illustrative" decorative /> {t('illustrative')}
            </p>
          )}
        </div>
        {catalogue && offices.length > 0 && <FreshnessBar offices={offices} today={catalogue.today} />}
      </header>
      <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {data?.buildings.length === 0 && <p className="manage-none">{t('none')}</p>}
      {data && catalogue && (
        <ul className="manage-buildings">
          {data.buildings.map((building) => (
            <BuildingRow
              key={building.id}
              zone={zone}
              building={building}
              offices={data.offices.get(building.id) ?? []}
              today={catalogue.today}
            />
          ))}
        </ul>
      )}
    </main>
  )
}
