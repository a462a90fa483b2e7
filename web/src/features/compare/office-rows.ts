import { dayOfIso, type Office, type OfficeAvailability, officeFreshness } from '@tvl/model'
import { shortNameOf } from '../../i18n/names.ts'
import { provenanceOf } from '../../ui/provenance.ts'
import { freeFromText, missingCell, type RowWords } from './row-words.ts'
import type { Cell, Row } from './rows.ts'
import type { Subject } from './subjects.ts'

/** As served: with the day from which it can be had. */
type Served = Office & Partial<OfficeAvailability>

/** What one office is, costs and allows. */
export function officeRows(subjects: readonly Subject[], words: RowWords): Row[] {
  const { t, need, format, money, today } = words
  const todayDay = dayOfIso(today)
  const cells = (property: keyof Office, cell: (office: Served) => Omit<Cell, 'provenance'>) =>
    subjects.map(({ office }): Cell => {
      if (!office) return missingCell('not-published')
      const made = cell(office)
      return { ...made, provenance: made.text === null ? null : provenanceOf(office.provenance, property) }
    })
  const figure = (
    property: 'seats' | 'areaM2' | 'floor' | 'rentMadPerM2Month' | 'serviceChargeMadPerM2Month',
    print: (value: number) => string,
  ) =>
    cells(property, (office) => {
      const value = office[property]
      return value === null
        ? { text: null, order: null, missing: 'not-published' }
        : { text: print(value), order: value }
    })
  return [
    {
      id: 'zone',
      group: 'supply',
      label: t('zone'),
      better: null,
      isText: true,
      cells: subjects.map(({ zone }) => ({
        text: shortNameOf(zone.properties, format.language),
        order: null,
        provenance: null,
      })),
    },
    {
      id: 'seats',
      group: 'supply',
      label: t('seats'),
      better: 'more',
      cells: figure('seats', (n) => format.number(n)),
    },
    { id: 'area', group: 'supply', label: t('area'), better: 'more', cells: figure('areaM2', format.area) },
    {
      id: 'perSeat',
      group: 'supply',
      label: t('perSeat'),
      better: null,
      cells: cells('areaM2', ({ areaM2, seats }) => ({ text: format.area(areaM2 / seats), order: areaM2 / seats })),
    },
    { id: 'floor', group: 'supply', label: t('floor'), better: null, cells: figure('floor', (n) => format.number(n)) },
    {
      id: 'fitOut',
      group: 'supply',
      label: t('fitOut'),
      better: null,
      isText: true,
      cells: cells('fitOut', ({ fitOut }) => ({ text: need(`fitOut.${fitOut}`), order: null })),
    },
    {
      id: 'state',
      group: 'supply',
      label: t('state'),
      better: null,
      isText: true,
      cells: cells('status', ({ status }) => ({ text: t(`states.${status}`), order: null })),
    },
    {
      id: 'freeFrom',
      group: 'supply',
      label: t('freeFrom'),
      better: 'less',
      cells: cells('status', ({ availableFrom }) => {
        if (!availableFrom) return { text: null, order: null, missing: 'not-published' }
        const day = dayOfIso(availableFrom)
        return { text: freeFromText(day, todayDay, words), order: Math.max(day, todayDay) }
      }),
    },
    {
      id: 'rent',
      group: 'supply',
      label: t('rentAsked'),
      under: money.rentUnit,
      better: 'less',
      cells: figure('rentMadPerM2Month', money.rent),
    },
    {
      id: 'charge',
      group: 'supply',
      label: t('charge'),
      under: money.rentUnit,
      better: 'less',
      cells: figure('serviceChargeMadPerM2Month', money.rent),
    },
    {
      id: 'verified',
      group: 'freshness',
      label: t('verified'),
      better: 'less',
      cells: cells('verifiedOn', (office) => {
        const fresh = officeFreshness(office, today).age
        if (!fresh) return { text: null, order: null, missing: 'never-verified' }
        return { text: t('daysAgo', { days: fresh.days }), order: fresh.days, dial: fresh.state }
      }),
    },
  ]
}
