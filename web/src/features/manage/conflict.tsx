import type { ChangeConflict, FieldConflict } from '@tvl/model'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { discard, enqueue, type OutboxEntry } from '../../state/outbox.ts'
import { groupOf, picturesSettled, settled } from './unit-change.ts'
import { useFieldWords } from './use-field-words.ts'

interface ConflictProps {
  entry: OutboxEntry
  conflict: ChangeConflict
  /** It goes away: whoever stood in it has to be led on. */
  onSettled: () => void
}

/** Somebody was faster: both versions side by side, chosen field by field. Nothing is overwritten before that. */
export function Conflict({ entry, conflict, onSettled }: ConflictProps) {
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
    const pictures = picturesSettled(entry.pictures, conflict, mine)
    const next = settled(set, conflict, mine, pictures.length > 0)
    if (next) await enqueue(next, { ...about, pictures, seen: {} }, set.id)
    else await discard(set.id)
    onSettled()
  }
  const giveUp = async () => {
    await discard(entry.set.id)
    onSettled()
  }
  const isGone = conflict.reason !== 'changed'
  const patch = entry.set.writes.find(({ id }) => id === conflict.id)?.patch?.properties ?? {}
  const isIn = (field: string) => conflict.fields.some((one) => one.field === field)
  /** What travels with one's own side of a group, though nobody else touched it: the end of a hold, say. */
  const besides = (group: string) =>
    Object.entries(patch).filter(([field, value]) => groupOf(field) === group && value !== null && !isIn(field))
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
          besides={besides(group)}
          choice={chosen.has(group) ? (mine.has(group) ? 'mine' : 'theirs') : null}
          onChoose={(choice) => choose(group, choice === 'mine')}
        />
      ))}
      {!isGone && <Rest entry={entry} conflict={conflict} />}
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
        <button type="button" className="btn" onClick={() => void giveUp()}>
          {t('giveUp')}
        </button>
      </p>
    </section>
  )
}

/** What of the change nobody else touched: it is published with the choice. */
function Rest({ entry, conflict }: Pick<ConflictProps, 'entry' | 'conflict'>) {
  const t = useTranslations('manage.conflict')
  const photo = useTranslations('manage.photo')
  const words = useFieldWords()
  const format = useFormat()
  const touched = new Set(conflict.fields.map(({ field }) => groupOf(field)))
  const patch = entry.set.writes.find(({ id }) => id === conflict.id)?.patch?.properties ?? {}
  const values = Object.entries(patch)
    .filter(([field, value]) => !touched.has(groupOf(field)) && value !== null && field !== 'photos')
    .map(([field, value]) => `${words.name(field)} ${words.value(field, value)}`)
  const count = entry.pictures?.length ?? 0
  if (count > 0 && !touched.has('photos')) values.push(photo('count', { count }))
  if (values.length === 0) return null
  return <p>{t('rest', { values: format.list(values, 'unit') })}</p>
}

interface ChoiceProps {
  group: string
  fields: readonly FieldConflict[]
  /** fields and values of one's own side alone */
  besides: readonly (readonly [field: string, value: unknown])[]
  choice: 'mine' | 'theirs' | null
  onChoose: (choice: 'mine' | 'theirs') => void
}

function Choice({ group, fields, besides, choice, onChoose }: ChoiceProps) {
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
            {side === 'mine' &&
              besides.map(([field, value]) => (
                <b key={field}>
                  {words.name(field)} {words.value(field, value)}
                </b>
              ))}
          </span>
        </label>
      ))}
      <p className="note">
        {t('before', { values: fields.map(({ field, base }) => words.value(field, base)).join(format.comma) })}
      </p>
    </fieldset>
  )
}
