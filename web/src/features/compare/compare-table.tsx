import { Fragment, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { Figure } from '../../ui/figure.tsx'
import { FreshnessDial } from '../../ui/freshness.tsx'
import { SourcePlace, SourceSlot, useSourcePlace } from '../../ui/source-place.tsx'
import { ColumnHead, ColumnScore } from './column-head.tsx'
import { type Cell, comparability, type Mark, marksOf, type Row, shownRows } from './rows.ts'
import { seriesOf } from './series.ts'
import { type Kind, type Subject, subjectName } from './subjects.ts'
import type { Scored } from './use-scores.ts'

interface CompareTableProps {
  subjects: readonly Subject[]
  rows: readonly Row[]
  scored: Scored
  kind: Kind
}

/** Sites across, criteria down. A figure's mark opens its source under its row. */
export function CompareTable({ subjects, rows, scored, kind }: CompareTableProps) {
  const t = useTranslations('compare')
  const { language } = useFormat()
  const differencesOnly = useApp((state) => state.params.differences === '1')
  const { groups } = shownRows(rows, differencesOnly)
  const names = subjects.map((subject) => subjectName(subject, language))
  const columns = subjects.length + 1
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled by the arrow keys
    <section className="cmp-scroll" aria-label={t('tableLabel')} tabIndex={0}>
      <table className="cmp" style={{ '--sites': subjects.length } as React.CSSProperties}>
        <caption className="sr">{t('tableLabel')}</caption>
        <thead>
          <tr className="cmp-names">
            <td />
            {subjects.map((subject, i) => (
              <ColumnHead key={subject.id} subject={subject} column={i} count={subjects.length} kind={kind} />
            ))}
          </tr>
          <tr className="cmp-scores">
            <th scope="row">{t('score')}</th>
            {subjects.map((subject, i) => (
              <ColumnScore key={subject.id} column={i} scored={scored} />
            ))}
          </tr>
        </thead>
        {groups.map(({ group, rows: own }) => (
          <tbody key={group}>
            <tr className="cmp-group">
              <th scope="rowgroup" colSpan={columns}>
                <span>{t(`group.${group}`)}</span>
              </th>
            </tr>
            {own.map((row) => (
              <SourcePlace key={row.id}>
                <CompareRow row={row} names={names} />
                <RowSource columns={columns} />
              </SourcePlace>
            ))}
          </tbody>
        ))}
      </table>
      {groups.length === 0 && <p className="compare-note note">{t('allSame')}</p>}
    </section>
  )
}

/** The open source of a row's figure, in the flow of the table. */
function RowSource({ columns }: { columns: number }) {
  const place = useSourcePlace()
  if (!place?.open) return null
  return (
    <tr className="cmp-source">
      <td colSpan={columns}>
        <SourceSlot />
      </td>
    </tr>
  )
}

function CompareRow({ row, names }: { row: Row; names: readonly string[] }) {
  const t = useTranslations('compare')
  const marks = marksOf(row)
  const compares = comparability(row)
  const why = compares === 'dates' || compares === 'grades' ? t(`incomparable.${compares}`) : null
  return (
    <tr className="cmp-row" data-text={row.isText || undefined}>
      <th scope="row">
        <span>{row.label}</span>
        {(row.under || why) && <span className="under">{[row.under, why].filter(Boolean).join(' · ')}</span>}
      </th>
      {row.cells.map((cell, i) => (
        <td key={seriesOf(i).letter} data-dial={cell.dial}>
          <CellFigure cell={cell} label={`${row.label}, ${names[i] ?? ''}`} mark={marks[i] ?? null} />
        </td>
      ))}
    </tr>
  )
}

function CellFigure({ cell, label, mark }: { cell: Cell; label: string; mark: Mark }): ReactNode {
  const t = useTranslations('compare')
  const common = useTranslations('common')
  if (cell.text === null) {
    const isNone = cell.missing === 'none-free' || cell.missing === 'never-verified'
    return (
      <span className="cell-missing">
        {!isNone && <span className="unknown">{common('unknown')} </span>}
        <span className="note">{t(`missing.${cell.missing ?? 'not-published'}`)}</span>
      </span>
    )
  }
  return (
    <Fragment>
      {cell.dial && <FreshnessDial state={cell.dial} />}
      {cell.lead && (
        <>
          <bdi className="lead">{cell.lead}</bdi>{' '}
        </>
      )}
      <Figure label={label} value={cell.text} provenance={cell.provenance} className={mark ? `is-${mark}` : ''} />
      {mark && <span className="sr"> ({t(mark)})</span>}
      {cell.note && <span className="when"> {cell.note}</span>}
      {cell.below && <span className="below">{cell.below}</span>}
    </Fragment>
  )
}
