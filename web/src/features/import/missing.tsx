import { useQuery } from '@tanstack/react-query'
import { faultWords } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type ImportFile, importRowsQuery } from '../../api/imports.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'

interface MissingProps {
  file: ImportFile
  isBusy: boolean
  onChange: (removeMissing: boolean) => void
}

/** What the catalogue has and the file has not. It stays, unless a person asks for its removal and writes how many. */
export function Missing({ file, isBusy, onChange }: MissingProps) {
  const t = useTranslations('import.missing')
  const { language } = useFormat()
  const [typed, setTyped] = useState('')
  const { data } = useQuery(importRowsQuery(file, 'missing', 1000))
  const { missing } = file.counts
  return (
    <>
      <div className="import-ways">
        {file.choices.removeMissing ? (
          <>
            <p className="import-problem">{t('removed', { count: file.counts.removed })}</p>
            <button type="button" className="btn" disabled={isBusy} onClick={() => onChange(false)}>
              {t('keep')}
            </button>
          </>
        ) : (
          <>
            <p>{t('stay')}</p>
            <details>
              <summary>{t('ask')}</summary>
              <label className="import-typed">
                <span>{t('type', { count: missing })}</span>
                <input inputMode="numeric" value={typed} onChange={({ target }) => setTyped(target.value)} />
              </label>
              <button
                type="button"
                className="btn"
                disabled={isBusy || typed.trim() !== String(missing)}
                onClick={() => onChange(true)}
              >
                {t('remove')}
              </button>
            </details>
          </>
        )}
      </div>
      <ol className="import-rows">
        {data?.missing.map((one) => (
          <li key={`${one.collection}/${one.id}`} className="import-row is-missing">
            <span className="import-where note">{isolate(one.id)}</span>
            <b>{isolate(one.name)}</b>
            <div>
              {one.faults.map((fault) => {
                const { reason, remedy } = faultWords(fault, one.collection, language)
                return (
                  <p key={fault.code} className="import-fault">
                    {reason} <span className="note">{remedy}</span>
                  </p>
                )
              })}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
