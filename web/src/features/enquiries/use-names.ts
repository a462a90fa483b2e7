import { useQuery } from '@tanstack/react-query'
import { collectionQuery } from '../../api/features.ts'
import { organisationsQuery } from '../../api/people.ts'
import { isolate } from '../../i18n/format.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** Names by id, in the reader’s language; the id until they are read. */
export function useNames() {
  const { language, list } = useFormat()
  const { data: zones } = useQuery(collectionQuery('zones'))
  const { data: regions } = useQuery(collectionQuery('regions'))
  const { data: organisations } = useQuery(organisationsQuery)
  const zone = (id: string) => {
    const found = zones?.find((one) => one.id === id)
    return isolate(found ? nameOf(found.properties, language) : id)
  }
  const region = (id: string) => {
    const found = regions?.find((one) => one.id === id)
    return isolate(found ? nameOf(found.properties, language) : id)
  }
  const organisation = (id: string) => isolate(organisations?.find((one) => one.id === id)?.name[language] ?? id)
  const each = (name: (id: string) => string) => (ids: readonly string[]) => list(ids.map(name))
  return { zones: each(zone), regions: each(region), organisation, organisations: each(organisation) }
}
