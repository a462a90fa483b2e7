import { BULK_COLLECTIONS, BULK_FIELDS, type BulkCollection, type SheetMapping } from '@tvl/model'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { ImportFile } from '../../api/imports.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'

interface MappingProps {
  file: ImportFile
  isBusy: boolean
  onChange: (sheets: SheetMapping[]) => void
  /** how figures and empty cells are read */
  children: ReactNode
}

/** What each sheet lists and what each column is, as guessed and as corrected. */
export function Mapping({ file, isBusy, onChange, children }: MappingProps) {
  const t = useTranslations('import.mapping')
  const shown = file.sheets.flatMap((sheet, i) => (sheet.isHidden || sheet.rows === 0 ? [] : [i]))
  const columns = file.choices.sheets.filter(({ collection }) => collection !== null).flatMap((one) => one.columns)
  const known = columns.filter((name) => name !== null).length
  const change = (index: number, patch: Partial<SheetMapping>) =>
    onChange(file.choices.sheets.map((one, i) => (i === index ? { ...one, ...patch } : one)))
  return (
    <details className="import-mapping" open={known === 0}>
      <summary>{t('title', { known, count: columns.length })}</summary>
      <p className="note">{t('note')}</p>
      {shown.map((i) => (
        <Sheet key={i} file={file} index={i} isBusy={isBusy} onChange={(patch) => change(i, patch)} />
      ))}
      {children}
    </details>
  )
}

interface SheetProps {
  file: ImportFile
  index: number
  isBusy: boolean
  onChange: (patch: Partial<SheetMapping>) => void
}

function Sheet({ file, index, isBusy, onChange }: SheetProps) {
  const t = useTranslations('import')
  const { language, number } = useFormat()
  const sheet = file.sheets[index]
  const mapping = file.choices.sheets[index]
  if (!sheet || !mapping) return null
  const { collection, headRow, columns } = mapping
  const name = sheet.name === null ? isolate(file.fileName) : isolate(sheet.name)
  // A field stands for one column: chosen for another, it leaves the one it had.
  const assign = (column: number, field: string | null) =>
    onChange({
      columns: columns.map((one, i) => (i === column ? field : one === field ? null : one)),
    })
  return (
    <fieldset className="import-sheet" disabled={isBusy}>
      <legend>{name}</legend>
      <div className="import-choices">
        <label>
          <span>{t('mapping.lists')}</span>
          <select
            value={collection ?? ''}
            onChange={({ target }) => onChange({ collection: (target.value || null) as BulkCollection | null })}
          >
            <option value="">{t('mapping.passed')}</option>
            {BULK_COLLECTIONS.map((one) => (
              <option key={one} value={one}>
                {t(`collection.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {file.fileType !== 'geojson' && (
          <label>
            <span>{t('mapping.heads')}</span>
            <select value={headRow} onChange={({ target }) => onChange({ headRow: Number(target.value) })}>
              {sheet.top.map((text, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row of a file is its number
                <option key={row} value={row}>
                  {t('mapping.head', { row: number(row + 1), text: isolate(text.slice(0, 40)) })}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {collection && (
        <ul className="import-columns">
          {columns.map((field, column) => {
            const head = sheet.heads[column] ?? ''
            const samples = sheet.samples.map((row) => row[column] ?? '').filter((text) => text !== '')
            if (head === '' && samples.length === 0) return null
            const label = head === '' ? t('mapping.column', { number: number(column + 1) }) : isolate(head)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column of a file is its number
              <li key={column}>
                <label>
                  <b>{label}</b>
                  <select value={field ?? ''} onChange={({ target }) => assign(column, target.value || null)}>
                    <option value="">{t('mapping.passed')}</option>
                    {BULK_FIELDS[collection].map((one) => (
                      <option key={one.name} value={one.name}>
                        {one.words[language]}
                      </option>
                    ))}
                  </select>
                </label>
                <span className="note">{samples.slice(0, 3).map(isolate).join(' · ')}</span>
              </li>
            )
          })}
        </ul>
      )}
    </fieldset>
  )
}
