import { useQuery } from '@tanstack/react-query'
import { collectionQuery } from '../../api/features.ts'
import { nameOf } from '../../i18n/names.ts'
import { useApp } from '../../state/store.ts'

/** Names of zones by their id. */
export function useZoneNames(): (id: string) => string {
  const language = useApp((state) => state.language)
  const { data } = useQuery(collectionQuery('zones'))
  return (id) => {
    const zone = data?.find((one) => one.id === id)
    return zone ? nameOf(zone.properties, language) : id
  }
}
