import { availability, type FrozenShortlist, type FrozenSite, type Office, type SiteTotals } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Figure } from '../figure.tsx'
import { provenanceOf } from '../provenance.ts'
import { evidenceOfUnits, useDirhams } from './frozen-words.ts'
import { MonthlyFigure } from './monthly-figure.tsx'

/** The offices of a site, one by one, and what they come to. */
export function UnitsTable({
  name,
  site,
  totals,
  assumptions,
}: {
  /** Of the site. */
  name: string
  site: FrozenSite
  totals: SiteTotals
  assumptions: FrozenShortlist['shortlist']['assumptions']
}) {
  const t = useTranslations('dossier')
  const format = useFormat()
  const dirhams = useDirhams()
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by keyboard too */}
      <section className="dossier-scroll" aria-label={t('units.label', { site: name })} tabIndex={0}>
        <table className="dossier-table">
          <thead>
            <tr>
              <th scope="col">{t('units.office')}</th>
              <th scope="col">{t('table.seats')}</th>
              <th scope="col">{t('table.area')}</th>
              <th scope="col">{t('units.rent')}</th>
              <th scope="col">{t('units.charge')}</th>
              <th scope="col">{t('table.availableOn')}</th>
              <th scope="col">{t('units.verified')}</th>
            </tr>
          </thead>
          <tbody>
            {site.units.map(({ id, properties }) => (
              <UnitRow key={id} unit={properties} site={site} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              <td>{totals.seats !== null && format.number(totals.seats)}</td>
              <td>{totals.areaM2 !== null && format.area(totals.areaM2)}</td>
              <td colSpan={4}>
                <MonthlyFigure totals={totals} provenance={evidenceOfUnits(site)} unit={t('perMonth')} />
              </td>
            </tr>
          </tfoot>
        </table>
      </section>
      {totals.termCentimes !== null && (
        <p className="note">
          {t('overTerm', { months: assumptions.termMonths, amount: dirhams(totals.termCentimes) })}
        </p>
      )}
    </>
  )
}

function UnitRow({ unit, site }: { unit: Office; site: FrozenSite }) {
  const t = useTranslations('dossier')
  const format = useFormat()
  const building = site.buildings.find(({ id }) => id === unit.buildingId)?.properties
  const { availableFrom } = availability(unit)
  const cell = (field: keyof Office, label: string, value: string | null) => (
    <td>
      <Figure label={label} value={value} provenance={value === null ? null : provenanceOf(unit.provenance, field)} />
    </td>
  )
  const price = (mad: number | null) => (mad === null ? null : format.number(mad, { maxDigits: 2 }))
  return (
    <tr>
      <th scope="row">
        <bdi>{unit.name}</bdi>
        {building && <span className="note dossier-under">{nameOf(building, format.language)}</span>}
      </th>
      {cell('seats', t('table.seats'), format.number(unit.seats))}
      {cell('areaM2', t('table.area'), format.area(unit.areaM2))}
      {cell('rentMadPerM2Month', t('units.rent'), price(unit.rentMadPerM2Month))}
      {cell('serviceChargeMadPerM2Month', t('units.charge'), price(unit.serviceChargeMadPerM2Month))}
      {cell('status', t('table.availableOn'), availableFrom === null ? null : format.day(availableFrom, 'short-day'))}
      <td className="note">{unit.verifiedOn === null ? '' : format.day(unit.verifiedOn, 'short-day')}</td>
    </tr>
  )
}
