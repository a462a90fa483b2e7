import { useQuery } from '@tanstack/react-query'
import type { Need } from '@tvl/model'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { collectionQuery } from '../../api/features.ts'
import { inventoryProvenance } from '../../api/inventory-provenance.ts'
import type { ZoneIndex } from '../../api/zone-index.ts'
import { shortNameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useMoney } from '../../i18n/use-money.ts'
import { officeRows } from './office-rows.ts'
import { regionalRows } from './regional-rows.ts'
import type { RowWords } from './row-words.ts'
import type { Row } from './rows.ts'
import type { Kind, Subject } from './subjects.ts'
import { siteRows, supplyRows } from './zone-rows.ts'

/** The criteria of the comparison with each site's figure, in the reader's words. */
export function useRows(zoneIndex: ZoneIndex | null, subjects: readonly Subject[], kind: Kind, need: Need): Row[] {
  const t = useTranslations('compare.row')
  const needT = useTranslations('need')
  const format = useFormat()
  const money = useMoney()
  const { data: infrastructure } = useQuery(collectionQuery('infrastructure'))
  return useMemo(() => {
    if (!zoneIndex) return []
    const places = new Map(infrastructure?.map((place) => [place.id, place.properties]))
    const words: RowWords = {
      t,
      need: needT,
      format,
      money,
      today: zoneIndex.catalogue.today,
      inventory: inventoryProvenance(zoneIndex.catalogue),
      placeName: (id) => {
        const place = id === null ? undefined : places.get(id)
        return place ? (place.iata ?? shortNameOf(place, format.language)) : undefined
      },
    }
    const supply = kind === 'offices' ? officeRows(subjects, words) : supplyRows(subjects, words, zoneIndex)
    const site = kind === 'offices' ? [] : siteRows(subjects, words)
    return [...supply, ...regionalRows(subjects, words, zoneIndex, need), ...site]
  }, [zoneIndex, subjects, kind, need, infrastructure, t, needT, format, money])
}
