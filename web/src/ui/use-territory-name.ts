import { useQuery } from '@tanstack/react-query'
import type { Territory } from '@tvl/model'
import { collectionQuery } from '../api/features.ts'
import { nameOf } from '../i18n/names.ts'
import { useApp } from '../state/store.ts'

/** Names of the places that the grants are of, as the catalogue has them; an id until it is read. `national`: the word for the whole. */
export function useTerritoryName(
  grants: readonly { territory: Territory }[],
  national: string,
): (territory: Territory) => string {
  const language = useApp((state) => state.language)
  const kinds = new Set(grants.map(({ territory }) => territory.kind))
  const regions = useQuery({ ...collectionQuery('regions'), enabled: kinds.has('region') })
  const zones = useQuery({ ...collectionQuery('zones'), enabled: kinds.has('zone') })
  const buildings = useQuery({ ...collectionQuery('buildings'), enabled: kinds.has('building') })
  return (territory) => {
    if (territory.kind === 'national') return national
    const list = { region: regions.data, zone: zones.data, building: buildings.data }[territory.kind]
    const found = list?.find(({ id }) => id === territory.id)
    return found ? nameOf(found.properties, language) : territory.id
  }
}
