import { choiceWord, clockInMorocco, officeFreshness } from '@tvl/model'
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { FreshnessDial } from '../../ui/freshness.tsx'
import { type Column, dateFieldOf, isEditable } from './cells.ts'
import type { CellFaultAt } from './faults.tsx'
import type { UnitRow } from './rows.ts'

interface GridCellProps {
  row: UnitRow
  column: Column
  colIndex: number
  /** Its place, by which the browser's focus finds it. */
  id: string
  today: string
  block: number | undefined
  isTicked: boolean
  isFocus: boolean
  isSelected: boolean
  fault: CellFaultAt | undefined
  /** The text to begin with, while the cell is edited. */
  editing: string | null
  onFinish: (text: string, next: 'down' | 'on' | 'stay') => void
  onCancel: () => void
  onPress: (isExtending: boolean) => void
  onOpen: () => void
  onTick: () => void
}

const isChanged = ({ edit, office }: UnitRow, column: Column): boolean =>
  column === 'date' ? dateFieldOf(office.status) in edit : column in edit

/** One cell: its value in words, the published one struck beside it when it was changed, or the field to edit it. */
export function GridCell(props: GridCellProps) {
  const { row, column, colIndex, id, isFocus, isSelected, fault, editing } = props
  const t = useTranslations('grid')
  const value = useValue(props)
  const classes = [
    'cell',
    `is-${column}`,
    isSelected && 'is-selected',
    isChanged(row, column) && 'is-new',
    fault && 'is-wrong',
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: see units-grid.tsx
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself listens to the keyboard
    <div
      role="gridcell"
      aria-colindex={colIndex}
      aria-readonly={isEditable(column) ? undefined : true}
      aria-invalid={fault ? true : undefined}
      aria-selected={isSelected}
      data-cell={id}
      tabIndex={isFocus && editing === null ? 0 : -1}
      className={classes.filter(Boolean).join(' ')}
      onClick={(event) => props.onPress(event.shiftKey)}
      onDoubleClick={props.onOpen}
    >
      {editing !== null ? (
        <CellField {...props} text={editing} label={`${row.office.name}, ${t(`column.${column}`)}`} />
      ) : (
        <>
          {column === 'name' && (
            <input
              type="checkbox"
              tabIndex={-1}
              checked={props.isTicked}
              aria-label={t('tick', { unit: row.office.name })}
              onChange={props.onTick}
            />
          )}
          {fault ? <span>{fault.text}</span> : value}
        </>
      )}
    </div>
  )
}

function useValue({ row, column, today, block }: GridCellProps) {
  const t = useTranslations('grid')
  const format = useFormat()
  const { office, published } = row
  const dayOf = (iso: string | null) => (iso === null ? null : format.day(iso.slice(0, 10), 'short-day'))
  const dateOf = (one: typeof office) => {
    const value = one[dateFieldOf(one.status)]
    if (one.status === 'free' && (value === null || value <= today)) return t('now')
    if (value === null) return <i className="unknown">{t('unknown')}</i>
    if (one.status !== 'held') return dayOf(value)
    const { day, time } = clockInMorocco(new Date(value))
    return `${dayOf(day)} ${time}`
  }
  const age = officeFreshness(office, today)
  const struck = (old: string | number | null) =>
    isChanged(row, column) && old !== null ? <del className="cell-old">{old}</del> : null
  switch (column) {
    case 'floor':
      return format.number(office.floor)
    case 'name':
      return (
        <b className={age.isCounted ? undefined : 'is-struck'}>
          <bdi>{office.name}</bdi>
        </b>
      )
    case 'seats':
      return (
        <>
          {struck(format.number(published.seats))} {format.number(office.seats)}
        </>
      )
    case 'block':
      return block === undefined ? (
        age.isCounted ? (
          ''
        ) : (
          <span className="muted">{t('notCounted')}</span>
        )
      ) : (
        format.number(block)
      )
    case 'status':
      return (
        <>
          <span className={`state-box is-${office.status}`} aria-hidden="true" />
          {struck(choiceWord('office-status', published.status, format.language))}{' '}
          {choiceWord('office-status', office.status, format.language)}
        </>
      )
    case 'date':
      return dateOf(office)
    case 'rentMadPerM2Month':
    case 'serviceChargeMadPerM2Month': {
      const [old, now] = [published[column], office[column]]
      return (
        <>
          {struck(old === null ? null : format.number(old, { maxDigits: 2 }))}{' '}
          {now === null ? <i className="unknown">{t('unknown')}</i> : format.number(now, { maxDigits: 2 })}
        </>
      )
    }
    case 'verified':
      return (
        <span className={`age age-${age.state}`}>
          <FreshnessDial state={age.state} />
          {age.age ? t('days', { days: age.age.days }) : t('never')}
        </span>
      )
    case 'method':
      return age.age?.method ? t(`method.${age.age.method}`) : ''
    case 'due':
      return age.age ? (
        <>
          {dayOf(age.age.dueOn)} {age.age.dueOn < today && <span className="muted">{t('overdue')}</span>}
        </>
      ) : (
        ''
      )
  }
}

function CellField({
  text,
  label,
  onFinish,
  onCancel,
}: Pick<GridCellProps, 'onFinish' | 'onCancel'> & { text: string; label: string }) {
  const field = useRef<HTMLInputElement>(null)
  const isOver = useRef(false)
  useEffect(() => {
    field.current?.focus()
    // A letter that began the edit is not selected: the next one follows it.
    if (text.length !== 1) field.current?.select()
  }, [text])
  const finish = (next: 'down' | 'on' | 'stay') => {
    if (isOver.current) return
    isOver.current = true
    onFinish(field.current?.value ?? '', next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      finish(event.key === 'Enter' ? 'down' : 'on')
    } else if (event.key === 'Escape') {
      event.preventDefault()
      isOver.current = true
      onCancel()
    }
  }
  const onBlur = (_: FocusEvent) => finish('stay')
  return (
    <input
      ref={field}
      className="cell-field"
      aria-label={label}
      defaultValue={text}
      dir="auto"
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    />
  )
}
