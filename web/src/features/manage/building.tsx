import './manage.css'
import { useQuery } from '@tanstack/react-query'
import { type Office, officeFreshness } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useParams } from 'wouter'
import { catalogueQuery } from '../../api/catalogue.ts'
import { collectionQuery, type Feature, featureQuery } from '../../api/features.ts'
import { zoneInventoryQuery } from '../../api/zone-inventory.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useConsole } from '../../state/console.ts'
import { isWaiting, type OutboxEntry, useOutbox } from '../../state/outbox.ts'
import { DataState } from '../../ui/data-state.tsx'
import { FreshnessDial } from '../../ui/freshness.tsx'
import { HeadTitle } from '../../ui/head-title.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { type StackUnit, stackOf } from '../../ui/stack/stack-layout.ts'
import { useUnitWords } from '../../ui/stack/use-unit-words.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { UnitPlan } from './unit-plan.tsx'
import { entriesOf, withUnsent } from './unsent.ts'

/** Page `/manage/buildings/:id`: its floors, and its units in a list. */
export function BuildingPage() {
  const { id = '' } = useParams<{ id: string }>()
  const t = useTranslations('manage')
  const { language } = useFormat()
  const { zone } = useConsole()
  const { data: catalogue } = useQuery(catalogueQuery)
  const { data: zones } = useQuery(collectionQuery('zones'))
  const here = useQuery({ ...zoneInventoryQuery(zone?.id ?? ''), enabled: zone !== null })
  const isHere = here.data?.buildings.some((one) => one.id === id)
  const feature = useQuery({ ...featureQuery('buildings', id), enabled: isHere === false || zone === null })
  const zoneId = isHere ? zone?.id : feature.data?.properties.zoneId
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    ...zoneInventoryQuery(zoneId ?? ''),
    enabled: zoneId !== undefined,
  })
  const entries = useOutbox((state) => state.entries)
  const building = data?.buildings.find((one) => one.id === id)
  const site = zones?.find((one) => one.id === zoneId)
  const failure = error ?? feature.error ?? here.error
  const name = building ? nameOf(building.properties, language) : t('buildings')
  usePageTitle(name)
  if (!data || !building || !site || !catalogue) {
    return (
      <main id="main" className="manage" aria-busy={!failure}>
        <DataState error={failure} isEmpty readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      </main>
    )
  }
  const offices = (data.offices.get(id) ?? []).map((office) => withUnsent(office, entries))
  const units = stackOf(offices, { on: catalogue.today, today: catalogue.today }, null).flatMap((floor) => floor.units)
  return (
    <main id="main" className="manage manage-one">
      <HeadTitle>
        <div className="unit-title-line">
          <PageLink className="unit-back" to="/manage" aria-label={t('back')}>
            <Icon name="back" />
          </PageLink>
          <div>
            <p className="note">{nameOf(site.properties, language)}</p>
            <h1>{name}</h1>
          </div>
        </div>
      </HeadTitle>
      {units.length === 0 ? (
        <p className="manage-none">{t('noUnits')}</p>
      ) : (
        <>
          <UnitPlan zone={site} building={building} offices={offices} today={catalogue.today} hasKey />
          <h2 className="manage-section">{t('unitList')}</h2>
          <ul className="manage-units">
            {units.map((unit) => (
              <UnitRow key={unit.id} unit={unit} today={catalogue.today} entries={entriesOf(entries, unit.id)} />
            ))}
          </ul>
        </>
      )}
    </main>
  )
}

interface UnitRowProps {
  unit: StackUnit
  today: string
  entries: readonly OutboxEntry[]
}

function UnitRow({ unit, today, entries }: UnitRowProps) {
  const t = useTranslations('manage')
  const words = useUnitWords(today)
  const { office } = unit
  const waits = entries.some(isWaiting)
  return (
    <li>
      <PageLink to={`/manage/offices/${unit.id}`}>
        <b>
          <bdi>{office.name}</bdi>
        </b>
        <span>{t('seats', { count: office.seats })}</span>
        <span>{words.short(unit)}</span>
        <span className="manage-age">
          <FreshnessDial state={stateOf(office, today)} />
          {words.verification(unit).line}
        </span>
        {waits && <span className="manage-waits">{t('waits')}</span>}
      </PageLink>
    </li>
  )
}

const stateOf = (office: Feature<Office>['properties'], today: string) => officeFreshness(office, today).state
