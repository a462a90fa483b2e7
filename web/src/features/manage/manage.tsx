import './manage.css'
import './unit.css'
import './unit-fields.css'
import './unit-outcome.css'
import { useQuery } from '@tanstack/react-query'
import type { Zone } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../../api/catalogue.ts'
import type { Feature } from '../../api/features.ts'
import { zoneInventoryQuery } from '../../api/zone-inventory.ts'
import { isolate } from '../../i18n/format.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useConsole } from '../../state/console.ts'
import { useOutbox } from '../../state/outbox.ts'
import { DataState } from '../../ui/data-state.tsx'
import { FreshnessBar } from '../../ui/freshness-bar.tsx'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { BuildingRow } from './building-row.tsx'
import { Coach } from './coach.tsx'
import { Due } from './due.tsx'
import { OutboxList } from './outbox-list.tsx'
import { withUnsent } from './unsent.ts'

/** Page `/manage`: what is due today in one zone, and its buildings. */
export function Manage() {
  const t = useTranslations('manage')
  const { zone } = useConsole()
  const { language } = useFormat()
  usePageTitle(zone ? t('title', { zone: nameOf(zone.properties, language) }) : t('noZone'))
  if (zone) return <Overview key={zone.id} zone={zone} />
  return (
    <main id="main" className="manage">
      <p className="manage-none">{t('noZone')}</p>
    </main>
  )
}

function Overview({ zone }: { zone: Feature<Zone> }) {
  const t = useTranslations('manage')
  const { language } = useFormat()
  const { data: catalogue } = useQuery(catalogueQuery)
  const { data, error, dataUpdatedAt, refetch } = useQuery(zoneInventoryQuery(zone.id))
  const entries = useOutbox((state) => state.entries)
  const isPhone = useMedia(PHONE)
  const [shown, setShown] = useState<'due' | 'buildings'>('due')
  const offices = data ? [...data.offices.values()].flat() : []
  return (
    <main id="main" className="manage" aria-busy={!data && !error}>
      <header className="manage-head">
        <div>
          <h1 className="title">{t('title', { zone: isolate(nameOf(zone.properties, language)) })}</h1>
          {catalogue?.illustrative && (
            <p className="manage-illustrative">
              <GradeMark grade="illustrative" decorative /> {t('illustrative')}
            </p>
          )}
        </div>
        {catalogue && offices.length > 0 && <FreshnessBar offices={offices} today={catalogue.today} />}
      </header>
      <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      <OutboxList />
      {/* With what stands above it: a button that moves as that comes is pressed in vain. */}
      {isPhone && (error || (data && catalogue)) && (
        <fieldset className="unit-quick manage-show" aria-label={t('show.label')}>
          {(['due', 'buildings'] as const).map((each) => (
            <button key={each} type="button" aria-pressed={shown === each} onClick={() => setShown(each)}>
              {t(`show.${each}`)}
            </button>
          ))}
        </fieldset>
      )}
      <div className="manage-two">
        {/* Both stay in the page, so that going from one to the other loses nothing. */}
        <div hidden={isPhone && shown !== 'due'}>
          <Due zone={zone} />
          {data && (
            <Coach
              zone={zone}
              buildings={data.buildings}
              offices={offices.map((office) => withUnsent(office, entries))}
            />
          )}
        </div>
        <section aria-labelledby="my-buildings" hidden={isPhone && shown !== 'buildings'}>
          <h2 id="my-buildings" className="manage-section">
            {t('buildings')}
          </h2>
          {data?.buildings.length === 0 && <p className="manage-none">{t('none')}</p>}
          {data && catalogue && (
            <ul>
              {data.buildings.map((building) => (
                <BuildingRow
                  key={building.id}
                  zone={zone}
                  building={building}
                  offices={(data.offices.get(building.id) ?? []).map((office) => withUnsent(office, entries))}
                  today={catalogue.today}
                />
              ))}
            </ul>
          )}
        </section>
      </div>
    </main>
  )
}
