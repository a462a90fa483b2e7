import { isoOfDay, type OfficeColumns, type RuleZone } from '@tvl/model'
import { memo, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { blockFreshness } from '../../api/block-freshness.ts'
import type { Catalogue } from '../../api/catalogue.ts'
import { inventoryProvenance } from '../../api/inventory-provenance.ts'
import { cityOf, shortNameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useMoney } from '../../i18n/use-money.ts'
import { MOST_COMPARED } from '../../state/selection-slice.ts'
import { useShortlist } from '../../state/shortlist.ts'
import { useApp } from '../../state/store.ts'
import { Figure } from '../../ui/figure.tsx'
import { FreshnessDial } from '../../ui/freshness.tsx'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LiveSign } from '../../ui/live-changes.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { provenanceOf } from '../../ui/provenance.ts'
import { SourcePlace, SourceSlot } from '../../ui/source-place.tsx'
import { ScoreInterval } from './score-interval.tsx'
import { SiteDetail } from './site-detail.tsx'
import { type Hit, saysSame } from './use-search.ts'

interface SiteRowProps {
  hit: Hit
  catalogue: Catalogue
  columns: OfficeColumns
  /** days since 1970-01-01 */
  today: number
}

/** Whether a row would read the same. */
const isSameRow = (before: SiteRowProps, after: SiteRowProps) =>
  before.catalogue === after.catalogue &&
  before.columns === after.columns &&
  before.today === after.today &&
  saysSame(before.hit, after.hit)

/** One answer: figures with their evidence, hover and focus shared with its pin. */
export const SiteRow = memo(function SiteRow({ hit, catalogue, columns, today }: SiteRowProps) {
  const t = useTranslations('explore.row')
  const format = useFormat()
  const { zone, block } = hit.evaluation
  const name = shortNameOf(zone.properties, format.language)
  const isSelected = useApp((state) => state.selected === zone.id)
  const isHovered = useApp((state) => state.hovered === zone.id)
  const { hover, select } = useApp.getState()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // Chosen on the map, the row comes into view; chosen here, it is in view already.
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  const fresh = block ? blockFreshness(columns, block, catalogue.today) : null
  return (
    <li
      ref={row}
      className="row"
      data-selected={isSelected || undefined}
      data-hovered={isHovered || undefined}
      onPointerEnter={() => hover(zone.id)}
      onPointerLeave={() => hover(null)}
      onFocus={() => hover(zone.id)}
      onBlur={() => hover(null)}
    >
      <SourcePlace>
        <div className="row-head">
          <button
            type="button"
            className="rank"
            aria-pressed={isSelected}
            aria-label={`${t('rank', { rank: hit.rank })}. ${t('select', { site: name })}`}
            onClick={() => select(isSelected ? null : zone.id)}
          >
            {format.number(hit.rank)}
          </button>
          <h3>
            <PageLink className="row-name" to={`/zones/${zone.id}`} data-row-link>
              {name}
            </PageLink>{' '}
            <span className="note">{cityOf(zone.properties, format.language)}</span>
          </h3>
          <LiveSign zone={zone.id} />
          <p className="row-fresh note">
            <FreshnessDial state={fresh?.state ?? 'never'} />
            {block ? (fresh ? t('verified', { days: fresh.days }) : t('neverVerified')) : t('noOffice')}
          </p>
        </div>
        <Figures hit={hit} catalogue={catalogue} today={today} />
        <div className="row-tail">
          <Tags zone={zone} />
          <Acts id={zone.id} name={name} />
        </div>
        <SourceSlot />
      </SourcePlace>
      {isSelected && <SiteDetail hit={hit} />}
    </li>
  )
}, isSameRow)

function Figures({ hit, catalogue, today }: Omit<SiteRowProps, 'columns'>) {
  const t = useTranslations('explore.row')
  const format = useFormat()
  const money = useMoney()
  const { block, contiguousSeats, minRentMadPerM2Month: rent } = hit.evaluation
  const inventory = inventoryProvenance(catalogue)
  const { score } = hit.score
  const from = block && block.availableFromDay > today ? isoOfDay(block.availableFromDay) : null
  return (
    <dl className="row-figures">
      <div>
        <dt>{t('contiguous')}</dt>
        <dd>
          <Figure
            label={t('contiguousLabel')}
            value={block ? format.number(contiguousSeats) : null}
            provenance={inventory}
          />
        </dd>
      </div>
      <div>
        <dt>{t('freeFrom')}</dt>
        <dd>
          <Figure
            label={t('freeFrom')}
            value={block ? (from ? format.day(from, 'short-month') : t('now')) : null}
            provenance={inventory}
          />
        </dd>
      </div>
      <div>
        <dt>
          <span className="sr">{t('rent')} </span>
          {money.rentUnit}
        </dt>
        <dd>
          <Figure label={t('rent')} value={rent === null ? null : money.rent(rent)} provenance={inventory} />
        </dd>
      </div>
      <div>
        <dt>
          <span className="sr">{t('score')}, </span>
          {hit.interval.best === hit.interval.worst
            ? t('rankSure', { rank: hit.interval.best ?? '' })
            : t('rankBetween', { best: hit.interval.best ?? '', worst: hit.interval.worst ?? '' })}
        </dt>
        <dd>
          <span className="figure">
            <bdi>{format.number(score.mid, { maxDigits: 0 })}</bdi>
            <span className="mark-still">
              <GradeMark grade="modelled" />
            </span>
          </span>
        </dd>
        <dd className="row-interval">
          <ScoreInterval score={score} />
        </dd>
      </div>
    </dl>
  )
}

const Tags = memo(function Tags({ zone }: { zone: RuleZone }) {
  const t = useTranslations('explore.row')
  const need = useTranslations('need')
  const format = useFormat()
  const { irCapPct, territorialPremium, territorialPremiumPct, airportKm, provenance } = zone.properties
  const premium =
    territorialPremium === null
      ? null
      : territorialPremium === 'none'
        ? t('noPremium')
        : need(`premium.${territorialPremium}`, { pct: format.percent(territorialPremiumPct ?? 0, { sign: true }) })
  return (
    <p className="row-tags">
      <span>
        {t('irCap')}{' '}
        <Figure
          label={t('irCapLabel')}
          value={irCapPct === null ? null : format.percent(irCapPct)}
          provenance={provenanceOf(provenance, 'irCapPct')}
        />
      </span>
      <span>
        {premium !== null && territorialPremium !== 'none' && `${t('premium')} `}
        <Figure label={t('premiumLabel')} value={premium} provenance={provenanceOf(provenance, 'territorialPremium')} />
      </span>
      <span>
        {t('airport')}{' '}
        <Figure
          label={t('airport')}
          value={airportKm === null ? null : format.distance(airportKm)}
          provenance={provenanceOf(provenance, 'airportKm')}
        />
      </span>
    </p>
  )
})

const Acts = memo(function Acts({ id, name }: { id: string; name: string }) {
  const t = useTranslations('explore.row')
  const isCompared = useApp((state) => state.compared.includes(id))
  const isFull = useApp((state) => state.compared.length >= MOST_COMPARED)
  const toggleCompared = useApp((state) => state.toggleCompared)
  const isKept = useShortlist((state) => state.ids.includes(id))
  const toggleKept = useShortlist((state) => state.toggle)
  return (
    <div className="row-acts">
      <label className="row-compare" title={t('compare')}>
        <input
          type="checkbox"
          className="check"
          checked={isCompared}
          disabled={!isCompared && isFull}
          aria-label={t('compareSite', { site: name })}
          onChange={() => toggleCompared(id)}
        />
        <span aria-hidden="true">{t('compare')}</span>
      </label>
      <button
        type="button"
        className="icon-btn row-keep"
        aria-pressed={isKept}
        aria-label={t('keep', { site: name })}
        onClick={() => toggleKept(id)}
      >
        <Icon name="bookmark" />
      </button>
    </div>
  )
})
