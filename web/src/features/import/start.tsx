import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { importQuery, importsQuery, sendFile } from '../../api/imports.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { DropArea } from '../../ui/drop-area.tsx'
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
  const [pasted, setPasted] = useState('')

  const send = (file: Blob, name: string) =>
    attempt('send', async () => {
      const found = await applyRemembered(await sendFile(file, name, language))
      cache.setQueryData(importQuery(found.id).queryKey, found)
      void cache.invalidateQueries({ queryKey: importsQuery.queryKey })
      useApp.getState().setParam('import', found.id, 'push')
    })
  return (
    <>
      <section className="import-part">
        <DropArea
          words={{ lead: t('drop'), kinds: t('kinds'), choose: t('choose'), busy: t('comparing') }}
          accept={ACCEPTED}
          isBusy={busy !== null}
          problem={problem}
          onFile={(file) => void send(file, file.name)}
        />
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
