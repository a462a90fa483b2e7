import type { Block, Building, Office } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Feature } from '../../api/features.ts'
import { isolate } from '../../i18n/format.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { StackKey } from '../../ui/stack/stack-key.tsx'
import { stackOf } from '../../ui/stack/stack-layout.ts'
import { StackPlan } from '../../ui/stack/stack-plan.tsx'
import { UnitDetails } from './unit-details.tsx'
import { UnitTable } from './unit-table.tsx'

interface BuildingPlanProps {
  building: Feature<Building>
  offices: readonly Feature<Office>[]
  on: string
  today: string
  block: Block | null
  isAnswer: boolean
}

/** A building as its floors, top to bottom; units as long as their area, in the declared order. */
export function BuildingPlan({ building, offices, on, today, block, isAnswer }: BuildingPlanProps) {
  const t = useTranslations('zone.inventory')
  const format = useFormat()
  const [open, setOpen] = useState<string | null>(null)
  const floors = stackOf(offices, { on, today }, block)
  const units = floors.flatMap((floor) => floor.units)
  const { properties } = building
  const seats = offices.reduce((sum, office) => sum + office.properties.seats, 0)
  const name = nameOf(properties, format.language)
  const { powerKva, backupPowerHours, fibrePaths } = properties
  const equipment: readonly { key: 'power' | 'backup' | 'fibre'; text: string | null }[] = [
    { key: 'power', text: powerKva === null ? null : t('power', { kva: isolate(format.number(powerKva)) }) },
    { key: 'backup', text: backupPowerHours === null ? null : t('backup', { hours: backupPowerHours }) },
    { key: 'fibre', text: fibrePaths === null ? null : t('fibre', { paths: fibrePaths }) },
  ]
  return (
    <div className="building">
      <p className="building-line">
        <b>{t('summary', { floors: properties.floors, seats: format.number(seats) })}</b>
        {properties.deliversOn !== null && (
          <span>{t('delivers', { date: format.day(properties.deliversOn, 'short-day') })}</span>
        )}
        {equipment.map(({ key, text }) => (
          <span key={key} className={text === null ? 'unknown' : undefined}>
            {text ?? t(`unknown.${key}`)}
          </span>
        ))}
      </p>
      {units.length === 0 ? (
        <p className="zone-none">{t('noneBuilding')}</p>
      ) : (
        <>
          <StackPlan
            buildingId={building.id}
            label={t('plan', { building: name })}
            floors={floors}
            today={today}
            lot={(unit, lot) => (
              <button
                {...lot}
                type="button"
                aria-expanded={unit.id === open}
                onClick={() => setOpen(open === unit.id ? null : unit.id)}
              />
            )}
            under={(floor) => {
              const opened = floor.units.find(({ id }) => id === open)
              return opened && <UnitDetails unit={opened} today={today} />
            }}
          />
          <StackKey
            buildingId={building.id}
            states={new Set(units.map(({ state }) => state))}
            block={block ? (isAnswer ? 'block' : 'largest') : null}
          />
          <UnitTable units={units} today={today} label={name} />
        </>
      )}
    </div>
  )
}
