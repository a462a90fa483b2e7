import type { AnswerState, RfiCoverage } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'

const countsOf = (coverage: RfiCoverage): readonly [AnswerState, number][] => [
  ['filled', coverage.filled],
  ['declared', coverage.declared],
  ['unknown', coverage.unknown],
  ['ambiguous', coverage.ambiguous],
  ['unmatched', coverage.unmatched],
  ['left-empty', coverage.leftEmpty],
  ['kept', coverage.kept],
]

/** How much of a questionnaire is answered: a figure, its bar, and the states it is made of, each of which can be looked at. */
export function Coverage({ coverage, shown }: { coverage: RfiCoverage; shown: AnswerState | undefined }) {
  const t = useTranslations('requests')
  const format = useFormat()
  const { questions, filled, declared, pct } = coverage
  const counts = countsOf(coverage).filter(([, count]) => count > 0)
  const show = (state: AnswerState | null) => useApp.getState().setParam('show', state)
  return (
    <div className="rfi-coverage">
      <p>
        <span className="rfi-pct">{format.percent(pct)}</span>{' '}
        {t('coverage', { answered: format.number(filled + declared), questions: format.number(questions) })}
      </p>
      {/* The figures beside it say the same in words. */}
      <span className="rfi-bar" aria-hidden="true">
        {counts
          .filter(([state]) => state !== 'kept')
          .map(([state, count]) => (
            <i key={state} className={`is-${state}`} style={{ flexGrow: count }} />
          ))}
      </span>
      <ul className="rfi-states">
        <li>
          <button type="button" aria-pressed={shown === undefined} onClick={() => show(null)}>
            {t('everything')}
          </button>
        </li>
        {counts.map(([state, count]) => (
          <li key={state}>
            <button type="button" aria-pressed={shown === state} onClick={() => show(shown === state ? null : state)}>
              <i className={`rfi-key is-${state}`} aria-hidden="true" />
              <b>{format.number(count)}</b> {t(`state.${state}`)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
