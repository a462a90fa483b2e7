import { useId, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { type CellStep, useGridDraft, writeCells } from '../../state/grid-draft.ts'
import { Icon } from '../../ui/icon.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { columnOf, TICK } from './columns.ts'
import type { UnitRow } from './rows.ts'
import type { CellWords } from './use-cell-words.ts'
import { isOnItsWay, METHODS, type MethodByHand, MOST_UNITS, type Publishing } from './use-publishing.ts'

const MOST_SHOWN = 30

interface PublishPanelProps {
  publishing: Publishing
  rows: readonly UnitRow[]
  words: CellWords
}

/** Before you publish: every change with its two values, how it was verified, and the one button. */
export function PublishPanel({ publishing, rows, words }: PublishPanelProps) {
  const t = useTranslations('grid.publish')
  const title = useId()
  const why = useId()
  const outcome = useRef<HTMLDivElement>(null)
  const isKept = useGridDraft((state) => state.isKept)
  const { method, setMethod, note, setNote, ready, send, waiting } = publishing
  const changes = rows
    .filter((row) => !isOnItsWay(row))
    .flatMap((row) => [...row.changed, ...(row.isTicked ? [TICK] : [])].map((field) => ({ row, field })))
  const held = rows.filter(({ problems, conflicts }) => problems.length > 0 || conflicts.length > 0).length
  const hindrance = ready.length === 0 ? (held > 0 ? 'held' : 'nothing') : ready.length > MOST_UNITS ? 'tooMany' : null
  return (
    <section className="grid-panel" aria-labelledby={title}>
      <h2 id={title}>{t('title')}</h2>
      {changes.length > 0 && (
        <ul className="grid-changes">
          {changes.slice(0, MOST_SHOWN).map(({ row, field }) => (
            <ChangeLine key={`${row.id} ${field}`} row={row} field={field} words={words} />
          ))}
        </ul>
      )}
      {changes.length > MOST_SHOWN && <p className="note">{t('more', { count: changes.length - MOST_SHOWN })}</p>}
      {ready.length > 0 && (
        <>
          <label className="grid-field">
            <span>{t('how')}</span>
            <select value={method} onChange={(event) => setMethod(event.target.value as MethodByHand)}>
              {METHODS.map((name) => (
                <option key={name} value={name}>
                  {t(`by.${name}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="grid-field">
            <span>{t('note')}</span>
            <input value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
          </label>
        </>
      )}
      <button
        type="button"
        className="btn primary"
        disabled={hindrance !== null}
        aria-describedby={why}
        onClick={() => {
          // The button has nothing more to publish then: what becomes of it stands below.
          void send().then(() => outcome.current?.focus())
        }}
      >
        {t('send', { count: ready.length })}
      </button>
      <p id={why} className="note">
        {hindrance === 'tooMany' ? t('tooMany', { most: MOST_UNITS }) : hindrance && t(hindrance)}
        {!hindrance && held > 0 && t('without', { count: held })}
      </p>
      {!isKept && <p role="alert">{t('notKept')}</p>}
      <div role="status" ref={outcome} tabIndex={-1} className="grid-outcome">
        {waiting > 0 && (
          <p>{t(publishing.isSending && navigator.onLine ? 'sending' : 'waiting', { count: waiting })}</p>
        )}
        <Outcome publishing={publishing} />
      </div>
    </section>
  )
}

function ChangeLine({ row, field, words }: { row: UnitRow; field: string; words: CellWords }) {
  const t = useTranslations('grid')
  const { comma } = useFormat()
  const giveUp = () => {
    const before = row.edits[field]
    const step: CellStep[] = before ? [{ id: row.id, field, before, after: undefined }] : []
    writeCells(step)
  }
  const what = field === TICK ? t('publish.stillTrue') : words.column(columnOf(field))
  const name = `${row.published.name}${comma}${what}`
  return (
    <li>
      <span>
        <b>
          <bdi>{row.published.name}</bdi>
        </b>{' '}
        {what}
      </span>
      {field !== TICK && (
        <span className="grid-values">
          <s>
            <span className="sr">{t('was')}</span> {words.content(row.published, field)}
          </s>{' '}
          <span aria-hidden="true" className="arrow" />{' '}
          <b>
            <span className="sr">{t('becomes')}</span> {words.content(row.office, field)}
          </b>
        </span>
      )}
      {row.edits[field] && (
        <button type="button" className="icon-btn" aria-label={t('publish.giveUp', { what: name })} onClick={giveUp}>
          <Icon name="close" />
        </button>
      )}
    </li>
  )
}

function Outcome({ publishing }: { publishing: Publishing }) {
  const t = useTranslations('grid.publish')
  const { number } = useFormat()
  const refusal = useGridDraft((state) => state.refusal)
  const { answer, undo, undoing } = publishing
  if (refusal) {
    return <p className="is-bad">{t(`refused.${reasonOf(refusal.code)}`)}</p>
  }
  if (!answer) return null
  return (
    <p>
      {undoing === 'done' ? t('undone') : t('done', { count: answer.changes, version: number(answer.version) })}{' '}
      {undoing === 'failed' && t('undoFailed')}{' '}
      {answer.commit && undoing !== 'done' && (
        <button type="button" className="link" disabled={undoing === 'asked'} onClick={() => void undo()}>
          {t('undo')}
        </button>
      )}{' '}
      <PageLink className="link" to="/manage/history">
        {t('history')}
      </PageLink>
    </p>
  )
}

/** Why a set was refused, by the code of the problem. */
const REFUSALS = {
  'change.conflict': 'conflict',
  'change.invalid': 'invalid',
  'right.missing': 'right',
  'second-factor.required': 'factor',
} as const
const reasonOf = (code: string | null) =>
  code !== null && code in REFUSALS ? REFUSALS[code as keyof typeof REFUSALS] : 'other'
