import type { Score } from '@tvl/model'
import { useFormat } from '../../i18n/use-format.ts'
import { Letter } from './letter.tsx'
import { seriesOf } from './series.ts'

/**
 * The scores as stacked bars on one scale from 0 to 100; numbers are the criteria's in the table below, which says the
 * same in figures. What is unknown stands last, hatched from the least to the most the score can be.
 */
export function ScoreStacks({ scores }: { scores: readonly Score[] }) {
  const format = useFormat()
  return (
    <div className="stacks" aria-hidden="true">
      {scores.map((score, column) => (
        <div key={score.id} className={`score-stack ${seriesOf(column).className}`}>
          <Letter column={column} />
          <span className="stack-bar">
            {score.contributions.map((part, place) =>
              part.missing || part.mid === 0 ? null : (
                <i key={part.criterion} data-odd={place % 2 === 1 || undefined} style={{ inlineSize: `${part.mid}%` }}>
                  {part.mid >= 3.5 && format.number(place + 1)}
                </i>
              ),
            )}
            {score.high > score.low && (
              <svg
                className="stack-open"
                style={{ inlineSize: `${score.high - score.low}%` }}
                focusable="false"
                aria-hidden="true"
              >
                <rect width="100%" height="100%" fill="url(#hatch)" />
              </svg>
            )}
            <b style={{ insetInlineStart: `${score.mid}%` }} />
          </span>
          <bdi>{format.number(score.mid, { maxDigits: 1, minDigits: 1 })}</bdi>
        </div>
      ))}
      <p className="stack-scale">
        {[0, 25, 50, 75, 100].map((tick) => (
          <span key={tick} style={{ insetInlineStart: `${tick}%` }}>
            {format.number(tick)}
          </span>
        ))}
      </p>
    </div>
  )
}
