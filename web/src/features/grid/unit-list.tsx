import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FreshnessDial } from '../../ui/freshness.tsx'
import type { Line, UnitRow } from './rows.ts'
import { unitsOf } from './rows.ts'
import { UnitSheet } from './unit-sheet.tsx'
import type { CellWords } from './use-cell-words.ts'

const LINE_PX = 68
const OVERSCAN = 8

/** The same units in the hand: a list, each opening the same edits. Only the lines in view are in the page. */
export function UnitList({ lines, words }: { lines: readonly Line[]; words: CellWords }) {
  const t = useTranslations('grid')
  const { language } = useFormat()
  const list = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  const [openId, setOpenId] = useState<string | null>(null)
  // Where the list begins in the page, which other parts above it move.
  useLayoutEffect(() => {
    const begins = (list.current?.getBoundingClientRect().top ?? 0) + scrollY
    if (Math.abs(begins - top) > 1) setTop(begins)
  })
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => LINE_PX,
    overscan: OVERSCAN,
    scrollMargin: top,
    getItemKey: (i) => {
      const line = lines[i]
      return line?.kind === 'unit' ? line.row.id : `group ${line?.key}`
    },
  })
  const units = unitsOf(lines)
  const open = units.findIndex(({ id }) => id === openId)
  return (
    <>
      <ul ref={list} className="unit-list" style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const line = lines[index]
          if (!line) return null
          const place = { insetBlockStart: start - top }
          const first = line.kind === 'group' ? line.rows[0] : undefined
          return (
            <li key={key} ref={virtual.measureElement} data-index={index} style={place}>
              {line.kind === 'unit' ? (
                <UnitItem row={line.row} words={words} onOpen={() => setOpenId(line.row.id)} />
              ) : (
                <h2>
                  {first && line.key === first.building.id
                    ? nameOf(first.building.properties, language)
                    : first && words.value(first.published, 'status')}{' '}
                  <span className="unit">{t('units', { count: line.rows.length })}</span>
                </h2>
              )}
            </li>
          )
        })}
      </ul>
      <UnitSheet
        row={units[open]}
        words={words}
        onClose={() => setOpenId(null)}
        onStep={(step) => setOpenId(units[open + step]?.id ?? openId)}
        hasFormer={open > 0}
        hasNext={open >= 0 && open < units.length - 1}
      />
    </>
  )
}

function UnitItem({ row, words, onOpen }: { row: UnitRow; words: CellWords; onOpen: () => void }) {
  const t = useTranslations('grid')
  const { comma } = useFormat()
  const { office, published, changed, problems, conflicts, freshness } = row
  const was = (field: string) =>
    changed.includes(field) && (
      <s>
        <span className="sr">{t('was')}</span> {words.content(published, field)}
      </s>
    )
  const isWrong = problems.length > 0 || conflicts.length > 0
  return (
    <button type="button" className="unit-item" onClick={onOpen}>
      <span className="unit-item-name">
        <span className={`state-box is-${office.status}`} aria-hidden="true" />
        <b className={freshness.isCounted ? undefined : 'is-struck'}>
          <bdi>{office.name}</bdi>
        </b>{' '}
        {isWrong && <span className="is-bad">{t('wrong', { count: problems.length + conflicts.length })}</span>}
      </span>
      <span className="unit-item-seats">
        {was('seats')} {t('seats', { count: office.seats })}
      </span>
      <span className="unit-item-state">
        {was('status')} {words.value(office, 'status')}
        {comma}
        {words.value(office, 'date') ?? t('unknown')}
      </span>
      <span className="unit-item-age">
        <FreshnessDial state={freshness.state} />
        {words.age(freshness)}
      </span>
    </button>
  )
}
