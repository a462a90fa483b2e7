import type { Building, Office, Zone } from '@tvl/model'
import { useTranslations } from 'use-intl'
import type { Feature } from '../../api/features.ts'
import { publicFigures } from '../../api/public-figures.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FreshnessBar } from '../../ui/freshness-bar.tsx'

interface BuildingRowProps {
  zone: Feature<Zone>
  building: Feature<Building>
  offices: readonly Feature<Office>[]
  today: string
}

/** A building in a line or two: its size, what of it the public sees as free, and how old that is. */
export function BuildingRow({ zone, building, offices, today }: BuildingRowProps) {
  const t = useTranslations('manage')
  const { language } = useFormat()
  const { freeSeats, contiguousSeats } = publicFigures(zone, [building], offices, today)
  const seats = (count: number) => t('seats', { count })
  return (
    <li className="manage-building">
      <h2>{nameOf(building.properties, language)}</h2>
      <p>
        {t('units', { count: offices.length })},{' '}
        {seats(offices.reduce((sum, { properties }) => sum + properties.seats, 0))}
      </p>
      <p>{t('free', { seats: seats(freeSeats), block: seats(contiguousSeats) })}</p>
      {offices.length > 0 && <FreshnessBar offices={offices} today={today} isBrief />}
    </li>
  )
}
