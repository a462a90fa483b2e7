import {
  type Block,
  type Building,
  type FieldFreshness,
  FRESHNESS_STATES,
  isoOfDay,
  type Office,
  officeFreshness,
} from '@tvl/model'
import { useTranslations } from 'use-intl'
import type { Feature } from '../../api/features.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FreshnessDial } from '../../ui/freshness.tsx'
import { useUnitWords } from '../../ui/stack/use-unit-words.ts'

interface BlockSentenceProps {
  block: Block
  building: Feature<Building>
  offices: readonly Feature<Office>[]
  today: string
  isAnswer: boolean
}

/** A block is no better known than its worst part; null when one of them was never verified. */
function worstAge(ages: readonly (FieldFreshness | null)[]): FieldFreshness | null {
  const aging = (age: FieldFreshness) => FRESHNESS_STATES.indexOf(age.state) * 100_000 + age.days
  const known = ages.filter((age) => age !== null)
  return known.length < ages.length ? null : (known.sort((a, b) => aging(b) - aging(a))[0] ?? null)
}

/** The block in words: where, how many seats, from when, and how far its oldest verification can be trusted. */
export function BlockSentence({ block, building, offices, today, isAnswer }: BlockSentenceProps) {
  const t = useTranslations('zone.block')
  const unit = useTranslations('zone.unit')
  const format = useFormat()
  const words = useUnitWords(today)
  const units = offices
    .map(({ properties }) => properties)
    .filter(({ stackOrder }) => stackOrder >= block.fromStackOrder && stackOrder <= block.toStackOrder)
  const floors = units.map(({ floor }) => floor)
  const [low, high] = [Math.min(...floors), Math.max(...floors)]
  const age = worstAge(units.map((office) => officeFreshness(office, today).age))
  const availableFrom = isoOfDay(block.availableFromDay)
  const floorWords = () => {
    if (low === high) return low === 0 ? t('groundFloor') : t('floor', { floor: format.number(low) })
    return low === 0
      ? t('groundTo', { to: format.number(high) })
      : t('floors', { from: format.number(low), to: format.number(high) })
  }
  return (
    <p className="block-line">
      {age && <FreshnessDial state={age.state} />}
      <span>
        {t.rich(isAnswer ? 'answers' : 'sentence', {
          building: nameOf(building.properties, format.language),
          floors: floorWords(),
          seats: unit('seats', { count: block.seats }),
          from: availableFrom > today ? t('from', { date: format.day(availableFrom) }) : t('today'),
          b: (chunks) => <b>{chunks}</b>,
        })}{' '}
        {age &&
          t(age.dueOn > today ? 'verified' : 'overdue', {
            method: words.method(age.method),
            days: age.days,
            by: words.by(age.by),
            due: format.day(age.dueOn),
          })}
      </span>
    </p>
  )
}
