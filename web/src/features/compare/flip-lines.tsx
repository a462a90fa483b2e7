import { compareOrder, type FlipChange, flip } from '@tvl/model'
import { useDeferredValue, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { writeWeights } from './profile-url.ts'
import { seriesOf } from './series.ts'
import type { Subject } from './subjects.ts'
import type { Scored } from './use-scores.ts'

interface FlipLinesProps {
  subjects: readonly Subject[]
  scored: Scored
  names: readonly string[]
}

interface Line {
  column: number
  change: FlipChange | null
}

/** The smallest change of one weight that puts each other site first, checked by the rule on both sides of it. */
function linesOf(subjects: readonly Subject[], { scores, profile }: Scored): { leader: number; lines: Line[] } | null {
  const order = scores
    .map((_, i) => i)
    .sort((a, b) => {
      const [first, second] = [scores[a], scores[b]]
      return first && second ? compareOrder(first, second) : 0
    })
  const leader = order[0]
  const site = leader === undefined ? undefined : subjects[leader]?.site
  if (leader === undefined || !site || (scores[leader]?.vetoed.length ?? 0) > 0) return null
  const lines = order.slice(1).flatMap((column): Line[] => {
    const other = subjects[column]?.site
    if (!other || (scores[column]?.vetoed.length ?? 0) > 0) return []
    const found = flip(site, other, profile)
    return [{ column, change: found.outcome === 'flip' ? found : null }]
  })
  return { leader, lines }
}

/** What would put another site first. */
export function FlipLines({ subjects, scored, names }: FlipLinesProps) {
  const t = useTranslations('compare')
  const format = useFormat()
  const { setParam } = useApp.getState()
  // A weight being dragged must not wait for this.
  const settled = useDeferredValue(scored)
  const found = useMemo(
    () => (settled.scores.length === subjects.length ? linesOf(subjects, settled) : null),
    [subjects, settled],
  )
  if (!found || found.lines.length === 0) return null
  const points = (value: number) => format.number(value, { maxDigits: 2 })
  const letter = (column: number) => seriesOf(column).letter
  const leader = letter(found.leader)
  const unknown = scored.scores.flatMap(({ contributions }, column) => {
    const missing = contributions.filter((part) => part.missing && part.weight > 0)
    const criteria = missing.map(({ criterion }) => t(`criterion.${criterion}`).toLocaleLowerCase(format.language))
    return missing.length > 0 ? [t('flip.unknownOf', { letter: letter(column), criteria: format.list(criteria) })] : []
  })
  return (
    <div className="flip">
      <h3>{t('flip.title', { letter: leader, name: names[found.leader] ?? '' })}</h3>
      <ul>
        {found.lines.map(({ column, change }) =>
          change ? (
            <li key={letter(column)}>
              {t.rich('flip.change', {
                letter: letter(column),
                criterion: t(`criterion.${change.criterion}`),
                to: points(change.to),
                from: points(change.from),
                b: (text) => <b>{text}</b>,
              })}{' '}
              <span className="muted">
                {t('flip.proof', {
                  letter: letter(column),
                  leader,
                  after: points(change.after.b.mid),
                  leaderAfter: points(change.after.a.mid),
                  before: points(change.before.b.mid),
                  leaderBefore: points(change.before.a.mid),
                })}
              </span>{' '}
              <button
                type="button"
                className="link"
                onClick={() => setParam('weights', writeWeights(change.weights), 'push')}
              >
                {t('flip.try')}
                <span className="sr"> {t('flip.tryFor', { letter: letter(column) })}</span>
              </button>
            </li>
          ) : (
            <li key={letter(column)}>{t('flip.none', { letter: letter(column) })}</li>
          ),
        )}
      </ul>
      {unknown.length > 0 && <p>{t('flip.unknown', { list: format.list(unknown, 'unit') })}</p>}
    </div>
  )
}
