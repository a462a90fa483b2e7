import './explore.css'
import './site-row.css'
import type { NearMiss } from '@tvl/model'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useZoneIndex } from '../../api/zone-index.ts'
import { useApp } from '../../state/store.ts'
import { DataState } from '../../ui/data-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { NARROW, PHONE, useMedia } from '../../ui/use-media.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { useToldVisit } from '../../ui/use-told-visit.ts'
import { CompareBar } from './compare-bar.tsx'
import { ExploreMap } from './explore-map.tsx'
import { Facets } from './facets.tsx'
import { NeedBar } from './need-bar.tsx'
import { IllustrativeNote, ListHead, SiteList, WaitingRows } from './site-list.tsx'
import { SupplyStrip } from './supply-strip.tsx'
import { useAfterPaint, useFollowing } from './use-after-paint.ts'
import { useNearMisses } from './use-near-misses.ts'
import { type Hit, useSearch } from './use-search.ts'
import { useStagedRows } from './use-staged-rows.ts'
import { useToldDemandOf } from './use-told-demand.ts'
import { ViewTabs } from './view-tabs.tsx'

const NONE: readonly NearMiss[] = []
const NO_ZONES: readonly string[] = []
const NO_HITS: readonly Hit[] = []

/** Page `/`: say what is needed, see what answers it, in a list and on a map. */
export function Explore() {
  const t = useTranslations('explore')
  usePageTitle(t('title'))
  const need = useApp((state) => state.need)
  const sort = useApp((state) => state.sort)
  const { index, error, readAt, retry } = useZoneIndex()
  useToldDemandOf(need, index?.context.today ?? null)
  useToldVisit('explore', index ? NO_ZONES : null)
  // The marks and chips follow the finger. Then come the list, the counts beside it, the near misses and the map, each
  // in slices and with a commit of its own, so that none of them holds the page.
  const asked = useMemo(() => ({ need, sort }), [need, sort])
  const answered = useDeferredValue(asked)
  const search = useSearch(index, answered.need, answered.sort)
  const counted = useFollowing(search)
  const isListBusy = answered !== asked
  const isCountBusy = isListBusy || counted !== search
  const staged = useStagedRows(search?.hits ?? NO_HITS)
  const settled = useNearMisses(index, counted === search && staged.isWhole ? search : null)
  const misses = settled?.misses ?? NONE
  const isAfterPaint = useAfterPaint()
  const isNarrow = useMedia(NARROW)
  const isPhone = useMedia(PHONE)
  const [view, setView] = useState<'list' | 'map'>('list')
  const [isFiltering, setIsFiltering] = useState(false)
  const [isMapless, setIsMapless] = useState(false)
  const goWithoutMap = useCallback(() => setIsMapless(true), [])
  // Without any office there is no supply to show.
  const hasOffices = (index?.index.columns.count ?? 0) > 0
  const hasStrip = hasOffices && isAfterPaint
  const strip = useMemo(() => index && hasStrip && <SupplyStrip zoneIndex={index} />, [index, hasStrip])
  const foot = (
    <>
      <CompareBar />
      {index?.catalogue.illustrative && <IllustrativeNote />}
    </>
  )
  const isListShown = !isPhone || view === 'list'
  const isMapShown = !isPhone || view === 'map'

  return (
    <main id="main" className="explore" data-view={view}>
      <h1 className="sr">{t('heading')}</h1>
      <NeedBar zoneIndex={index} />
      <div className="explore-body">
        {!isNarrow && (
          <aside className="facets-column" aria-label={t('facets.title')} aria-busy={isCountBusy}>
            {index && counted && isAfterPaint && <Facets zoneIndex={index} search={counted} />}
          </aside>
        )}
        {isListShown && (
          <section className="list-column" aria-label={t('listLabel')} aria-busy={isListBusy}>
            <div className="list-top">
              <ListHead search={search} total={index?.index.zones.length ?? 0} />
              {isNarrow && (
                <button type="button" className="btn list-filter" onClick={() => setIsFiltering(true)}>
                  <Icon name="filter" />
                  {t('facets.title')}
                </button>
              )}
            </div>
            <DataState error={error} isEmpty={!index} readAt={readAt} onRetry={retry} />
            {index && search ? (
              <SiteList zoneIndex={index} search={search} staged={staged} misses={misses} isWhole={isAfterPaint} />
            ) : (
              !error && <WaitingRows />
            )}
            {isPhone && <div className="list-supply">{strip}</div>}
            {!isPhone && foot}
          </section>
        )}
        {isMapShown && !isMapless && (
          <div className="map-column">
            {index && settled && (
              <ExploreMap zoneIndex={index} settled={settled} onUnavailable={goWithoutMap}>
                {strip}
              </ExploreMap>
            )}
          </div>
        )}
        {isMapShown && isMapless && (
          <div className="map-column mapless">
            <p>{t('map.unavailable')}</p>
            {!isPhone && strip}
          </div>
        )}
      </div>
      {isPhone && (
        <div className="phone-foot">
          {foot}
          <ViewTabs view={view} onChange={setView} />
        </div>
      )}
      <Sheet
        isOpen={isNarrow && isFiltering}
        onClose={() => setIsFiltering(false)}
        title={t('facets.title')}
        foot={
          <button type="button" className="btn primary" onClick={() => setIsFiltering(false)}>
            {t('facets.apply', { count: search?.hits.length ?? 0 })}
          </button>
        }
      >
        {index && counted && <Facets zoneIndex={index} search={counted} />}
      </Sheet>
    </main>
  )
}
