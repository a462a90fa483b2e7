import type { Zone } from '@tvl/model'
import { useTranslations } from 'use-intl'
import type { Feature } from '../../api/features.ts'
import { isolate, unitWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useMoney } from '../../i18n/use-money.ts'
import { provenanceOf } from '../../ui/provenance.ts'
import type { FactRow } from './fact-table.tsx'
import { parted } from './parted.ts'

/** The published facts of a zone as rows, in the order people ask for them. What cannot apply to it is left out. */
export function useFacts({ properties: zone }: Feature<Zone>): FactRow[] {
  const t = useTranslations('zone.facts')
  const why = useTranslations('zone.why')
  const need = useTranslations('need')
  const common = useTranslations('common')
  const format = useFormat()
  const money = useMoney()
  const isBuilt = zone.status === 'operational'
  const row = (property: keyof Zone, label: string, value: string | null, more: Partial<FactRow> = {}): FactRow => ({
    key: property,
    label,
    value,
    provenance: value === null ? null : provenanceOf(zone.provenance, property),
    ...more,
  })
  const number = (value: number | null) => (value === null ? null : format.number(value))
  const area = (property: keyof Zone, label: string, m2: number | null, more: Partial<FactRow> = {}) => {
    const { value, unit } = parted(format.area(m2 ?? 0))
    return row(property, label, m2 === null ? null : value, { unit, ...more })
  }
  const premium =
    zone.territorialPremium === null
      ? null
      : zone.territorialPremium === 'none'
        ? t('premiumNone')
        : need(`premium.${zone.territorialPremium}`, {
            pct: format.percent(zone.territorialPremiumPct ?? 0, { sign: true }),
          })
  const rows: (FactRow | false)[] = [
    row('operatorName', t('operator'), zone.operatorName && isolate(zone.operatorName)),
    zone.developerName !== null && row('developerName', t('developer'), isolate(zone.developerName)),
    row('status', t('status'), need(`status.${zone.status}`)),
    row('areaHa', t('land'), number(zone.areaHa), { unit: unitWords(format.language).ha }),
    area('officeM2Built', t('built'), zone.officeM2Built),
    area('officeM2PlannedTotal', t('plan'), zone.officeM2PlannedTotal),
    area('officeM2Announced', t('announced'), zone.officeM2Announced),
    area('officeM2AvailableOfficial', t('available'), zone.officeM2AvailableOfficial, {
      ...(zone.officeM2AvailableOfficial === null && { note: why('noPublisher'), why: why('availability') }),
    }),
    (isBuilt || zone.occupancyPct !== null) &&
      row('occupancyPct', t('occupancy'), zone.occupancyPct === null ? null : format.percent(zone.occupancyPct)),
    (isBuilt || zone.jobsCurrent !== null) && row('jobsCurrent', t('jobs'), number(zone.jobsCurrent)),
    row('jobsPlanned', t('jobsPlanned'), number(zone.jobsPlanned)),
    (isBuilt || zone.companies !== null) && row('companies', t('companies'), number(zone.companies)),
    (isBuilt || zone.openedYear !== null) &&
      row('openedYear', t('opened'), zone.openedYear === null ? null : String(zone.openedYear)),
    (!isBuilt || zone.expectedYear !== null) &&
      row('expectedYear', t('expected'), zone.expectedYear === null ? null : String(zone.expectedYear)),
    row('rentMadPerM2Month', t('rent'), zone.rentMadPerM2Month === null ? null : money.rent(zone.rentMadPerM2Month), {
      unit: money.rentUnit,
    }),
    row(
      'investmentMad',
      t('investment'),
      zone.investmentMad === null ? null : money.amount(zone.investmentMad / 1e6, 1),
      {
        unit: t('millions', { currency: money.currency === 'MAD' ? common('money.mad') : money.currency }),
      },
    ),
    row('irCapPct', t('irCap'), zone.irCapPct === null ? null : format.percent(zone.irCapPct)),
    row('territorialPremium', t('premium'), premium),
    row('positionRadiusM', t('position'), format.distance(zone.positionRadiusM / 1000)),
  ]
  return rows.filter((candidate) => candidate !== false)
}
