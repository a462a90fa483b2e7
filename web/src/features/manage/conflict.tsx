import type { ChangeConflict, FieldConflict } from '@tvl/model'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { discard, enqueue, type OutboxEntry } from '../../state/outbox.ts'
import { groupOf, settled } from './unit-change.ts'
import { useFieldWords } from './use-field-words.ts'

/** Somebody was faster: both versions side by side, chosen field by field. Nothing is overwritten before that. */
export function Conflict({ entry, conflict }: { entry: OutboxEntry; conflict: ChangeConflict }) {
  const t = useTranslations('manage.conflict')
  const title = useRef<HTMLHeadingElement>(null)
  const groups = [...new Set(conflict.fields.map(({ field }) => groupOf(field)))]
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => title.current?.focus(), [])
  const choose = (group: string, isMine: boolean) => {
    setMine((all) => new Set(isMine ? [...all, group] : [...all].filter((one) => one !== group)))
    setChosen((all) => new Set([...all, group]))
  }
  const settle = async () => {
    const { set, ...about } = entry
    const next = settled(set, conflict, mine)
    if (next) await enqueue(next, { ...about, seen: {} }, set.id)
    else await discard(set.id)
  }
  const isGone = conflict.reason !== 'changed'
  return (
    <section className="unit-conflict" aria-labelledby={`conflict-${entry.set.id}`}>
      <h2 id={`conflict-${entry.set.id}`} ref={title} tabIndex={-1}>
        {t(isGone ? 'gone' : 'title')}
      </h2>
      <p>{t(isGone ? 'goneText' : 'text')}</p>
      {groups.map((group) => (
        <Choice
          key={group}
          fields={conflict.fields.filter(({ field }) => groupOf(field) === group)}
          group={group}
          choice={chosen.has(group) ? (mine.has(group) ? 'mine' : 'theirs') : null}
          onChoose={(choice) => choose(group, choice === 'mine')}
        />
      ))}
      <p className="unit-acts">
        {!isGone && (
          <button
            type="button"
            className="btn primary"
            disabled={groups.some((group) => !chosen.has(group))}
            onClick={() => void settle()}
          >
            {t('settle')}
          </button>
        )}
        <button type="button" className="btn" onClick={() => void discard(entry.set.id)}>
          {t('giveUp')}
        </button>
      </p>
    </section>
  )
}

interface ChoiceProps {
  group: string
  fields: readonly FieldConflict[]
  choice: 'mine' | 'theirs' | null
  onChoose: (choice: 'mine' | 'theirs') => void
}

function Choice({ group, fields, choice, onChoose }: ChoiceProps) {
  const t = useTranslations('manage.conflict')
  const role = useTranslations('manage.role')
  const words = useFieldWords()
  const format = useFormat()
  const name = useId()
  const [first] = fields
  const last =
    fields
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? ''
  const whose = first && role.has(first.role as 'manager') ? role(first.role as 'manager') : role('other')
  const sides = { theirs: fields.map(({ theirs }) => theirs), mine: fields.map(({ yours }) => yours) }
  return (
    <fieldset className="unit-sides">
      <legend>{words.name(group)}</legend>
      {(['theirs', 'mine'] as const).map((side) => (
        <label key={side}>
          <input type="radio" name={name} checked={choice === side} onChange={() => onChoose(side)} />
          <span>
            <small>
              {side === 'mine'
                ? t('mine')
                : t('theirs', { role: whose, at: last ? format.instant(new Date(last)) : '' })}
            </small>
            {fields.map(({ field }, i) => {
              const value = sides[side][i]
              if (field !== group && (value === null || value === undefined)) return null
              return (
                <b key={field}>
                  {field !== group && `${words.name(field)} `}
                  {words.value(field, value)}
                </b>
              )
            })}
          </span>
        </label>
      ))}
      <p className="note">
        {t('before', { values: fields.map(({ field, base }) => words.value(field, base)).join(', ') })}
      </p>
    </fieldset>
  )
}
