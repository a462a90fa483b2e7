import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { useMoney } from '../../i18n/use-money.ts'
import { FreshnessDial } from '../../ui/freshness.tsx'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { provenanceOf } from '../../ui/provenance.ts'
import type { StackUnit } from '../../ui/stack/stack-layout.ts'
import { useUnitWords } from '../../ui/stack/use-unit-words.ts'

/** The same plan as a table, for whoever would rather read or copy it. */
export function UnitTable({ units, today, label }: { units: readonly StackUnit[]; today: string; label: string }) {
  const t = useTranslations('zone.unit')
  const inventory = useTranslations('zone.inventory')
  const common = useTranslations('common')
  const need = useTranslations('need')
  const format = useFormat()
  const money = useMoney()
  const words = useUnitWords(today)
  const rent = (mad: number | null) =>
    mad === null ? <span className="unknown">{common('unknown')}</span> : <bdi>{money.rent(mad)}</bdi>
  return (
    <details className="unit-table">
      <summary>{inventory('table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than its column is scrolled by the arrow keys */}
      <section className="scroll" aria-label={label} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('unit')}</th>
              <th scope="col">{t('floor')}</th>
              <th scope="col">{t('seatsLabel')}</th>
              <th scope="col">{t('area')}</th>
              <th scope="col">{t('fitOut')}</th>
              <th scope="col">
                {t('rent')} <span className="unit">{money.rentUnit}</span>
              </th>
              <th scope="col">{t('charge')}</th>
              <th scope="col">{t('status')}</th>
              <th scope="col">{t('verified')}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => {
              const { office, id } = unit
              const { state, line } = words.verification(unit)
              const grade = provenanceOf(office.provenance, 'seats')?.grade
              return (
                <tr key={id}>
                  <th scope="row">
                    <bdi>{office.name}</bdi> {grade && <GradeMark grade={grade} />}
                  </th>
                  <td>{format.number(office.floor)}</td>
                  <td>{format.number(office.seats)}</td>
                  <td>{format.area(office.areaM2)}</td>
                  <td>{need(`fitOut.${office.fitOut}`)}</td>
                  <td>{rent(office.rentMadPerM2Month)}</td>
                  <td>{rent(office.serviceChargeMadPerM2Month)}</td>
                  <td>{words.short(unit)}</td>
                  <td>
                    <FreshnessDial state={state} />
                    {line}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </details>
  )
}
