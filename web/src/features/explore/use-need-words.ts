import { useQuery } from '@tanstack/react-query'
import type { Chip, Incentive, Need, Province, Region, Zone } from '@tvl/model'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { collectionQuery, type Feature } from '../../api/features.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useMoney } from '../../i18n/use-money.ts'
import { useApp } from '../../state/store.ts'

const PREMIUM_PCT = { A: 10, B: 15 } as const

/** Words for the values a need can hold. */
export function useNeedWords() {
  const t = useTranslations('need')
  const format = useFormat()
  const money = useMoney()
  const { data: regions } = useQuery(collectionQuery('regions'))
  const asksProvinces = useApp((state) => state.need.provinces.length > 0)
  const { data: provinces } = useQuery({ ...collectionQuery('provinces'), enabled: asksProvinces })
  const { data: zones } = useQuery(collectionQuery('zones'))
  const { data: incentives } = useQuery(collectionQuery('incentives'))
  return useMemo(() => {
    const { language } = format
    const nameIn = (records: readonly Feature<Region | Incentive | Province>[] | undefined, id: string) => {
      const record = records?.find((candidate) => candidate.id === id)
      return record ? nameOf(record.properties, language) : id
    }
    const region = (id: string) => nameIn(regions, id)
    const incentive = (id: string) => nameIn(incentives, id)
    const operator = (id: string) =>
      shortOperator(zones?.find((zone) => zone.properties.operatorId === id)?.properties) ?? t('notPublished')
    const irCap = (pct: number | null) => (pct === null ? t('notPublished') : format.percent(pct))
    const premium = (category: Need['territorialPremiums'][number]) =>
      category === 'none'
        ? t('premium.none')
        : t(`premium.${category}`, { pct: format.percent(PREMIUM_PCT[category], { sign: true }) })
    const rent = (mad: number) => `${money.rent(mad)}\u00a0${money.rentUnit}`
    const chipValue = (chip: Chip): string => {
      switch (chip.term) {
        case 'seats':
          return t('atLeast', { value: format.number(chip.value) })
        case 'areaM2':
          return t('atLeast', { value: format.area(chip.value) })
        case 'contiguous':
          return t('apart')
        case 'availableBy':
          return format.day(chip.value, 'short-day')
        case 'fitOuts':
          return t(`fitOut.${chip.value}`)
        case 'maxRentMadPerM2Month':
          return t('atMost', { value: rent(chip.value) })
        case 'verifiedWithinDays':
          return t('fewerDays', { days: chip.value })
        case 'regions':
          return region(chip.value)
        case 'provinces':
          return nameIn(provinces, chip.value)
        case 'statuses':
          return t(`status.${chip.value}`)
        case 'techValley':
          return t(`techValley.${chip.value}`)
        case 'operators':
          return operator(chip.value)
        case 'irCaps':
          return irCap(chip.value)
        case 'territorialPremiums':
          return premium(chip.value)
        case 'incentives':
          return incentive(chip.value)
        case 'languages':
          return t('share', {
            language: t(`language.${chip.value.language}`),
            pct: format.percent(chip.value.minPct),
          })
        case 'trade':
          return t(`trade.${chip.value}`)
        case 'skillsCity':
          return t('hasSkillsCity')
        case 'airportKm':
        case 'hsrStationKm':
        case 'railStationKm':
          return t('atMost', { value: format.distance(chip.value) })
        case 'area':
          return t('drawn')
      }
    }
    return { t, region, incentive, operator, irCap, premium, rent, chipValue }
  }, [t, format, money, regions, provinces, zones, incentives])
}

export type NeedWords = ReturnType<typeof useNeedWords>

/** « Ewane (Ewane Assets, groupe CDG) » reads "Ewane" where room is short; the zone's page has it whole. */
function shortOperator(zone: Zone | undefined): string | null {
  return zone?.operatorName?.replace(/\s*[(;].*$/, '') ?? null
}
