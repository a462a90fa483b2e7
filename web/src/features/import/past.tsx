import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type AppliedImport, importsQuery } from '../../api/imports.ts'
import { refreshCatalogue, undoCommit } from '../../api/publish.ts'
import { isolate } from '../../i18n/format.ts'
import { useRecordWords } from '../../ui/record/use-record-words.ts'
import { useImportProblem } from './use-import-problem.ts'

/** What was imported within thirty days, each with its way back. */
export function Past({ applied }: { applied: readonly AppliedImport[] | undefined }) {
  const t = useTranslations('import')
  const words = useRecordWords()
  if (!applied) return null
  return (
    <section className="import-part">
      <h2>{t('past.title')}</h2>
      {applied.length === 0 && <p className="note">{t('past.none')}</p>}
      <ul className="import-list">
        {applied.map(({ commit, at, fileName, changes, undoneAt }) => (
          <li key={commit}>
            <b>{fileName === null ? t('past.nameless') : isolate(fileName)}</b>
            <span className="note">
              <time dateTime={at}>{words.instant(at)}</time>, {t('records', { count: changes })}
            </span>
            {undoneAt ? (
              <span className="note">{t('past.undone', { time: words.instant(undoneAt) })}</span>
            ) : (
              <UndoImport commit={commit} changes={changes} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Takes a whole import back by a new commit, after a question. */
export function UndoImport({ commit, changes }: { commit: string; changes: number }) {
  const t = useTranslations('import')
  const cache = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const [isDone, setIsDone] = useState(false)
  const { busy, words, attempt } = useImportProblem<'undo'>()
  // Pressing again after a lost answer is the same undoing.
  const id = useRef<string | null>(null)
  const undo = () =>
    attempt('undo', async () => {
      id.current ??= crypto.randomUUID()
      await undoCommit(commit, id.current)
      setIsDone(true)
      await Promise.all([refreshCatalogue(), cache.invalidateQueries({ queryKey: importsQuery.queryKey })])
    })
  if (isDone) return <span role="status">{t('past.done')}</span>
  return (
    <span className="import-undo">
      {isAsking ? (
        <>
          {t('past.ask', { count: changes })}{' '}
          <button type="button" className="btn" disabled={busy !== null} onClick={() => void undo()}>
            {t('past.yes')}
          </button>
          <button type="button" className="link" onClick={() => setIsAsking(false)}>
            {t('past.no')}
          </button>
        </>
      ) : (
        <button type="button" className="btn" onClick={() => setIsAsking(true)}>
          {t('past.undo')}
        </button>
      )}
      {words && (
        <span role="alert" className="import-problem">
          {words}
        </span>
      )}
    </span>
  )
}
