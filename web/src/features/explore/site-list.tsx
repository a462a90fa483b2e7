import { dayOfIso, type NearMiss } from '@tvl/model'
import { type KeyboardEvent, memo, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { ZoneIndex } from '../../api/zone-index.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { SORTS } from '../../state/need-slice.ts'
import { useApp } from '../../state/store.ts'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import { NearMisses } from './near-misses.tsx'
import { OtherSites } from './other-sites.tsx'
import { SiteRow } from './site-row.tsx'
import type { Search } from './use-search.ts'
import type { StagedRows } from './use-staged-rows.ts'

/** Arrows walk through the links of the rows, as through the lines of a list. */
function walkRows(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || !(event.target instanceof HTMLElement) || !event.target.matches('[data-row-link]')) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')]
  const next = links[links.indexOf(event.target) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

interface SiteListProps {
  zoneIndex: ZoneIndex
  search: Search
  staged: StagedRows
  misses: readonly NearMiss[]
  /** false: only the rows that fill the first screen */
  isWhole: boolean
}

/** Rows that fill the first screen. */
const FIRST_ROWS = { phone: 4, desk: 7 }

/** What answers, what nearly does, and what does not, in this order and never mixed. */
export const SiteList = memo(function SiteList({ zoneIndex, search, staged, misses, isWhole }: SiteListProps) {
  const t = useTranslations('explore')
  const { hits, evaluation } = search
  const isPhone = useMedia(PHONE)
  const today = dayOfIso(zoneIndex.context.today)
  const others = useMemo(() => {
    const near = new Set(misses.map(({ zone }) => zone.id))
    return evaluation.zones.filter(({ isHit, zone }) => !isHit && !near.has(zone.id))
  }, [evaluation, misses])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move the focus among the links inside
    <div className="list-scroll" onKeyDown={walkRows}>
      <h2 className="sr">{t('listLabel')}</h2>
      <ol ref={staged.list} className="rows" aria-busy={!staged.isWhole}>
        {(isWhole ? staged.rows : staged.rows.slice(0, FIRST_ROWS[isPhone ? 'phone' : 'desk'])).map(({ id, hit }) =>
          hit ? (
            <SiteRow
              key={id}
              hit={hit}
              catalogue={zoneIndex.catalogue}
              columns={zoneIndex.index.columns}
              today={today}
            />
          ) : (
            <li key={id} className="row row-wait" />
          ),
        )}
      </ol>
      {isWhole && (
        <NearMisses
          need={evaluation.need}
          misses={misses}
          isNothingFound={hits.length === 0}
          hasOffices={zoneIndex.index.columns.count > 0}
        />
      )}
      {isWhole && <OtherSites need={evaluation.need} sites={others} />}
    </div>
  )
})

/** How many answer, and in which order they stand. */
export function ListHead({ search, total }: { search: Search | null; total: number }) {
  const t = useTranslations('explore')
  const format = useFormat()
  const sort = useApp((state) => state.sort)
  const { setSort } = useApp.getState()
  return (
    <div className="list-head">
      <p aria-live="polite">
        {search && (
          <>
            {t.rich('hits', { count: search.hits.length, b: (text) => <b>{text}</b> })}{' '}
            <span className="muted">{t('ofTotal', { total: format.number(total) })}</span>
          </>
        )}
      </p>
      <label className="sort note">
        <span className="sort-label">{t('sort.label')}</span>
        <select value={sort} onChange={(event) => setSort(SORTS.find((s) => s === event.target.value) ?? 'score')}>
          {SORTS.map((value) => (
            <option key={value} value={value}>
              {t(`sort.${value}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

/** Rows before their figures: hairlines at the final height, so that nothing moves when they come. */
export function WaitingRows() {
  return (
    <div className="list-scroll" aria-hidden="true">
      {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
        <div key={key} className="row row-wait" />
      ))}
    </div>
  )
}

/** The sentence that no view can hide. */
export function IllustrativeNote() {
  const t = useTranslations('common')
  return (
    <p className="list-foot note">
      <GradeMark grade="illustrative" decorative />
      {t('illustrative')}
    </p>
  )
}
