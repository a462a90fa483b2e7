import { type Contribution, CRITERIA, type Criterion, DEFAULT_ASKED_SEATS } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { FlipLines } from './flip-lines.tsx'
import { Letter } from './letter.tsx'
import { measureFor } from './profile-url.ts'
import { Scales } from './scales.tsx'
import { ScoreStacks } from './score-stacks.tsx'
import { seriesOf } from './series.ts'
import { type Kind, type Subject, subjectName } from './subjects.ts'
import { useMeasureWords } from './use-measure-words.ts'
import type { Scored } from './use-scores.ts'
import { WeightsForm } from './weights-form.tsx'

interface ScorePartsProps {
  subjects: readonly Subject[]
  scored: Scored
  kind: Kind
}

/** Where the score comes from: each criterion's points per site, adding up to the score to the hundredth. */
export function ScoreParts({ subjects, scored, kind }: ScorePartsProps) {
  const t = useTranslations('compare.parts')
  const { language } = useFormat()
  const [isEditing, setIsEditing] = useState(false)
  const names = subjects.map((subject) => subjectName(subject, language))
  return (
    <section className="parts-section" aria-labelledby="compare-parts">
      <h2 id="compare-parts">
        {t('title')} <span className="unit">{t('unit')}</span>
        <span className="parts-grade">
          <GradeMark grade="modelled" decorative /> {t('modelled')}
        </span>
      </h2>
      <div className="parts-tools">
        <button type="button" className="link" aria-expanded={isEditing} onClick={() => setIsEditing(!isEditing)}>
          {t(isEditing ? 'done' : 'edit')}
        </button>
      </div>
      {isEditing && <WeightsForm byLanguage={scored.profile.byLanguage} weights={scored.profile.weights} />}
      <ScoreStacks scores={scored.scores} />
      <PartsTable scored={scored} names={names} />
      <FlipLines subjects={subjects} scored={scored} names={names} />
      <Scales byLanguage={scored.profile.byLanguage} scored={scored} names={names} kind={kind} />
    </section>
  )
}

function PartsTable({ scored, names }: { scored: Scored; names: readonly string[] }) {
  const t = useTranslations('compare')
  const format = useFormat()
  const points = (value: number) => format.number(value, { maxDigits: 2 })
  const weights = scored.scores[0]?.contributions ?? []
  const weightOf = (criterion: Criterion) => weights.find((part) => part.criterion === criterion)?.weight ?? 0
  const total = weights.reduce((sum, part) => sum + Math.round(part.weight * 100), 0) / 100
  const isOpen = scored.scores.some(({ low, high }) => low !== high)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than its column is scrolled by the arrow keys
    <section className="parts-scroll" aria-label={t('parts.table')} tabIndex={0}>
      <table className="parts" style={{ '--sites': names.length } as React.CSSProperties}>
        <caption className="sr">{t('parts.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('parts.criterion')}</th>
            <th scope="col" className="weight">
              {t('parts.weight')}
            </th>
            {names.map((name, i) => (
              <th key={seriesOf(i).letter} scope="col">
                <Letter column={i} />
                <span className="sr"> {name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {CRITERIA.map((criterion, place) => (
            <tr key={criterion}>
              <th scope="row">
                <span className="part-number" aria-hidden="true">
                  {format.number(place + 1)}
                </span>
                {t(`criterion.${criterion}`)}
              </th>
              <td className="weight">{points(weightOf(criterion))}</td>
              {scored.scores.map((score, i) => (
                <td key={seriesOf(i).letter} className={seriesOf(i).className}>
                  <Points part={score.contributions[place]} byLanguage={scored.profile.byLanguage} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('parts.sum')}</th>
            <td className="weight">{points(total)}</td>
            {scored.scores.map((score, i) => (
              <td key={seriesOf(i).letter} data-sum={score.mid}>
                <bdi>{points(score.mid)}</bdi>
              </td>
            ))}
          </tr>
          {isOpen && (
            <tr className="parts-range">
              <th scope="row" colSpan={2}>
                {t('parts.range')}
              </th>
              {scored.scores.map((score, i) => (
                <td key={seriesOf(i).letter}>
                  {score.low === score.high
                    ? t('parts.exact')
                    : t('parts.between', { low: points(score.low), high: points(score.high) })}
                </td>
              ))}
            </tr>
          )}
        </tfoot>
      </table>
    </section>
  )
}

/** Points of one criterion at one site: a full bar where they are known, a hatch over all that they may be. */
function Points({ part, byLanguage }: { part: Contribution | undefined; byLanguage: boolean }) {
  const t = useTranslations('compare.parts')
  const format = useFormat()
  const words = useMeasureWords()
  if (!part) return null
  const points = (value: number) => format.number(value, { maxDigits: 2 })
  const share = part.weight > 0 ? (part.mid / part.weight) * 100 : 0
  const seats = part.criterion === 'availability' && part.value !== null ? part.value * DEFAULT_ASKED_SEATS : part.value
  const value = seats === null ? null : words.value(measureFor(part.criterion, byLanguage), seats)
  return (
    <>
      <span className="points">
        {part.missing && part.weight > 0 ? (
          <>
            <bdi>{t('between', { low: points(part.low), high: points(part.high) })}</bdi>
            <span className="sr"> {t('missing', { mid: points(part.mid) })}</span>
          </>
        ) : (
          <bdi title={value ?? undefined}>{points(part.mid)}</bdi>
        )}
        {part.clipped && (
          <abbr className="clipped" title={t('clipped')}>
            *
          </abbr>
        )}
      </span>
      <span className="bar" aria-hidden="true">
        {part.missing ? (
          <svg className="bar-open" focusable="false" aria-hidden="true">
            <rect width="100%" height="100%" fill="url(#hatch)" />
          </svg>
        ) : (
          <i style={{ inlineSize: `${share.toFixed(2)}%` }} />
        )}
      </span>
    </>
  )
}
