import type { Score } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { cityOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { Letter } from './letter.tsx'
import { type Kind, regionNameOf, type Subject, subjectName, useRegions } from './subjects.ts'
import type { Scored } from './use-scores.ts'
import { useVetoWords } from './use-veto-words.ts'

interface ColumnHeadProps {
  subject: Subject
  column: number
  count: number
  kind: Kind
}

/** Letter, name and place of a site; moves it, or takes it out. */
export function ColumnHead({ subject, column, count, kind }: ColumnHeadProps) {
  const t = useTranslations('compare.column')
  const { language } = useFormat()
  const regions = useRegions()
  const compared = useApp((state) => state.compared)
  const { setCompared, toggleCompared } = useApp.getState()
  const name = subjectName(subject, language)
  const { properties } = subject.zone
  const place = [cityOf(properties, language), regionNameOf(regions, properties.regionId, language)]
  const move = (step: 1 | -1) => {
    const others = compared.filter((id) => id !== subject.id)
    others.splice(compared.indexOf(subject.id) + step, 0, subject.id)
    setCompared(others)
  }
  return (
    <th scope="col" className="cmp-head">
      <p className="cmp-name">
        <Letter column={column} />
        <PageLink to={`/zones/${subject.zone.id}`}>{name}</PageLink>
      </p>
      <p className="note">{place.filter((part) => part !== null).join(t('comma'))}</p>
      {kind === 'zones' && properties.illustrative && <p className="note is-illustrative">{t('invented')}</p>}
      <p className="cmp-acts">
        <button
          type="button"
          className="icon-btn move-back"
          disabled={column === 0}
          aria-label={t('earlier', { site: name })}
          onClick={() => move(-1)}
        >
          <Arrow />
        </button>
        <button
          type="button"
          className="icon-btn move-on"
          disabled={column === count - 1}
          aria-label={t('later', { site: name })}
          onClick={() => move(1)}
        >
          <Arrow />
        </button>
        <button
          type="button"
          className="icon-btn"
          aria-label={t('remove', { site: name })}
          onClick={() => toggleCompared(subject.id)}
        >
          <Icon name="close" />
        </button>
      </p>
    </th>
  )
}

const Arrow = () => (
  <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d="M4 10h12M11 5l5 5-5 5" />
  </svg>
)

/** The score with what unknown values leave open, and the ranks that follow. */
export function ColumnScore({ column, scored }: { column: number; scored: Scored }) {
  const t = useTranslations('compare.column')
  const format = useFormat()
  const vetoWords = useVetoWords(scored.profile.byLanguage)
  const score = scored.scores[column]
  const rank = scored.ranks[column]
  if (!score || !rank) return <td />
  const one = (value: number) => format.number(value, { maxDigits: 1 })
  const isOpen = score.low !== score.high
  const total = scored.scores.length
  return (
    <td data-score={score.mid} data-low={score.low} data-high={score.high}>
      <p className="cmp-score">
        <b>{one(score.mid)}</b>
        <GradeMark grade="modelled" />
        <span className="unit">
          {isOpen ? t('interval', { low: one(score.low), high: one(score.high) }) : t('outOf')}
        </span>
      </p>
      <ScoreLine score={score} />
      {rank.best !== null && rank.worst !== null && (
        <p className="note">
          {rank.best === rank.worst
            ? t('rank', { rank: rank.best, total })
            : t('rankBetween', { best: rank.best, worst: rank.worst, total })}
        </p>
      )}
      {score.vetoed.map((veto) => (
        <p key={veto.criterion} className="note is-out">
          {vetoWords.broken(veto)}
        </p>
      ))}
      {score.vetoUnknown.map((veto) => (
        <p key={veto.criterion} className="note">
          {vetoWords.untold(veto)}
        </p>
      ))}
    </td>
  )
}

/** The score on its fixed scale from 0 to 100. The words beside it say the same. */
function ScoreLine({ score }: { score: Score }) {
  return (
    <span
      className="score-line"
      aria-hidden="true"
      style={{ '--low': score.low, '--high': score.high, '--mid': score.mid } as React.CSSProperties}
    >
      {score.low !== score.high && <i />}
      <b />
    </span>
  )
}
