import { type FreshnessBoard, type FreshnessSums, VERIFICATION_STATES } from '@tvl/model'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { nameOf, shortNameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FreshnessDial } from '../../ui/freshness.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { InventoryMark } from './inventory-mark.tsx'
import { StateBar } from './state-bar.tsx'

interface PlaceTableProps {
  board: FreshnessBoard
  region: FreshnessBoard['regions'][number] | null
}

/** Zone by zone under the sum of their region, and the sum of all. Zones without any office are named below. */
export function PlaceTable({ board, region }: PlaceTableProps) {
  const t = useTranslations('freshness')
  const format = useFormat()
  const { language } = format
  const regions = (region ? [region] : board.regions).filter(({ sums }) => sums.all.offices > 0)
  const zonesOf = (id: string) =>
    board.zones
      .filter((zone) => zone.regionId === id && zone.sums.all.offices > 0)
      .sort((a, b) => b.sums.all.offices - a.sums.all.offices)
  const empty = board.zones.filter(
    ({ regionId, sums }) => sums.all.offices === 0 && (region === null || regionId === region.id),
  )
  return (
    <section aria-labelledby="zones-title">
      <h2 id="zones-title">
        {t('byZone')} <InventoryMark />
      </h2>
      <table className="freshness-table freshness-places">
        <thead>
          <tr>
            <th scope="col">{t('zone')}</th>
            <th scope="col" className="bar-column">
              {t('shares')}
            </th>
            {VERIFICATION_STATES.map((state) => (
              <th key={state} scope="col" className="figure-column">
                <FreshnessDial state={state} />
                {t(`state.${state}`)}
              </th>
            ))}
            <th scope="col" className="figure-column">
              {t('offices')}
            </th>
            <th scope="col" className="figure-column">
              {t('freeSeats')}
            </th>
            <th scope="col" className="figure-column">
              {t('lostSeats')}
            </th>
          </tr>
        </thead>
        {regions.map((one) => (
          <tbody key={one.id}>
            <Row sums={one.sums} isSum name={nameOf(one, language)} />
            {zonesOf(one.id).map((zone) => (
              <Row
                key={zone.id}
                sums={zone.sums}
                name={
                  <PageLink className="link" to={`/zones/${zone.id}`}>
                    {shortNameOf(zone, language)}
                  </PageLink>
                }
              />
            ))}
          </tbody>
        ))}
        {region === null && (
          <tfoot>
            <Row sums={board.country} isSum name={t('country')} />
          </tfoot>
        )}
      </table>
      {empty.length > 0 && (
        <p className="note">{t('without', { zones: format.list(empty.map((zone) => shortNameOf(zone, language))) })}</p>
      )}
    </section>
  )
}

function Row({ name, sums, isSum = false }: { name: ReactNode; sums: FreshnessSums; isSum?: boolean }) {
  const t = useTranslations('freshness')
  const { number } = useFormat()
  return (
    <tr className={isSum ? 'is-sum' : undefined}>
      <th scope="row">{name}</th>
      <td className="bar-column">
        <StateBar states={sums.states} />
      </td>
      {VERIFICATION_STATES.map((state) => (
        <td key={state} className="figure-column" data-zero={sums.states[state].offices === 0 || undefined}>
          <span className="cell-label">
            <FreshnessDial state={state} />
            {t(`state.${state}`)}
          </span>
          {number(sums.states[state].offices)}
        </td>
      ))}
      <td className="figure-column is-total">
        <span className="cell-label">{t('offices')}</span>
        {number(sums.all.offices)}
      </td>
      <td className="figure-column is-total">
        <span className="cell-label">{t('freeSeats')}</span>
        {number(sums.available.seats)}
      </td>
      <td className="figure-column is-total">
        <span className="cell-label">{t('lostSeats')}</span>
        {number(sums.lost.seats)}
      </td>
    </tr>
  )
}
