import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Choice } from './choices.ts'
import type { OpenConflict } from './use-kept.ts'

const shownValue = (value: unknown): string =>
  value === null || value === undefined || value === ''
    ? '—'
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)

/** What somebody else changed as well: both sides, and one chooses. Nothing is overwritten before. */
export function Conflicts({
  conflict,
  settle,
}: {
  conflict: OpenConflict
  settle: (choices: readonly Choice[]) => void
}) {
  const t = useTranslations('shortlist.conflict')
  const id = useId()
  const [choices, setChoices] = useState<readonly Choice[]>(conflict.conflicts.map(() => 'theirs'))
  const choose = (at: number, choice: Choice) => setChoices(choices.map((one, i) => (i === at ? choice : one)))
  return (
    <section className="shortlist-conflict" role="alert" aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>{t('title')}</h2>
      <p>{t('text')}</p>
      {conflict.conflicts.map(({ field, siteId, theirs, yours }, i) => (
        <fieldset key={`${field} ${siteId}`}>
          <legend>{t(`field.${field.split('.')[0] as 'title'}`)}</legend>
          {(['theirs', 'yours'] as const).map((side) => (
            <label key={side} className="shortlist-choice">
              <input type="radio" name={`${id}${i}`} checked={choices[i] === side} onChange={() => choose(i, side)} />
              <span>
                <b>{t(side)}</b> <bdi>{shownValue(side === 'theirs' ? theirs : yours)}</bdi>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <button type="button" className="btn primary" onClick={() => settle(choices)}>
        {t('settle')}
      </button>
    </section>
  )
}
