import type { Block, Building, Office } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Feature } from '../../api/features.ts'
import { isolate } from '../../i18n/format.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Hatches, StackKey } from './stack-key.tsx'
import { type StackFloor, type StackUnit, stackOf } from './stack-layout.ts'
import { UnitDetails } from './unit-details.tsx'
import { UnitTable } from './unit-table.tsx'
import { useUnitWords } from './use-unit-words.ts'

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
          <Hatches id={building.id} />
          <ol className="floors" aria-label={t('plan', { building: name })}>
            {floors.map((floor) => (
              <Floor
                key={floor.floor}
                floor={floor}
                buildingId={building.id}
                today={today}
                open={open}
                onOpen={(id) => setOpen(open === id ? null : id)}
              />
            ))}
          </ol>
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

interface FloorProps {
  floor: StackFloor
  buildingId: string
  today: string
  open: string | null
  onOpen: (id: string) => void
}

function Floor({ floor, buildingId, today, open, onOpen }: FloorProps) {
  const t = useTranslations('zone.inventory')
  const format = useFormat()
  const opened = floor.units.find(({ id }) => id === open)
  const label = floor.floor === 0 ? t('ground') : t('floor', { floor: format.number(floor.floor) })
  return (
    <li>
      <span className="floor-no">
        <span className="sr">{label}</span>
        <span aria-hidden="true">{format.number(floor.floor)}</span>
      </span>
      <div className="floor">
        <ul>
          {floor.units.map((unit) => (
            <Unit
              key={unit.id}
              unit={unit}
              buildingId={buildingId}
              today={today}
              isInBlock={
                floor.block !== null && unit.from >= floor.block.from - 1e-9 && unit.to <= floor.block.to + 1e-9
              }
              isOpen={unit.id === open}
              onOpen={onOpen}
            />
          ))}
        </ul>
        {floor.block && <BlockEdges block={floor.block} />}
      </div>
      {opened && <UnitDetails unit={opened} today={today} />}
    </li>
  )
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`
const at = ({ from, to }: { from: number; to: number }) => ({
  insetInlineStart: percent(from),
  inlineSize: percent(to - from),
})

/** The line around the block: its ends on this floor, and the edges that the next floors do not share. */
function BlockEdges({ block }: { block: NonNullable<StackFloor['block']> }) {
  return (
    <span className="block-edges" aria-hidden="true">
      <i className="block-ends" style={at(block)} />
      {block.above.map((span) => (
        <i key={`above-${span.from}`} className="block-above" style={at(span)} />
      ))}
      {block.below.map((span) => (
        <i key={`below-${span.from}`} className="block-below" style={at(span)} />
      ))}
    </span>
  )
}

interface UnitProps {
  unit: StackUnit
  buildingId: string
  today: string
  isInBlock: boolean
  isOpen: boolean
  onOpen: (id: string) => void
}

function Unit({ unit, buildingId, today, isInBlock, isOpen, onOpen }: UnitProps) {
  const t = useTranslations('zone.unit')
  const zone = useTranslations('zone')
  const format = useFormat()
  const words = useUnitWords(today)
  const isHatched = unit.state === 'held' || unit.state === 'under-construction'
  const seats = t('seats', { count: unit.office.seats })
  const name = t('name', { unit: isolate(unit.office.name), seats, state: words.short(unit) })
  return (
    <li style={at(unit)}>
      <button
        type="button"
        className={`lot is-${unit.state}`}
        aria-expanded={isOpen}
        aria-label={isInBlock ? t('inBlock', { name }) : name}
        onClick={() => onOpen(unit.id)}
      >
        {isHatched && (
          <svg aria-hidden="true" focusable="false">
            <rect width="100%" height="100%" fill={`url(#${unit.state}-${buildingId})`} />
          </svg>
        )}
        <span className="lot-full" aria-hidden="true">
          <b>{seats}</b>
          {zone('comma')}
          {words.short(unit)}
        </span>
        <span className="lot-brief" aria-hidden="true">
          <b>{format.number(unit.office.seats)}</b>
        </span>
      </button>
    </li>
  )
}
