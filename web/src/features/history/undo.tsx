import type { ChangeConflict } from '@tvl/model'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '../../api/fetch-json.ts'
import { conflictsOf, refreshCatalogue, undoCommit } from '../../api/publish.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useRecordWords } from '../../ui/record/use-record-words.ts'
import type { Commit } from './commits.ts'
import type { UnitNames } from './use-unit-names.ts'

const REASONS = {
  'undo.conflict': 'conflict',
  'undo.nothing': 'nothing',
  'right.missing': 'right',
  'second-factor.required': 'factor',
  offline: 'offline',
} as const
type Reason = (typeof REASONS)[keyof typeof REASONS] | 'other'

const reasonOf = (error: unknown): Reason => {
  const code = error instanceof ApiError ? error.code : null
  return code !== null && code in REASONS ? REASONS[code as keyof typeof REASONS] : 'other'
}

interface UndoProps {
  commit: Commit
  units: UnitNames
  /** It was taken back: this button goes away with its place in the list. */
  onUndone: () => void
}

/** Takes a commit back by a new one, after a question. What was changed since stands in the way, field by field. */
export function Undo({ commit, units, onUndone }: UndoProps) {
  const t = useTranslations('history.undo')
  const [step, setStep] = useState<'idle' | 'asking' | 'sending'>('idle')
  const [failed, setFailed] = useState<{ reason: Reason; conflicts: readonly ChangeConflict[] } | null>(null)
  // Pressing again after a lost answer is the same undoing.
  const id = useRef<string | null>(null)
  // The question takes the place of the button, and the button that of the question.
  const yes = useRef<HTMLButtonElement>(null)
  const ask = useRef<HTMLButtonElement>(null)
  const wasAsking = useRef(false)
  useEffect(() => {
    if (step === 'asking') yes.current?.focus()
    else if (step === 'idle' && wasAsking.current) ask.current?.focus()
    wasAsking.current = step !== 'idle'
  }, [step])
  const undo = async () => {
    setStep('sending')
    setFailed(null)
    id.current ??= crypto.randomUUID()
    try {
      await undoCommit(commit.id, id.current)
      onUndone()
      await refreshCatalogue()
    } catch (error) {
      setFailed({ reason: reasonOf(error), conflicts: conflictsOf(error) })
      setStep('idle')
    }
  }
  return (
    <>
      {step === 'asking' ? (
        <p className="history-ask">
          {t('ask', { count: commit.entries.length })}{' '}
          <button ref={yes} type="button" className="btn" onClick={() => void undo()}>
            {t('yes')}
          </button>{' '}
          <button type="button" className="link" onClick={() => setStep('idle')}>
            {t('no')}
          </button>
        </p>
      ) : (
        <button ref={ask} type="button" className="btn" disabled={step === 'sending'} onClick={() => setStep('asking')}>
          {t('title')}
        </button>
      )}
      {failed && (
        <div role="alert" className="history-failed">
          <p>{t(`failed.${failed.reason}`)}</p>
          <Since conflicts={failed.conflicts} units={units} />
        </div>
      )}
    </>
  )
}

function Since({ conflicts, units }: { conflicts: readonly ChangeConflict[]; units: UnitNames }) {
  const t = useTranslations('history.undo')
  const { comma } = useFormat()
  const words = useRecordWords()
  if (conflicts.length === 0) return null
  return (
    <ul>
      {conflicts.flatMap(({ collection, id, fields, reason }) => {
        const name = units.nameOf(collection, id)
        if (fields.length === 0) return [<li key={id}>{t(`since.${reason}`, { unit: name })}</li>]
        return fields.map(({ field, base, theirs, yours, role, at }) => (
          <li key={`${id} ${field}`}>
            <b>
              <bdi>{name}</bdi>
              {comma}
              {words.name(field)}
            </b>
            <dl>
              <div>
                <dt>{t('then')}</dt>
                <dd>{words.value(field, base)}</dd>
              </div>
              <div>
                <dt>{t('now')}</dt>
                <dd>
                  {words.value(field, theirs)}{' '}
                  <span className="note">
                    {words.role(role)} {at && words.instant(at)}
                  </span>
                </dd>
              </div>
              <div>
                <dt>{t('would')}</dt>
                <dd>{words.value(field, yours)}</dd>
              </div>
            </dl>
          </li>
        ))
      })}
    </ul>
  )
}
