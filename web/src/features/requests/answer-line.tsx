import { useTranslations } from 'use-intl'
import type { RequestItem } from '../../api/requests.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Figure } from '../../ui/figure.tsx'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { useAnswerWords } from './use-answer-words.ts'
import { useZoneNames } from './use-zone-names.ts'

/** The answer of one site: value, unit, grade and source, or why there is none. */
export function AnswerLine({ item, isManySites }: { item: RequestItem; isManySites: boolean }) {
  const t = useTranslations('requests')
  const roles = useTranslations('console.role')
  const format = useFormat()
  const words = useAnswerWords()
  const zoneName = useZoneNames()
  const { state, grade, asOf, sources, rate, reason, gap, reference } = item
  const value = words.value(item)
  return (
    <li className={`rfi-answer is-${state}${isManySites ? ' has-site' : ''}`}>
      {isManySites && <span className="rfi-site">{zoneName(item.zoneId)}</span>}
      {state === 'filled' && value !== null && grade !== null && (
        <Figure
          label={words.fieldName(item.field) ?? item.label}
          value={value}
          unit={words.unitOf(item.unit)}
          provenance={{ grade, sources, asOf }}
          className={typeof item.value === 'string' ? 'rfi-text' : ''}
        />
      )}
      {state === 'declared' && value !== null && gap && (
        <span className="rfi-declared">
          <bdi>{value}</bdi> <GradeMark grade="declared" />{' '}
          <span className="note">
            {t('declaredBy', {
              role: roles((gap.answeredByRole ?? 'officer') as 'officer'),
              day: format.day(gap.answeredOn ?? ''),
            })}
          </span>
        </span>
      )}
      {state !== 'filled' && state !== 'declared' && (
        <span className={state === 'kept' ? 'note' : 'unknown'}>{t(`answer.${reason ?? state}`)}</span>
      )}
      <span className="note rfi-cell">{isolate(reference)}</span>
      {rate && (
        <span className="note rfi-rate">
          {t('rate', {
            currency: rate.currency,
            value: rate.madPerUnit.replace('.', format.language === 'en' ? '.' : ','),
            day: rate.asOf === null ? '' : format.asOf(rate.asOf),
          })}
        </span>
      )}
    </li>
  )
}
