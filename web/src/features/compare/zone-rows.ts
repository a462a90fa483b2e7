import { dayOfIso } from '@tvl/model'
import { blockFreshness } from '../../api/block-freshness.ts'
import type { ZoneIndex } from '../../api/zone-index.ts'
import { provenanceOf } from '../../ui/provenance.ts'
import { factCell, freeFromText, missingCell, type RowWords } from './row-words.ts'
import type { Cell, Row } from './rows.ts'
import type { Subject } from './subjects.ts'

type Evaluated = NonNullable<Subject['evaluation']>

/** What can be had in a zone under the need, what stands there and what is to come; and how fresh that is. */
export function supplyRows(subjects: readonly Subject[], words: RowWords, zoneIndex: ZoneIndex): Row[] {
  const { t, format, money, inventory, today } = words
  const todayDay = dayOfIso(today)
  const counted = (cell: (evaluation: Evaluated) => Cell) =>
    subjects.map(({ evaluation }) => (evaluation ? cell(evaluation) : missingCell('no-office')))
  const fact = (
    property: 'officeM2Built' | 'officeM2Announced' | 'officeM2PlannedTotal' | 'rentMadPerM2Month' | 'occupancyPct',
    print: (value: number) => string,
  ) => subjects.map(({ zone }) => factCell(zone.properties, property, words, print))
  return [
    {
      id: 'contiguous',
      group: 'supply',
      label: t('contiguous'),
      better: 'more',
      cells: counted(({ contiguousSeats: seats }) => ({
        text: format.number(seats),
        order: seats,
        provenance: inventory,
      })),
    },
    {
      id: 'free',
      group: 'supply',
      label: t('free'),
      better: 'more',
      cells: counted(({ freeSeats: seats }) => ({ text: format.number(seats), order: seats, provenance: inventory })),
    },
    {
      id: 'freeFrom',
      group: 'supply',
      label: t('freeFrom'),
      better: 'less',
      cells: counted(({ block }) =>
        block
          ? {
              text: freeFromText(block.availableFromDay, todayDay, words),
              order: Math.max(todayDay, block.availableFromDay),
              provenance: inventory,
            }
          : missingCell('none-free'),
      ),
    },
    {
      id: 'rentAsked',
      group: 'supply',
      label: t('rentAsked'),
      under: money.rentUnit,
      better: 'less',
      cells: counted(({ minRentMadPerM2Month: rent, block }) =>
        rent === null
          ? missingCell(block ? 'not-published' : 'none-free')
          : { text: money.rent(rent), order: rent, provenance: inventory },
      ),
    },
    {
      id: 'rentPublished',
      group: 'supply',
      label: t('rentPublished'),
      under: money.rentUnit,
      better: 'less',
      cells: fact('rentMadPerM2Month', money.rent),
    },
    { id: 'built', group: 'supply', label: t('built'), better: 'more', cells: fact('officeM2Built', format.area) },
    {
      id: 'announced',
      group: 'supply',
      label: t('announced'),
      better: 'more',
      cells: fact('officeM2Announced', format.area),
    },
    {
      id: 'planned',
      group: 'supply',
      label: t('planned'),
      better: 'more',
      cells: fact('officeM2PlannedTotal', format.area),
    },
    {
      id: 'occupancy',
      group: 'supply',
      label: t('occupancy'),
      better: null,
      cells: fact('occupancyPct', (value) => format.percent(value)),
    },
    {
      id: 'verified',
      group: 'freshness',
      label: t('verified'),
      under: t('verifiedUnder'),
      better: 'less',
      cells: counted(({ block }) => {
        if (!block) return missingCell('none-free')
        const fresh = blockFreshness(zoneIndex.index.columns, block, today)
        if (!fresh) return missingCell('never-verified')
        return { text: t('daysAgo', { days: fresh.days }), order: fresh.days, provenance: inventory, dial: fresh.state }
      }),
    },
  ]
}

/** What kind of place a zone is, and who is there. */
export function siteRows(subjects: readonly Subject[], words: RowWords): Row[] {
  const { t, need, format } = words
  const number = (property: 'openedYear' | 'jobsCurrent' | 'companies', print: (value: number) => string) =>
    subjects.map(({ zone }) => factCell(zone.properties, property, words, print))
  const text = (
    property: 'status' | 'techValleyStatus' | 'operatorName',
    print: (zone: Subject['zone']) => string | null,
  ) =>
    subjects.map(({ zone }): Cell => {
      const value = print(zone)
      if (value === null) return missingCell('not-published')
      return { text: value, order: null, provenance: provenanceOf(zone.properties.provenance, property) }
    })
  return [
    {
      id: 'status',
      group: 'site',
      label: t('status'),
      better: null,
      isText: true,
      cells: text('status', ({ properties }) => need(`status.${properties.status}`)),
    },
    {
      id: 'techValley',
      group: 'site',
      label: t('techValley'),
      under: t('techValleyUnder'),
      better: null,
      isText: true,
      cells: text('techValleyStatus', ({ properties }) => need(`techValley.${properties.techValleyStatus}`)),
    },
    {
      id: 'operator',
      group: 'site',
      label: t('operator'),
      better: null,
      isText: true,
      cells: text('operatorName', ({ properties }) => properties.operatorName),
    },
    { id: 'opened', group: 'site', label: t('opened'), better: null, cells: number('openedYear', String) },
    {
      id: 'jobs',
      group: 'site',
      label: t('jobs'),
      better: null,
      cells: number('jobsCurrent', (n) => format.number(n)),
    },
    {
      id: 'companies',
      group: 'site',
      label: t('companies'),
      better: null,
      cells: number('companies', (n) => format.number(n)),
    },
  ]
}
