import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { RecordEntry } from '../../api/record.ts'
import { useConsole } from '../../state/console.ts'
import { useApp } from '../../state/store.ts'
import { fieldsWritten, useRecordWords } from '../../ui/record/use-record-words.ts'
import type { Commit } from './commits.ts'
import { KINDS, type Kind } from './filters.tsx'
import { Undo } from './undo.tsx'
import { useMayUndo } from './use-may-undo.ts'
import type { UnitNames } from './use-unit-names.ts'

const FEW = 6

const isKind = (kind: string): kind is Kind => KINDS.some((known) => known === kind)

interface CommitItemProps {
  commit: Commit
  units: UnitNames
  onUndone: () => void
}

/** What was written together: who, when, how and why, each field before and after, and the way back. */
export function CommitItem({ commit, units, onUndone }: CommitItemProps) {
  const t = useTranslations('history')
  const words = useRecordWords()
  const mayUndo = useMayUndo()
  const [isWhole, setIsWhole] = useState(false)
  const { entries, author, role, kind, method, note, at } = commit
  const who = author ? (author.name ?? t('nameless')) : t('system')
  const shown = isWhole ? entries : entries.slice(0, FEW)
  return (
    <li className="history-commit">
      <div className="history-who">
        <time dateTime={at}>{words.time(at)}</time>
        <span>
          <b>
            <bdi>{who}</bdi>
          </b>
          {author && <span className="note"> {words.role(role)}</span>}
        </span>
        <span className={`history-kind is-${kind}`}>{isKind(kind) ? t(`kinds.${kind}`) : kind}</span>
        {method && (
          <span className="note">
            {t.has(`methods.${method as 'call'}`) ? t(`methods.${method as 'call'}`) : method}
          </span>
        )}
        {kind !== 'seed' && <Before n={Math.min(...entries.map((entry) => entry.n))} />}
      </div>
      <div className="history-what">
        {note && (
          <p className="history-note">
            <bdi>{note}</bdi>
          </p>
        )}
        <ul>
          {shown.map((entry) => (
            <EntryLine key={entry.n} entry={entry} units={units} />
          ))}
        </ul>
        {entries.length > shown.length && (
          <button type="button" className="link" onClick={() => setIsWhole(true)}>
            {t('more', { count: entries.length - shown.length })}
          </button>
        )}
      </div>
      <div className="history-undo">
        {commit.undoneBy ? (
          <span className="note">{t('undo.isUndone')}</span>
        ) : (
          kind !== 'seed' && mayUndo(entries) && <Undo commit={commit} units={units} onUndone={onUndone} />
        )}
      </div>
    </li>
  )
}

/** The zone's public page as it was before change `n`. A load of its own: nothing of now may stay in it. */
function Before({ n }: { n: number }) {
  const t = useTranslations('history')
  const zone = useConsole().zone?.id
  const language = useApp((state) => state.language)
  return (
    zone && (
      <a className="link history-before" href={`/zones/${zone}?as-of=${n - 1}&lang=${language}`}>
        {t('before')}
      </a>
    )
  )
}

function EntryLine({ entry, units }: { entry: RecordEntry; units: UnitNames }) {
  const t = useTranslations('history')
  const live = useTranslations('common.live')
  const words = useRecordWords()
  const { collection, id, operation, building } = entry
  const fields = operation === 'update' ? fieldsWritten(entry) : []
  const name = units.nameOf(collection, id)
  const show = () => useApp.getState().setParam('office', id, 'push')
  const what = () => {
    if (operation === 'seed') return t('seed')
    if (operation !== 'update') return live(`operation.${operation}`)
    return fields.length === 0 ? live('verified') : null
  }
  return (
    <li>
      {collection === 'offices' ? (
        <button type="button" className="history-unit" onClick={show} aria-label={t('onlyUnit', { unit: name })}>
          <bdi>{name}</bdi>
        </button>
      ) : (
        <b>
          <bdi>{name}</bdi>
        </b>
      )}{' '}
      {building && collection === 'offices' && <span className="note">{units.nameOf('buildings', building)}</span>}{' '}
      <span className="history-fields">
        {what()}
        {fields.map(([field, { before, after }]) => (
          <span key={field}>
            {words.name(field)}{' '}
            <s>
              <span className="sr">{t('was')}</span> {words.value(field, before)}
            </s>{' '}
            <span aria-hidden="true" className="history-arrow" />{' '}
            <b>
              <span className="sr">{t('became')}</span> {words.value(field, after)}
            </b>
          </span>
        ))}
      </span>
    </li>
  )
}
