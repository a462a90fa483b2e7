import { useQuery } from '@tanstack/react-query'
import { type BulkFault, faultWords } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type ImportEdit, type ImportFile, type ImportRow, importRowsQuery, type RowState } from '../../api/imports.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DataState } from '../../ui/data-state.tsx'
import { useRecordWords } from '../../ui/record/use-record-words.ts'

const PAGE = 100
const MOST = 1000

/** Cells that were written in and not compared yet, by place. */
export type Corrections = ReadonlyMap<string, ImportEdit>

interface RowsProps {
  file: ImportFile
  state: RowState
  corrections: Corrections
  onCorrect: (edit: ImportEdit) => void
  /** an unusual figure is meant */
  onConfirm: (key: string) => void
}

/** Rows of a file in one state: what each changes, old and new, or what is wrong with it and how to mend it. */
export function Rows({ file, state, ...on }: RowsProps) {
  const t = useTranslations('import')
  const [limit, setLimit] = useState(PAGE)
  const { data, error, dataUpdatedAt, refetch } = useQuery(importRowsQuery(file, state, limit))
  const { number } = useFormat()
  const rest = (data?.total ?? 0) - (data?.rows.length ?? 0)
  return (
    <>
      <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {!data && !error && <p role="status">{t('opening')}</p>}
      <ol className="import-rows">
        {data?.rows.map((row) => (
          <Row key={`${row.sheet}/${row.row}`} row={row} file={file} {...on} />
        ))}
      </ol>
      {rest > 0 && (
        <p>
          {limit < MOST ? (
            <button
              type="button"
              className="btn"
              onClick={() => setLimit((before) => (before === PAGE ? PAGE * 4 : MOST))}
            >
              {t('more', { count: rest })}
            </button>
          ) : (
            <span className="note">{t('beyond', { count: number(rest) })}</span>
          )}
        </p>
      )}
    </>
  )
}

type RowProps = Omit<RowsProps, 'state'> & { row: ImportRow }

function Row({ row, file, corrections, onCorrect, onConfirm }: RowProps) {
  const t = useTranslations('import')
  const words = useRecordWords()
  const { number } = useFormat()
  const sheet = file.sheets.length > 1 ? file.sheets[row.sheet]?.name : null
  return (
    <li className={`import-row is-${row.state}`}>
      <span className="import-where note">
        {sheet ? `${isolate(sheet)}, ` : ''}
        {t('row', { row: number(row.row + 1) })}
      </span>
      <b>{row.name === '' ? t('nameless') : isolate(row.name)}</b>
      <div>
        {row.faults.map((fault) => (
          <Fault
            key={`${fault.field} ${fault.code}`}
            row={row}
            fault={fault}
            corrections={corrections}
            onCorrect={onCorrect}
            onConfirm={onConfirm}
          />
        ))}
        {row.changes.length > 0 && (
          <ul className="import-changes">
            {row.changes.map(({ field, before, after }) => (
              <li key={field}>
                {words.name(field)}{' '}
                {row.state !== 'new' && (
                  <>
                    <s>
                      <span className="sr">{t('was')}</span> {words.value(field, before)}
                    </s>{' '}
                    <span aria-hidden="true" className="import-arrow" />{' '}
                  </>
                )}
                <b>
                  <span className="sr">{t('becomes')}</span> {words.value(field, after)}
                </b>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

type FaultProps = Pick<RowProps, 'row' | 'corrections' | 'onCorrect' | 'onConfirm'> & { fault: BulkFault }

/** What is wrong with a row and what to do about it; the cell itself, to write in. */
function Fault({ row, fault, corrections, onCorrect, onConfirm }: FaultProps) {
  const t = useTranslations('import')
  const words = useRecordWords()
  const { language } = useFormat()
  const { reason, remedy } = faultWords(fault, row.collection, language)
  const cell = row.cells.find(({ field }) => field === fault.field)
  const place = cell && { sheet: row.sheet, row: row.row, column: cell.column }
  const written = place && corrections.get(`${place.sheet}/${place.row}/${place.column}`)
  return (
    <div className="import-fault">
      <p>
        {fault.field !== null && <b>{words.name(fault.field)}</b>}{' '}
        {fault.value !== null && !reason.includes(fault.value) && (
          <span className="import-value">{isolate(fault.value)}</span>
        )}{' '}
        {reason} <span className="note">{remedy}</span>
      </p>
      {cell && place && row.state === 'error' && (
        <label>
          <span className="sr">{t('correct', { field: words.name(cell.field), row: row.row + 1 })}</span>
          <input
            dir="auto"
            maxLength={1000}
            value={written ? (written.value ?? '') : cell.text}
            onChange={({ target }) => onCorrect({ ...place, value: target.value === '' ? null : target.value })}
          />
        </label>
      )}
      {fault.confirmable && row.id !== null && row.state === 'error' && (
        <button type="button" className="btn" onClick={() => onConfirm(`${row.collection}/${row.id}/${fault.field}`)}>
          {t('meant')}
        </button>
      )}
    </div>
  )
}
