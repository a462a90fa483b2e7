import type { ChangeConflict, ChangeError, Office } from '@tvl/model'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Feature } from '../../api/features.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { refreshCatalogue, undoCommit } from '../../api/publish.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { discard, enqueue, type OutboxEntry } from '../../state/outbox.ts'
import { Conflict } from './conflict.tsx'
import { useErrorWords } from './use-error-words.ts'

interface OutcomeProps {
  /** changes of this unit on this device, oldest first */
  entries: readonly OutboxEntry[]
  /** as it is published */
  office: Feature<Office>
  /** A conflict or a refusal was dealt with, and is gone from the page. */
  onSettled: () => void
  /** What was refused comes back into the fields. */
  onCorrect: (entry: OutboxEntry) => void
}

/** Where the last changes of this unit are: waiting, on their way, published, in conflict or refused. */
export function Outcome({ entries, office, onSettled, onCorrect }: OutcomeProps) {
  const stopped = entries.filter(({ state }) => state === 'conflict' || state === 'refused')
  const last = entries.at(-1)
  const [isUndone, setIsUndone] = useState(false)
  return (
    <>
      {stopped.map((entry) => {
        const conflict = (entry.problem?.conflicts as ChangeConflict[] | undefined)?.find(({ id }) => id === office.id)
        return entry.state === 'conflict' && conflict ? (
          <Conflict key={entry.set.id} entry={entry} conflict={conflict} onSettled={onSettled} />
        ) : (
          <Refused key={entry.set.id} entry={entry} onSettled={onSettled} onCorrect={() => onCorrect(entry)} />
        )
      })}
      <div role="status">
        {last && !stopped.includes(last) && (
          <Progress key={last.set.id} entry={last} onUndone={() => setIsUndone(true)} />
        )}
        {!last && isUndone && <Undone />}
      </div>
    </>
  )
}

/** Nothing else on the page says that it was taken back. */
function Undone() {
  const t = useTranslations('manage.outcome')
  const words = useRef<HTMLParagraphElement>(null)
  useEffect(() => words.current?.focus(), [])
  return (
    <div className="unit-outcome">
      <p ref={words} tabIndex={-1}>
        {t('undone')}
      </p>
    </div>
  )
}

function Progress({ entry, onUndone }: { entry: OutboxEntry; onUndone: () => void }) {
  const t = useTranslations('manage.outcome')
  const format = useFormat()
  const time = format.instant(new Date(entry.madeAt), 'time')
  if (entry.state === 'published') {
    return (
      <div className="unit-outcome is-published">
        <p>{entry.answer?.commit ? t('published', { time }) : t('same', { time })}</p>
        {entry.answer?.commit && <Undo commit={entry.answer.commit} entryId={entry.set.id} onUndone={onUndone} />}
      </div>
    )
  }
  const isSignedOut = entry.problem?.code === 'sign-in.required'
  return (
    <div className="unit-outcome">
      <p>{isSignedOut ? t('signIn') : t(entry.state === 'sending' ? 'sending' : 'queued', { time })}</p>
    </div>
  )
}

/** Takes the change back by a new one. Its id is made once, so pressing again after no answer undoes once. */
function Undo({ commit, entryId, onUndone }: { commit: string; entryId: string; onUndone: () => void }) {
  const t = useTranslations('manage.outcome')
  const [id] = useState(() => crypto.randomUUID())
  const [step, setStep] = useState<'idle' | 'asked' | 'offline' | 'changed'>('idle')
  const undo = async () => {
    setStep('asked')
    try {
      await undoCommit(commit, id)
      onUndone()
      await discard(entryId)
      await refreshCatalogue()
    } catch (error) {
      setStep(error instanceof ApiError && error.status === 409 ? 'changed' : 'offline')
    }
  }
  return (
    <>
      <button type="button" className="link" disabled={step === 'asked'} onClick={() => void undo()}>
        {t('undo')}
      </button>
      {(step === 'offline' || step === 'changed') && <p role="alert">{t(step)}</p>}
    </>
  )
}

interface RefusedProps {
  entry: OutboxEntry
  onSettled: () => void
  onCorrect: () => void
}

/** What stands against a change, field by field, and what can be done. */
function Refused({ entry, onSettled, onCorrect }: RefusedProps) {
  const t = useTranslations('manage.outcome')
  const words = useErrorWords()
  const { set, problem, ...about } = entry
  const errors = (problem?.errors as ChangeError[] | undefined) ?? []
  const unusual = errors.filter(({ confirmable }) => confirmable).map(({ field }) => field)
  const isOnlyUnusual = errors.length > 0 && unusual.length === errors.length
  const confirm = () => {
    const writes = set.writes.map((write) => ({ ...write, confirm: [...(write.confirm ?? []), ...unusual] }))
    void enqueue({ ...set, id: crypto.randomUUID(), writes }, about, set.id).then(onSettled)
  }
  return (
    <section className="unit-refused" role="alert">
      <h2>{t('refused')}</h2>
      {errors.length > 0 ? (
        <ul>
          {errors.map((error) => (
            <li key={`${error.field}-${error.code}`}>{words.error(error)}</li>
          ))}
        </ul>
      ) : (
        <p>{words.problem(typeof problem?.code === 'string' ? problem.code : null)}</p>
      )}
      <p className="unit-acts">
        {isOnlyUnusual && (
          <button type="button" className="btn primary" onClick={confirm}>
            {t('meant')}
          </button>
        )}
        <button type="button" className="btn" onClick={onCorrect}>
          {t('correct')}
        </button>
        <button type="button" className="btn" onClick={() => void discard(set.id).then(onSettled)}>
          {t('giveUp')}
        </button>
      </p>
    </section>
  )
}
