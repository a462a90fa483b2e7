import { type Block, type Building, freshness, isoOfDay, type Office } from '@tvl/model'
import { useTranslations } from 'use-intl'
import type { Feature } from '../../api/features.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FreshnessDial } from '../../ui/freshness.tsx'
import { useUnitWords } from './use-unit-words.ts'

interface BlockSentenceProps {
  block: Block
  building: Feature<Building>
  offices: readonly Feature<Office>[]
  today: string
  isAnswer: boolean
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
  const oldest = units.reduce<Office | undefined>(
    (old, next) => (old?.verifiedOn && next.verifiedOn && old.verifiedOn <= next.verifiedOn ? old : next),
    undefined,
  )
  const age = oldest ? freshness(oldest.verifiedOn, oldest.status, today) : null
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
          oldest &&
          t(age.dueOn > today ? 'verified' : 'overdue', {
            method: words.method(oldest.verificationMethod),
            days: age.days,
            by: words.by(oldest.verifiedBy),
            due: format.day(age.dueOn),
          })}
      </span>
    </p>
  )
}
