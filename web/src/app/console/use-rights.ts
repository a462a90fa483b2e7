import { useQuery } from '@tanstack/react-query'
import type { Territory } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { collectionQuery } from '../../api/features.ts'
import { nameOf } from '../../i18n/names.ts'
import type { ConsoleState } from '../../state/console.ts'
import { useApp } from '../../state/store.ts'

/** What somebody is, and where, one line per grant: "Fès Shore, zone manager". */
export function useRights({ person, zones }: ConsoleState): string[] {
  const t = useTranslations('console')
  const language = useApp((state) => state.language)
  const kinds = new Set(person.grants.map(({ territory }) => territory.kind))
  const regions = useQuery({ ...collectionQuery('regions'), enabled: kinds.has('region') })
  const buildings = useQuery({ ...collectionQuery('buildings'), enabled: kinds.has('building') })
  const all = useQuery({ ...collectionQuery('zones'), enabled: kinds.has('zone') })
  const nameIn = (list: typeof regions.data | typeof buildings.data | typeof zones, id: string) => {
    const found = list?.find((one) => one.id === id)
    return found ? nameOf(found.properties, language) : id
  }
  const place = (territory: Territory): string => {
    switch (territory.kind) {
      case 'national':
        return t('national')
      case 'region':
        return nameIn(regions.data, territory.id)
      case 'zone':
        return nameIn(all.data ?? zones, territory.id)
      case 'building':
        return nameIn(buildings.data, territory.id)
    }
  }
  return person.grants.map(({ role, territory }) => t('right', { place: place(territory), role: t(`role.${role}`) }))
}
