import './stack.css'
import type { ReactElement, ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Hatches } from './stack-key.tsx'
import type { Span, StackFloor, StackUnit } from './stack-layout.ts'
import { useUnitWords } from './use-unit-words.ts'

/** What a unit of the plan is drawn with; what it is (a button, a link) is the page's. */
export interface LotProps {
  className: string
  'aria-label': string
  children: ReactNode
}

interface StackPlanProps {
  buildingId: string
  /** name of the whole plan */
  label: string
  floors: readonly StackFloor[]
  today: string
  lot: (unit: StackUnit, props: LotProps) => ReactElement
  /** what opens under a floor */
  under?: (floor: StackFloor) => ReactNode
}

/** The floors of a building, top to bottom; units as long as their area, in the declared order. */
export function StackPlan({ buildingId, label, floors, today, lot, under }: StackPlanProps) {
  const t = useTranslations('zone.inventory')
  const format = useFormat()
  return (
    <>
      <Hatches id={buildingId} />
      <ol className="floors" aria-label={label}>
        {floors.map((floor) => (
          <li key={floor.floor}>
            <span className="floor-no">
              <span className="sr">
                {floor.floor === 0 ? t('ground') : t('floor', { floor: format.number(floor.floor) })}
              </span>
              <span aria-hidden="true">{format.number(floor.floor)}</span>
            </span>
            <div className="floor">
              <ul>
                {floor.units.map((unit) => (
                  <Lot
                    key={unit.id}
                    unit={unit}
                    buildingId={buildingId}
                    today={today}
                    isInBlock={isWithin(unit, floor.block)}
                    lot={lot}
                  />
                ))}
              </ul>
              {floor.block && <BlockEdges block={floor.block} />}
            </div>
            {under?.(floor)}
          </li>
        ))}
      </ol>
    </>
  )
}

const isWithin = (unit: Span, block: Span | null) =>
  block !== null && unit.from >= block.from - 1e-9 && unit.to <= block.to + 1e-9

const percent = (share: number) => `${(share * 100).toFixed(3)}%`
const at = ({ from, to }: Span) => ({
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

interface UnitProps extends Pick<StackPlanProps, 'buildingId' | 'today' | 'lot'> {
  unit: StackUnit
  isInBlock: boolean
}

function Lot({ unit, buildingId, today, isInBlock, lot }: UnitProps) {
  const t = useTranslations('zone.unit')
  const zone = useTranslations('zone')
  const format = useFormat()
  const words = useUnitWords(today)
  const isHatched = unit.state === 'held' || unit.state === 'under-construction'
  const seats = t('seats', { count: unit.office.seats })
  const name = t('name', { unit: isolate(unit.office.name), seats, state: words.short(unit) })
  return (
    <li style={at(unit)}>
      {lot(unit, {
        className: `lot is-${unit.state}`,
        'aria-label': isInBlock ? t('inBlock', { name }) : name,
        children: (
          <>
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
          </>
        ),
      })}
    </li>
  )
}
