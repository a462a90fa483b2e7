import { useQuery } from '@tanstack/react-query'
import { may } from '@tvl/model'
import { collectionQuery } from '../../api/features.ts'
import type { RecordEntry } from '../../api/record.ts'
import { useConsole } from '../../state/console.ts'

/** Whether somebody may take back what these entries say: all of it lies where they may change it. The server decides. */
export function useMayUndo(): (entries: readonly RecordEntry[]) => boolean {
  const { person } = useConsole()
  const { data: zones } = useQuery(collectionQuery('zones'))
  return (entries) =>
    entries.every(({ zone, building, collection }) => {
      const regionId = zones?.find(({ id }) => id === zone)?.properties.regionId ?? null
      const isInventory = collection === 'offices' || collection === 'buildings'
      const action = isInventory ? 'change-inventory' : collection === 'zones' ? 'change-zone' : 'change-reference'
      return may(person.grants, action, { regionId, zoneId: zone, buildingId: building })
    })
}
