import { NO_NEED, type Zone, type ZoneEvaluation } from '@tvl/model'
import { useTranslations } from 'use-intl'
import type { Feature } from '../../api/features.ts'
import { isolate } from '../../i18n/format.ts'
import { cityOf, nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { MOST_COMPARED } from '../../state/selection-slice.ts'
import { useShortlist } from '../../state/shortlist.ts'
import { useApp } from '../../state/store.ts'
import { AskButton } from '../../ui/ask-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { SourcePlace, SourceSlot } from '../../ui/source-place.tsx'
import type { Fit } from './fit.ts'
import { FitLine } from './fit-line.tsx'
import { KeyFigures } from './key-figures.tsx'

interface ZoneTopProps {
  zone: Feature<Zone>
  regionName: string | null
  /** null: nothing is asked, or the answer is not there yet */
  fit: Fit | null
  /** at the day shown; null without an inventory, undefined before it is there */
  evaluation: ZoneEvaluation | null | undefined
  on: string
  today: string | null
}

export function ZoneTop({ zone, regionName, fit, evaluation, on, today }: ZoneTopProps) {
  const t = useTranslations('zone')
  const { language } = useFormat()
  const { properties } = zone
  const name = nameOf(properties, language)
  const words = { kind: t(`kind.${properties.kind}`), city: isolate(cityOf(properties, language)) }
  return (
    <header className="zone-head">
      <div className="zone-crumb">
        <nav aria-label={t('crumb')}>
          <ol>
            <li>
              <PageLink to="/">{t('explore')}</PageLink>
            </li>
            {regionName && (
              <li>
                <PageLink to="/" change={{ need: { ...NO_NEED, regions: [properties.regionId] }, typed: null }}>
                  {regionName}
                </PageLink>
              </li>
            )}
            <li aria-current="page">{name}</li>
          </ol>
        </nav>
        <FitLine fit={fit} />
      </div>
      <SourcePlace>
        <div className="zone-top">
          <div className="zone-name">
            <h1>{name}</h1>
            <p className="zone-sub">
              {properties.operatorName
                ? t('subtitleOperator', { ...words, operator: isolate(properties.operatorName) })
                : t('subtitle', words)}{' '}
              <span className="muted">
                {'· '}
                {t('techValley.label', { status: t(`techValley.${properties.techValleyStatus}`) })}{' '}
                {properties.techValleyStatus !== 'named' && t('techValley.why')}
              </span>
              {properties.illustrative && <strong className="is-illustrative"> {t('invented')}</strong>}
            </p>
          </div>
          <KeyFigures zone={zone} evaluation={evaluation} on={on} today={today} />
          <Acts id={zone.id} />
        </div>
        <SourceSlot />
      </SourcePlace>
    </header>
  )
}

function Acts({ id }: { id: string }) {
  const t = useTranslations('zone.act')
  const isCompared = useApp((state) => state.compared.includes(id))
  const isFull = useApp((state) => state.compared.length >= MOST_COMPARED)
  const toggleCompared = useApp((state) => state.toggleCompared)
  const isKept = useShortlist((state) => state.ids.includes(id))
  const toggleKept = useShortlist((state) => state.toggle)
  const isRefused = isFull && !isCompared
  return (
    <div className="zone-acts">
      <AskButton about={[id]} />
      <button
        type="button"
        className="btn"
        aria-pressed={isCompared}
        disabled={isRefused}
        title={isRefused ? t('full') : undefined}
        onClick={() => toggleCompared(id)}
      >
        <Icon name="compare" />
        {t(isCompared ? 'compared' : 'compare')}
      </button>
      <button type="button" className="btn primary" aria-pressed={isKept} onClick={() => toggleKept(id)}>
        <Icon name="bookmark" />
        {t(isKept ? 'kept' : 'keep')}
      </button>
    </div>
  )
}
