import type { Building, Office, Zone } from '@tvl/model'
import { useTranslations } from 'use-intl'
import type { Feature } from '../../api/features.ts'
import { largestBlock } from '../../api/public-figures.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { StackKey } from '../../ui/stack/stack-key.tsx'
import { stackOf } from '../../ui/stack/stack-layout.ts'
import { StackPlan } from '../../ui/stack/stack-plan.tsx'

interface UnitPlanProps {
  zone: Feature<Zone>
  building: Feature<Building>
  offices: readonly Feature<Office>[]
  today: string
  hasKey?: boolean
}

/** The floors of a building as they are today; each unit leads to where it is changed. */
export function UnitPlan({ zone, building, offices, today, hasKey = false }: UnitPlanProps) {
  const t = useTranslations('zone.inventory')
  const { language } = useFormat()
  const block = largestBlock(zone, building, offices, today)
  const floors = stackOf(offices, { on: today, today }, block)
  const states = new Set(floors.flatMap(({ units }) => units.map(({ state }) => state)))
  return (
    <div className="manage-plan">
      <StackPlan
        buildingId={building.id}
        label={t('plan', { building: nameOf(building.properties, language) })}
        floors={floors}
        today={today}
        lot={(unit, lot) => <PageLink {...lot} to={`/manage/offices/${unit.id}`} />}
      />
      {hasKey && <StackKey buildingId={building.id} states={states} block={block ? 'largest' : null} />}
    </div>
  )
}
