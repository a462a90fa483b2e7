import { faultWords } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { type Column, dateFieldOf, type EditableColumn } from './cells.ts'
import type { UnitRow } from './rows.ts'

/** Something wrong with one cell: typed so, or refused by the server. */
export interface CellFaultAt {
  id: string
  /** Code of the unit. */
  name: string
  column: Column
  /** What was typed. */
  text: string
  code: string
  limit?: unknown
}

export const faultKey = (id: string, column: Column): string => `${id} ${column}`

/** The column in which a property of an office stands. */
export const columnOfField = (field: string): Column =>
  ['freeFrom', 'holdEndsAt', 'leaseEndsOn', 'deliversOn'].includes(field) ? 'date' : (field as EditableColumn)

/** What is wrong, a sentence a cell, and what to do about it. */
export function FaultList({ faults, rows }: { faults: readonly CellFaultAt[]; rows: readonly UnitRow[] }) {
  const t = useTranslations('grid')
  const { language } = useFormat()
  return (
    <ul className="grid-faults" role="alert">
      {faults.map(({ id, name, column, text, code, limit }) => {
        const status = rows.find((row) => row.id === id)?.office.status ?? 'free'
        const field = column === 'date' ? dateFieldOf(status) : column
        const { reason, remedy } = faultWords({ code, field, value: text, limit }, 'offices', language)
        return (
          <li key={faultKey(id, column)}>
            <b>
              {isolate(name)}, {t(`column.${column}`)}
            </b>{' '}
            {reason} {remedy}
          </li>
        )
      })}
    </ul>
  )
}
