import type { FrozenShortlist } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { cityOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Figure } from '../figure.tsx'
import { provenanceOf } from '../provenance.ts'
import { SourcePlace, SourceSlot } from '../source-place.tsx'
import { evidenceOfUnits, type ShownSite, shownSites, siteName, useDirhams } from './frozen-words.ts'
import { MonthlyFigure } from './monthly-figure.tsx'
import { ScoreFigure } from './score-figure.tsx'

/** All sites of a shortlist with what they come to, in the order shown. */
export function SitesTable({ frozen }: { frozen: FrozenShortlist }) {
  const t = useTranslations('dossier')
  const shown = shownSites(frozen)
  return (
    <SourcePlace>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by keyboard too */}
      <section className="dossier-scroll" aria-label={t('table.label')} tabIndex={0}>
        <table className="dossier-table">
          <thead>
            <tr>
              <th scope="col">{t('table.site')}</th>
              <th scope="col">{t('table.score')}</th>
              <th scope="col">{t('table.seats')}</th>
              <th scope="col">{t('table.area')}</th>
              <th scope="col">{t('table.monthly')}</th>
              <th scope="col">{t('table.perSeat')}</th>
              <th scope="col">{t('table.availableOn')}</th>
              <th scope="col">{t('table.irCap')}</th>
              <th scope="col">{t('table.airport')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <Row key={one.site.id} one={one} />
            ))}
          </tbody>
        </table>
      </section>
      <SourceSlot />
    </SourcePlace>
  )
}

function Row({ one }: { one: ShownSite }) {
  const t = useTranslations('dossier')
  const format = useFormat()
  const dirhams = useDirhams()
  const { site, totals } = one
  const zone = site.zone.properties
  const units = evidenceOfUnits(site)
  const published = totals.basis === 'published-rent' ? provenanceOf(zone.provenance, 'rentMadPerM2Month') : null
  const sums = units ?? published
  const name = siteName(one, format)
  return (
    <tr>
      <th scope="row">
        <div className="dossier-what">
          <span className="dossier-place" aria-hidden="true">
            {format.number(totals.place)}
          </span>
          <a className="dossier-name" href={`#site-${site.id}`}>
            {name}
          </a>
          <span className="note">{cityOf(zone, format.language)}</span>
        </div>
      </th>
      <td>
        <ScoreFigure totals={totals} />
      </td>
      <td>
        <Figure
          label={t('table.seats')}
          value={totals.seats === null ? null : format.number(totals.seats)}
          provenance={totals.seats === null ? null : sums}
        />
      </td>
      <td>
        <Figure
          label={t('table.area')}
          value={totals.areaM2 === null ? null : format.area(totals.areaM2)}
          provenance={totals.areaM2 === null ? null : sums}
        />
      </td>
      <td>
        <MonthlyFigure totals={totals} provenance={sums} />
      </td>
      <td>
        <Figure
          label={t('table.perSeat')}
          value={totals.perSeatCentimes === null ? null : dirhams(totals.perSeatCentimes)}
          provenance={totals.perSeatCentimes === null ? null : sums}
        />
      </td>
      <td>
        <Figure
          label={t('table.availableOn')}
          value={totals.availableOn === null ? null : format.day(totals.availableOn, 'short-day')}
          provenance={totals.availableOn === null ? null : sums}
        />
      </td>
      <td>
        <Figure
          label={t('table.irCap')}
          value={zone.irCapPct === null ? null : format.percent(zone.irCapPct)}
          provenance={zone.irCapPct === null ? null : provenanceOf(zone.provenance, 'irCapPct')}
        />
      </td>
      <td>
        <Figure
          label={t('table.airport')}
          value={zone.airportKm === null ? null : format.distance(zone.airportKm)}
          provenance={zone.airportKm === null ? null : provenanceOf(zone.provenance, 'airportKm')}
        />
      </td>
    </tr>
  )
}
