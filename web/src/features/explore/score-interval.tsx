import type { Score } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'

/** The score on its fixed scale 0–100: a tick at its middle, a band where unknown values leave it open. */
export function ScoreInterval({ score }: { score: Score }) {
  const t = useTranslations('explore.row')
  const format = useFormat()
  const isOpen = score.high - score.low >= 0.5
  const whole = (value: number) => format.number(value, { maxDigits: 0 })
  return (
    <span
      className="interval"
      role="img"
      aria-label={t('between', { low: whole(score.low), high: whole(score.high) })}
      style={{ '--low': score.low, '--high': score.high, '--mid': score.mid } as React.CSSProperties}
    >
      {isOpen && <i />}
      <b />
    </span>
  )
}
