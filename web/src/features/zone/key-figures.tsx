import { useQuery } from '@tanstack/react-query'
import { type Incentive, isoOfDay, type Zone, type ZoneEvaluation } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../../api/catalogue.ts'
import { collectionQuery, type Feature } from '../../api/features.ts'
import { inventoryProvenance } from '../../api/inventory-provenance.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useMoney } from '../../i18n/use-money.ts'
import { Figure } from '../../ui/figure.tsx'
import { provenanceOf } from '../../ui/provenance.ts'
import { useShortDate } from './use-short-date.ts'

interface KeyFiguresProps {
  zone: Feature<Zone>
  /** null: no inventory here; undefined: not there yet */
  evaluation: ZoneEvaluation | null | undefined
  on: string
  today: string | null
}

/** The rule of the income-tax cap that is written for this very cap, for its last day. */
const capRule = (incentives: readonly Feature<Incentive>[] | undefined, pct: number | null) =>
  incentives?.find(
    ({ properties }) =>
      properties.category === 'personal-income-tax' && properties.capPct === pct && properties.status === 'in-force',
  )

/** What one asks of a zone first. */
export function KeyFigures({ zone: { properties: zone }, evaluation, on, today }: KeyFiguresProps) {
  const t = useTranslations('zone.keys')
  const why = useTranslations('zone.why')
  const format = useFormat()
  const money = useMoney()
  const shortDate = useShortDate()
  const { data: catalogue } = useQuery(catalogueQuery)
  const { data: incentives } = useQuery(collectionQuery('incentives'))
  const { data: pools } = useQuery(collectionQuery('talent-pools'))
  const pool = pools?.find(({ properties }) => properties.regionId === zone.regionId)?.properties
  const block = evaluation?.block ?? null
  const from = block && isoOfDay(block.availableFromDay)
  const seatsDay = from && from > (today ?? from) ? from : on
  const rent = provenanceOf(zone.provenance, 'rentMadPerM2Month')
  const ends = capRule(incentives, zone.irCapPct)?.properties.validTo
  const french = pool?.literateFrenchPct ?? null
  const wait = (label: string) => (
    <div aria-hidden="true">
      <dd>
        <i className="figure-wait" />
      </dd>
      <dt>{label}</dt>
    </div>
  )
  return (
    <dl className="zone-keys" aria-label={t('label')}>
      {evaluation === undefined && wait(t('seatsToday'))}
      {evaluation && catalogue && (
        <div>
          <dd>
            <Figure
              label={t('seatsToday')}
              value={format.number(evaluation.contiguousSeats)}
              provenance={inventoryProvenance(catalogue)}
            />
          </dd>
          <dt>{seatsDay === today ? t('seatsToday') : t('seats', { date: format.day(seatsDay, 'short-day') })}</dt>
        </div>
      )}
      <div>
        <dd>
          <Figure
            label={t('irCapOpen')}
            value={zone.irCapPct === null ? null : format.percent(zone.irCapPct)}
            provenance={provenanceOf(zone.provenance, 'irCapPct')}
          />
        </dd>
        <dt>
          {ends && zone.irCapPct !== null
            ? t('irCap', { date: t('until', { date: format.day(ends, 'short-month') }) })
            : t('irCapOpen')}
        </dt>
      </div>
      <div>
        <dd>
          <Figure
            label={t('rentUndated')}
            value={zone.rentMadPerM2Month === null ? null : money.rent(zone.rentMadPerM2Month)}
            unit={money.rentUnit}
            provenance={rent}
          />
        </dd>
        <dt>
          {zone.rentMadPerM2Month !== null && rent?.asOf ? t('rent', { date: shortDate(rent.asOf) }) : t('rentUndated')}
        </dt>
      </div>
      {!pools && wait(t('french'))}
      {pool && (
        <div>
          <dd>
            {french === null ? (
              <span className="unknown">{why('notPublished')}</span>
            ) : (
              <Figure
                label={t('french')}
                value={format.percent(french)}
                provenance={provenanceOf(pool.provenance, 'literateFrenchPct')}
              />
            )}
          </dd>
          <dt>{t('french')}</dt>
        </div>
      )}
    </dl>
  )
}
