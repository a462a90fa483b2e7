import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { importQuery, importsQuery, sendFile } from '../../api/imports.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { useRecordWords } from '../../ui/record/use-record-words.ts'
import { Files } from './files.tsx'
import { Past } from './past.tsx'
import { applyRemembered } from './remembered.ts'
import { useImportProblem } from './use-import-problem.ts'

const ACCEPTED = '.xlsx,.csv,.tsv,.txt,.geojson,.json'

/** Where a file is dropped, chosen or pasted; what waits to be applied; what was imported. */
export function Start() {
  const t = useTranslations('import')
  const { language } = useFormat()
  const words = useRecordWords()
  const cache = useQueryClient()
  const { data } = useQuery(importsQuery)
  const { busy, words: problem, attempt } = useImportProblem<'send'>()
  const [isOver, setIsOver] = useState(false)
  const [pasted, setPasted] = useState('')
  const input = useRef<HTMLInputElement>(null)

  const send = (file: Blob, name: string) =>
    attempt('send', async () => {
      const found = await applyRemembered(await sendFile(file, name, language))
      cache.setQueryData(importQuery(found.id).queryKey, found)
      void cache.invalidateQueries({ queryKey: importsQuery.queryKey })
      useApp.getState().setParam('import', found.id, 'push')
    })
  const sendFirst = (files: FileList | null) => {
    const file = files?.[0]
    if (file) void send(file, file.name)
  }

  return (
    <>
      <section className="import-part">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the pointer; the button does the same */}
        <div
          className={`import-drop${isOver ? ' is-over' : ''}`}
          aria-busy={busy !== null}
          onDragOver={(event) => {
            event.preventDefault()
            setIsOver(true)
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={(event) => {
            event.preventDefault()
            setIsOver(false)
            if (busy === null) sendFirst(event.dataTransfer.files)
          }}
        >
          <p className="import-lead">{t('drop')}</p>
          <p className="note">{t('kinds')}</p>
          <input
            ref={input}
            type="file"
            className="sr"
            tabIndex={-1}
            aria-label={t('choose')}
            accept={ACCEPTED}
            onChange={({ target }) => {
              sendFirst(target.files)
              target.value = ''
            }}
          />
          <button type="button" className="btn primary" disabled={busy !== null} onClick={() => input.current?.click()}>
            {t('choose')}
          </button>
          <p role="status">{busy !== null && t('comparing')}</p>
          {problem && (
            <p role="alert" className="import-problem">
              {problem}
            </p>
          )}
        </div>
        <details className="import-paste">
          <summary>{t('paste.title')}</summary>
          <label>
            <span>{t('paste.label')}</span>
            <textarea rows={6} value={pasted} dir="auto" onChange={({ target }) => setPasted(target.value)} />
          </label>
          <button
            type="button"
            className="btn"
            disabled={busy !== null || pasted.trim() === ''}
            onClick={() => void send(new Blob([pasted]), `${t('paste.name')}.csv`)}
          >
            {t('paste.send')}
          </button>
        </details>
      </section>
      {data && data.open.length > 0 && (
        <section className="import-part">
          <h2>{t('open.title')}</h2>
          <ul className="import-list">
            {data.open.map(({ id, fileName, expiresAt }) => (
              <li key={id}>
                <b>{isolate(fileName)}</b>
                <span className="note">{t('until', { time: words.instant(expiresAt) })}</span>
                <button
                  type="button"
                  className="btn"
                  aria-label={t('open.of', { file: isolate(fileName) })}
                  onClick={() => useApp.getState().setParam('import', id, 'push')}
                >
                  {t('open.resume')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Files />
      <Past applied={data?.applied} />
    </>
  )
}
