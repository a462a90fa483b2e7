import type { Provenance } from '@tvl/model'
import { lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { type SourceNumbers, SourceSup } from './source-sup.tsx'
import { useShortDate } from './use-short-date.ts'

const SourceDetails = lazy(() =>
  import('../../ui/source-details.tsx').then((module) => ({ default: module.SourceDetails })),
)

export interface FactRow {
  key: string
  label: string
  /** null: unknown, said in words with the reason in `note` and, opened, in `why` */
  value: string | null
  unit?: string
  provenance: Provenance | null
  /** margin beside the figure; the figure's date when left out */
  note?: ReactNode
  /** evidence of what the margin says, e.g. of the national figure */
  also?: Provenance | null
  /** a sentence shown when the row is opened */
  why?: string
}

interface FactTableProps {
  rows: readonly FactRow[]
  numbers: SourceNumbers
  /** id of the heading that names the table */
  labelledBy: string
  className?: string
}

/** Facts as a yearbook prints them. A row opens its source in place, one at a time. */
export function FactTable({ rows, numbers, labelledBy, className = '' }: FactTableProps) {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <table className={`yearbook ${className}`} aria-labelledby={labelledBy}>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.key}
            row={row}
            numbers={numbers}
            isOpen={open === row.key}
            onToggle={() => setOpen(open === row.key ? null : row.key)}
          />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  row,
  numbers,
  isOpen,
  onToggle,
}: {
  row: FactRow
  numbers: SourceNumbers
  isOpen: boolean
  onToggle: () => void
}) {
  const t = useTranslations('zone.why')
  const common = useTranslations('common')
  const shortDate = useShortDate()
  const id = useId()
  const { label, value, unit, provenance, note, also = null, why } = row
  const isText = value !== null && unit === undefined && !/\d/.test(value)
  const date = provenance?.asOf ? shortDate(provenance.asOf) : null
  return (
    <>
      <tr className="yearbook-row" data-open={isOpen || undefined}>
        <th scope="row">
          <button type="button" aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} onClick={onToggle}>
            {label}
          </button>
        </th>
        {isText ? (
          <td className="v is-text" colSpan={3}>
            <bdi>{value}</bdi>
            <span className="tail">
              &nbsp;
              {provenance && <GradeMark grade={provenance.grade} />}
              <SourceSup figures={[provenance, also]} numbers={numbers} />
            </span>
          </td>
        ) : (
          <>
            {value === null ? (
              <td className="v unknown">{common('unknown')}</td>
            ) : (
              <td className="v">
                <bdi>{value}</bdi>
                {unit && <span className="unit">&nbsp;{unit}</span>}
              </td>
            )}
            <td className="k">{value !== null && provenance && <GradeMark grade={provenance.grade} />}</td>
            <td className="w">
              {note ?? (value === null ? t('notPublished') : (date ?? t('undated')))}
              <SourceSup figures={[value === null ? null : provenance, also]} numbers={numbers} />
            </td>
          </>
        )}
      </tr>
      {isOpen && (
        <tr className="yearbook-open" id={id}>
          <td colSpan={4}>
            {why && <p>{why}</p>}
            {value === null
              ? !why && <p>{t('silent')}</p>
              : provenance && (
                  <Suspense fallback={null}>
                    <SourceDetails label={label} provenance={provenance} />
                  </Suspense>
                )}
          </td>
        </tr>
      )}
    </>
  )
}
