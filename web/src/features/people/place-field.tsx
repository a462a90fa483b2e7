import { useQuery } from '@tanstack/react-query'
import { isWithin, NOWHERE, type Place, type Territory } from '@tvl/model'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { collectionQuery } from '../../api/features.ts'
import { zoneInventoryQuery } from '../../api/zone-inventory.ts'
import { nameOf } from '../../i18n/names.ts'
import { useConsole } from '../../state/console.ts'
import { useApp } from '../../state/store.ts'
import { useTerritoryName } from '../../ui/use-territory-name.ts'

const NATIONAL = 'national'

/** The territory that the fields of a form say. */
export function territoryIn(fields: FormData): Territory {
  const building = String(fields.get('building') ?? '')
  if (building !== '') return { kind: 'building', id: building }
  return territoryOf(String(fields.get('place')))
}

const territoryOf = (value: string): Territory => {
  const [kind, id = ''] = value.split(' ')
  return kind === 'region' || kind === 'zone' || kind === 'building' ? { kind, id } : { kind: NATIONAL }
}

/** Where the person may give rights: regions, zones and the buildings that are all they administer. */
function usePlaces(): { value: string; name: string }[] {
  const language = useApp((state) => state.language)
  const { person } = useConsole()
  const { data: regions = [] } = useQuery(collectionQuery('regions'))
  const { data: zones = [] } = useQuery(collectionQuery('zones'))
  const regionOf = new Map(zones.map(({ id, properties }) => [id, properties.regionId]))
  const placeOf = (territory: Territory): Place => {
    if (territory.kind === 'region') return { ...NOWHERE, regionId: territory.id }
    if (territory.kind === 'zone')
      return { ...NOWHERE, regionId: regionOf.get(territory.id) ?? null, zoneId: territory.id }
    return NOWHERE
  }
  const own = person.grants.filter(({ role }) => role === 'administrator').map(({ territory }) => territory)
  const isMine = (territory: Territory) => own.some((outer) => isWithin(territory, outer, placeOf))
  const buildingName = useTerritoryName(person.grants, '')
  const wide = [
    ...regions.map(({ id, properties }) => ({ value: `region ${id}`, name: nameOf(properties, language) })),
    ...zones.map(({ id, properties }) => ({ value: `zone ${id}`, name: nameOf(properties, language) })),
  ]
  return [
    ...wide.filter(({ value }) => isMine(territoryOf(value))),
    ...own.flatMap((territory) =>
      territory.kind === 'building' ? [{ value: `building ${territory.id}`, name: buildingName(territory) }] : [],
    ),
  ]
}

/** Where a right shall hold: the country, a region, a zone, and one of its buildings where it shall be no more. */
export function PlaceField() {
  const t = useTranslations('people.invite')
  const words = useTranslations('console')
  const id = useId()
  const language = useApp((state) => state.language)
  const { person } = useConsole()
  const places = usePlaces()
  const [place, setPlace] = useState('')
  const territory = territoryOf(place)
  const zoneId = territory.kind === 'zone' ? territory.id : null
  const inventory = useQuery({ ...zoneInventoryQuery(zoneId ?? ''), enabled: zoneId !== null })
  const buildings = zoneId === null ? [] : (inventory.data?.buildings ?? [])
  const isNational = person.grants.some(
    ({ role, territory }) => role === 'administrator' && territory.kind === NATIONAL,
  )
  return (
    <>
      <label htmlFor={id}>
        <span>{t('place')}</span>
        <select id={id} name="place" required value={place} onChange={({ target }) => setPlace(target.value)}>
          <option value="" disabled>
            {t('choose')}
          </option>
          {isNational && <option value={NATIONAL}>{words('national')}</option>}
          {places.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {buildings.length > 0 && (
        <label htmlFor={`${id}building`}>
          <span>{t('building')}</span>
          <select id={`${id}building`} name="building" key={zoneId} defaultValue="">
            <option value="">{t('wholeZone')}</option>
            {buildings.map((building) => (
              <option key={building.id} value={building.id}>
                {nameOf(building.properties, language)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  )
}
