import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { FreshnessDial } from '../../ui/freshness.tsx'
import { type Column, fieldOf, isEditable } from './columns.ts'
import type { UnitRow } from './rows.ts'
import type { CellWords } from './use-cell-words.ts'

interface CellValueProps {
  row: UnitRow
  column: Column
  today: string
  words: CellWords
  /** seats of the block that the unit is part of */
  block: number | undefined
}

/** Whether publishing changes what a cell says. */
export const isChanged = (row: UnitRow, column: Column): boolean =>
  isEditable(column) && row.changed.includes(fieldOf(column, row.office))

/** What a cell says: its value in words, and the published one struck before it where it was changed. */
export function CellValue({ row, column, today, words, block }: CellValueProps) {
  const t = useTranslations('grid')
  const { number } = useFormat()
  const { office, published, freshness } = row
  const { age, state, isCounted } = freshness
  switch (column) {
    case 'tick':
      return null
    case 'name':
      return (
        <>
          <b className={isCounted ? undefined : 'is-struck'}>
            <bdi>{office.name}</bdi>
          </b>
          <Former row={row} column={column} words={words} />
        </>
      )
    case 'block':
      if (block !== undefined) return number(block)
      return office.status === 'free' && !isCounted ? <span className="muted">{t('notCounted')}</span> : null
    case 'verified':
      return (
        <span className={`age age-is-${state}`}>
          <FreshnessDial state={state} />
          {state === 'expired' ? t('expired', { age: words.age(freshness) }) : words.age(freshness)}
        </span>
      )
    case 'method':
      return age?.method ? <span className="muted">{t(`method.${age.method}`)}</span> : null
    case 'due':
      if (!age) return null
      return (
        <>
          {words.short(age.dueOn)} {age.dueOn < today && <span className="unit">{t('overdue')}</span>}
        </>
      )
    default: {
      const fault = row.edits[fieldOf(column, office)]?.fault
      const value = words.value(office, column)
      return (
        <>
          {column === 'status' && <span className={`state-box is-${office.status}`} aria-hidden="true" />}
          <Former row={row} column={column} words={words} />
          {fault ? <bdi>{fault.text}</bdi> : <bdi>{value ?? <span className="unknown">{t('unknown')}</span>}</bdi>}
          {published.status === office.status && column === 'status' && !isCounted && (
            <span className="sr">{t('notCounted')}</span>
          )}
        </>
      )
    }
  }
}

/** The value that everybody reads now, where another one is to take its place. */
function Former({ row, column, words }: Pick<CellValueProps, 'row' | 'column' | 'words'>) {
  const t = useTranslations('grid')
  if (!isChanged(row, column) && !(isEditable(column) && row.edits[fieldOf(column, row.office)]?.fault)) return null
  return (
    <s className="cell-old">
      <span className="sr">{t('was')}</span> <bdi>{words.value(row.published, column) ?? t('unknown')}</bdi>
    </s>
  )
}
