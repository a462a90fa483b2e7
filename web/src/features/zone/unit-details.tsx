import { clockDays, holdEndsOn } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useMoney } from '../../i18n/use-money.ts'
import { Figure } from '../../ui/figure.tsx'
import { FreshnessDial } from '../../ui/freshness.tsx'
import { Photos } from '../../ui/photos.tsx'
import { provenanceOf } from '../../ui/provenance.ts'
import { SourcePlace, SourceSlot } from '../../ui/source-place.tsx'
import type { StackUnit } from '../../ui/stack/stack-layout.ts'
import { useUnitWords } from '../../ui/stack/use-unit-words.ts'
import { CompareOffice } from './compare-office.tsx'
import { UnitFreshness } from './unit-freshness.tsx'

/** All that is known of one unit, opened under its floor. */
export function UnitDetails({ unit, today }: { unit: StackUnit; today: string }) {
  const t = useTranslations('zone.unit')
  const zone = useTranslations('zone')
  const need = useTranslations('need')
  const format = useFormat()
  const money = useMoney()
  const { office } = unit
  const holdEnds = holdEndsOn(office)
  const words = useUnitWords(today)
  const { state, line } = words.verification(unit)
  const isExpired = state === 'expired'
  const rent = (mad: number | null) => (mad === null ? null : money.rent(mad))
  const figures: readonly { key: keyof typeof office; label: string; value: string | null; measure?: string }[] = [
    { key: 'seats', label: t('seatsLabel'), value: format.number(office.seats) },
    { key: 'areaM2', label: t('area'), value: format.area(office.areaM2) },
    { key: 'fitOut', label: t('fitOut'), value: need(`fitOut.${office.fitOut}`) },
    { key: 'rentMadPerM2Month', label: t('rent'), value: rent(office.rentMadPerM2Month), measure: money.rentUnit },
    {
      key: 'serviceChargeMadPerM2Month',
      label: t('charge'),
      value: rent(office.serviceChargeMadPerM2Month),
      measure: money.rentUnit,
    },
    { key: 'status', label: t('status'), value: `${zone(`state.${unit.state}`)}` },
    ...(office.status === 'let'
      ? [
          {
            key: 'leaseEndsOn' as const,
            label: t('lease'),
            value: office.leaseEndsOn && format.day(office.leaseEndsOn),
          },
        ]
      : []),
    ...(office.status === 'held'
      ? [{ key: 'holdEndsAt' as const, label: t('hold'), value: holdEnds && format.day(holdEnds) }]
      : []),
    ...(office.status === 'under-construction'
      ? [
          {
            key: 'deliversOn' as const,
            label: t('delivery'),
            value: office.deliversOn && format.day(office.deliversOn),
          },
        ]
      : []),
    { key: 'freeFrom', label: t('availableFrom'), value: unit.availableFrom && format.day(unit.availableFrom) },
  ]
  return (
    <section className="unit-open" aria-label={isolate(office.name)}>
      <SourcePlace>
        <p className="unit-title">
          <b>
            <bdi>{office.name}</bdi>
          </b>
          <span className={isExpired ? 'unit-fresh is-expired' : 'unit-fresh'}>
            <FreshnessDial state={state} />
            {t('verified')} {line}
          </span>
        </p>
        {isExpired && (
          <p className="unit-expired">{t('expiredLine', { limit: format.number(clockDays(office.status)) })}</p>
        )}
        <dl className="unit-figures">
          {figures.map(({ key, label, value, measure }) => (
            <div key={key}>
              <dt>
                {label}
                {measure && `${zone('comma')}${measure}`}
              </dt>
              <dd>
                <Figure
                  label={`${office.name}, ${label}`}
                  value={value}
                  provenance={provenanceOf(office.provenance, key)}
                />
              </dd>
            </div>
          ))}
        </dl>
        <SourceSlot />
        <UnitFreshness office={office} today={today} />
        <CompareOffice id={unit.id} zoneId={office.zoneId} />
        <Photos photos={office.photos} of={isolate(office.name)} />
      </SourcePlace>
    </section>
  )
}
