import { useQuery } from '@tanstack/react-query'
import type { Building, Office } from '@tvl/model'
import { useMemo } from 'react'
import type { Feature } from '../../api/features.ts'
import { zoneInventoryQuery } from '../../api/zone-inventory.ts'
import { nameOf } from '../../i18n/names.ts'
import { useApp } from '../../state/store.ts'

export interface UnitNames {
  buildings: readonly Feature<Building>[]
  offices: ReadonlyMap<string, readonly Feature<Office>[]>
  /** What people call a record; its id when it is not of this zone, or gone. */
  nameOf: (collection: string, id: string) => string
}

const NONE: ReadonlyMap<string, readonly Feature<Office>[]> = new Map()

/** Names of a zone's buildings and units, for what the record knows by id. */
export function useUnitNames(zoneId: string | null): UnitNames {
  const language = useApp((state) => state.language)
  const { data } = useQuery({ ...zoneInventoryQuery(zoneId ?? ''), enabled: zoneId !== null })
  return useMemo(() => {
    const buildings = data?.buildings ?? []
    const offices = data?.offices ?? NONE
    const names = new Map<string, string>()
    for (const { id, properties } of buildings) names.set(`buildings ${id}`, nameOf(properties, language))
    for (const list of offices.values())
      for (const { id, properties } of list) names.set(`offices ${id}`, properties.name)
    return { buildings, offices, nameOf: (collection, id) => names.get(`${collection} ${id}`) ?? id }
  }, [data, language])
}
