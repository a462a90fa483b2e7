import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import {
  annotatedPath,
  applyImport,
  decideImport,
  dropImport,
  type ImportChoices,
  type ImportFile,
  importQuery,
  importsQuery,
  ROW_STATES,
  type RowState,
} from '../../api/imports.ts'
import { refreshCatalogue } from '../../api/publish.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useRecordWords } from '../../ui/record/use-record-words.ts'
import { Applied } from './applied.tsx'
import { ApplyBar } from './apply-bar.tsx'
import { Mapping } from './mapping.tsx'
import { Missing } from './missing.tsx'
import { rememberMapping } from './remembered.ts'
import { type Corrections, Rows } from './rows.tsx'
import { type Step, useImportProblem } from './use-import-problem.ts'

type View = RowState | 'missing'

/** A file beside the catalogue: what its columns are, what it changes, what is wrong with it; and the decision. */
export function Review({ file, onLeave }: { file: ImportFile; onLeave: () => void }) {
  const t = useTranslations('import')
  const cache = useQueryClient()
  const { busy, problem, words, attempt } = useImportProblem<Step>()
  const [applied, setApplied] = useState<{ commit: string | null; changes: number } | null>(null)
  const [corrections, setCorrections] = useState<Corrections>(new Map())
  const [chosen, setChosen] = useState<View | null>(null)
  const { counts } = file
  // What needs the person comes first.
  const view =
    chosen && counts[chosen] > 0 ? chosen : ([...ROW_STATES, 'missing'] as const).find((one) => counts[one] > 0)

  const keep = (found: ImportFile) => cache.setQueryData(importQuery(file.id).queryKey, found)
  const decide = (choices: Partial<ImportChoices>) =>
    attempt('compare', async () => {
      keep(await decideImport(file, choices))
      setCorrections(new Map())
    })
  const correct = () => {
    const made = [...corrections.values()]
    const isMade = ({ sheet, row, column }: (typeof made)[number]) =>
      made.some((one) => one.sheet === sheet && one.row === row && one.column === column)
    return decide({ edits: [...file.choices.edits.filter((one) => !isMade(one)), ...made] })
  }
  const apply = () =>
    attempt('apply', async () => {
      setApplied(await applyImport(file))
      await Promise.all([refreshCatalogue(), cache.invalidateQueries({ queryKey: importsQuery.queryKey })])
    })
  const drop = () =>
    attempt('drop', async () => {
      await dropImport(file.id)
      onLeave()
      cache.removeQueries({ queryKey: importQuery(file.id).queryKey })
      await cache.invalidateQueries({ queryKey: importsQuery.queryKey })
    })
  // Another page decided, or another writer wrote: the file is read again as it is kept, and compared anew.
  const again = () =>
    attempt('compare', async () => {
      const kept = await cache.fetchQuery({ ...importQuery(file.id), staleTime: 0 })
      keep(kept.appliedAt === null ? await decideImport(kept, {}) : kept)
    })

  if (applied || file.appliedAt !== null) {
    return <Applied file={file} outcome={applied ?? { commit: file.id, changes: file.writes }} onLeave={onLeave} />
  }
  return (
    <>
      <FileHead file={file} onDrop={() => void drop()} isBusy={busy !== null} />
      <section className="import-part">
        <Mapping
          file={file}
          isBusy={busy !== null}
          onChange={(sheets) => {
            rememberMapping(file, sheets)
            void decide({ sheets })
          }}
        >
          <Options choices={file.choices} isBusy={busy !== null} onChange={(choices) => void decide(choices)} />
        </Mapping>
      </section>
      <section className="import-part" aria-busy={busy === 'compare'}>
        <h2>{t('preview')}</h2>
        <Views counts={counts} view={view} onChoose={setChosen} />
        {view === undefined && <p className="note">{t('nothingRead')}</p>}
        {view === 'error' && (
          <ErrorActions file={file} isBusy={busy !== null} onLeaveOut={() => void decide({ leaveOutErrors: true })} />
        )}
        {view === 'left-out' && (
          <button
            type="button"
            className="btn"
            disabled={busy !== null}
            onClick={() => void decide({ leaveOutErrors: false })}
          >
            {t('takeIn')}
          </button>
        )}
        {view === 'missing' && (
          <Missing file={file} isBusy={busy !== null} onChange={(removeMissing) => void decide({ removeMissing })} />
        )}
        {view && view !== 'missing' && (
          <Rows
            key={view}
            file={file}
            state={view}
            corrections={corrections}
            onCorrect={(edit) => setCorrections((before) => new Map(before).set(keyOf(edit), edit))}
            onConfirm={(key) => void decide({ confirm: [...file.choices.confirm, key] })}
          />
        )}
      </section>
      <ApplyBar
        file={file}
        busy={busy}
        corrections={corrections.size}
        problem={words}
        canCompareAgain={problem === 'stale' || problem === 'conflict' || problem === 'invalid'}
        onAgain={() => void again()}
        onCorrect={() => void correct()}
        onApply={() => void apply()}
      />
    </>
  )
}

const keyOf = ({ sheet, row, column }: { sheet: number; row: number; column: number }) => `${sheet}/${row}/${column}`

function FileHead({ file, isBusy, onDrop }: { file: ImportFile; isBusy: boolean; onDrop: () => void }) {
  const t = useTranslations('import')
  const { number } = useFormat()
  const words = useRecordWords()
  const rows = ROW_STATES.reduce((sum, state) => sum + file.counts[state], 0)
  return (
    <section className="import-part import-file">
      <h2>{isolate(file.fileName)}</h2>
      <p className="note">
        {t('file', { rows: number(rows), size: number(Math.max(1, Math.round(file.fileBytes / 1024))) })}{' '}
        {t('until', { time: words.instant(file.expiresAt) })}
      </p>
      <button type="button" className="btn" disabled={isBusy} onClick={onDrop}>
        {t('dropFile')}
      </button>
    </section>
  )
}

interface OptionsProps {
  choices: ImportChoices
  isBusy: boolean
  onChange: (choices: Partial<ImportChoices>) => void
}

/** How figures are written, and what an empty cell says. */
function Options({ choices, isBusy, onChange }: OptionsProps) {
  const t = useTranslations('import.options')
  return (
    <div className="import-choices">
      <label>
        <span>{t('decimal')}</span>
        <select
          value={choices.decimal}
          disabled={isBusy}
          onChange={({ target }) => onChange({ decimal: target.value as ImportChoices['decimal'] })}
        >
          <option value=",">{t('comma')}</option>
          <option value=".">{t('point')}</option>
        </select>
      </label>
      <label>
        <span>{t('blanks')}</span>
        <select
          value={choices.blanks}
          disabled={isBusy}
          onChange={({ target }) => onChange({ blanks: target.value as ImportChoices['blanks'] })}
        >
          <option value="keep">{t('keep')}</option>
          <option value="unknown">{t('unknown')}</option>
        </select>
      </label>
    </div>
  )
}

interface ViewsProps {
  counts: ImportFile['counts']
  view: View | undefined
  onChoose: (view: View) => void
}

/** How many rows there are of each kind; each opens its list. */
function Views({ counts, view, onChoose }: ViewsProps) {
  const t = useTranslations('import.state')
  const { number } = useFormat()
  return (
    <ul className="import-views">
      {([...ROW_STATES, 'missing'] as const).map((one): ReactNode => {
        if (one === 'left-out' && counts[one] === 0) return null
        return (
          <li key={one}>
            <button
              type="button"
              className={`is-${one}`}
              aria-pressed={view === one}
              disabled={counts[one] === 0}
              onClick={() => onChoose(one)}
            >
              <b>{number(counts[one])}</b> {t(one)}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function ErrorActions({ file, isBusy, onLeaveOut }: { file: ImportFile; isBusy: boolean; onLeaveOut: () => void }) {
  const t = useTranslations('import')
  const { language } = useFormat()
  return (
    <div className="import-ways">
      <p>{t('errors.ways')}</p>
      <a className="btn" download href={annotatedPath(file.id, language)}>
        {t('errors.annotated')}
      </a>
      <button type="button" className="btn" disabled={isBusy} onClick={onLeaveOut}>
        {t('errors.leaveOut')}
      </button>
    </div>
  )
}
