import './manage.css'
import './unit.css'
import './unit-fields.css'
import './unit-outcome.css'
import './unit-publish.css'
import { useQuery } from '@tanstack/react-query'
import { may } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useParams } from 'wouter'
import { catalogueQuery } from '../../api/catalogue.ts'
import { collectionQuery, featureQuery } from '../../api/features.ts'
import { zoneInventoryQuery } from '../../api/zone-inventory.ts'
import { useConsole } from '../../state/console.ts'
import { useOutbox } from '../../state/outbox.ts'
import { DataState } from '../../ui/data-state.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { UnitPage } from './unit-page.tsx'

/** Page `/manage/offices/:id`: one unit, for one thumb. */
export function OfficePage() {
  const { id = '' } = useParams<{ id: string }>()
  const t = useTranslations('manage')
  const { person, zone } = useConsole()
  const isOutboxRead = useOutbox((state) => state.isRead)
  const { data: catalogue } = useQuery(catalogueQuery)
  const { data: zones } = useQuery(collectionQuery('zones'))
  const here = useQuery({ ...zoneInventoryQuery(zone?.id ?? ''), enabled: zone !== null })
  const isHere = here.data ? [...here.data.offices.values()].some((list) => list.some((one) => one.id === id)) : null
  // An address may name a unit of another zone than the one looked at.
  const feature = useQuery({ ...featureQuery('offices', id), enabled: isHere === false || zone === null })
  const zoneId = isHere ? zone?.id : feature.data?.properties.zoneId
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    ...zoneInventoryQuery(zoneId ?? ''),
    enabled: zoneId !== undefined,
  })
  const office = data ? [...data.offices.values()].flat().find((one) => one.id === id) : undefined
  const site = zones?.find((one) => one.id === zoneId)
  const building = data?.buildings.find((one) => one.id === office?.properties.buildingId)
  const failure = error ?? feature.error ?? here.error
  usePageTitle(office ? office.properties.name : t('unit.title'))

  if (!data || !office || !site || !building || !catalogue || !isOutboxRead) {
    return (
      <main id="main" className="manage" aria-busy={!failure}>
        <DataState error={failure} isEmpty readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      </main>
    )
  }
  const place = { regionId: site.properties.regionId, zoneId: site.id, buildingId: building.id }
  if (!may(person.grants, 'change-inventory', place)) {
    return (
      <main id="main" className="manage">
        <p className="manage-none" role="alert">
          {t('unit.notYours', { unit: office.properties.name })}{' '}
          <PageLink className="link" to={`/zones/${site.id}`}>
            {t('unit.seePublic')}
          </PageLink>
        </p>
      </main>
    )
  }
  return <UnitPage key={id} office={office} building={building} zone={site} inventory={data} catalogue={catalogue} />
}
