import type { Building, Office, Zone } from '@tvl/model'
import { useTranslations } from 'use-intl'
import type { Feature } from '../../api/features.ts'
import { publicFigures } from '../../api/public-figures.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FreshnessBar } from '../../ui/freshness-bar.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import { UnitPlan } from './unit-plan.tsx'

interface BuildingRowProps {
  zone: Feature<Zone>
  building: Feature<Building>
  offices: readonly Feature<Office>[]
  today: string
}

/** A building: its size, what of it the public sees as free, how old that is, and where there is room its floors. */
export function BuildingRow({ zone, building, offices, today }: BuildingRowProps) {
  const t = useTranslations('manage')
  const { language } = useFormat()
  const isPhone = useMedia(PHONE)
  const { freeSeats, contiguousSeats } = publicFigures(zone, [building], offices, today)
  const seats = (count: number) => t('seats', { count })
  return (
    <li className="manage-building">
      <div className="manage-building-line">
        <h3>
          <PageLink className="link" to={`/manage/buildings/${building.id}`}>
            {nameOf(building.properties, language)}
          </PageLink>
        </h3>
        <p>
          {t('size', {
            units: t('units', { count: offices.length }),
            seats: seats(offices.reduce((sum, { properties }) => sum + properties.seats, 0)),
          })}
        </p>
        <p>{t('free', { count: freeSeats, block: seats(contiguousSeats) })}</p>
        {offices.length > 0 && <FreshnessBar offices={offices} today={today} isBrief />}
      </div>
      {!isPhone && offices.length > 0 && <UnitPlan zone={zone} building={building} offices={offices} today={today} />}
    </li>
  )
}
