import {
  type FreezeCatalogue,
  type FrozenData,
  type FrozenShortlist,
  freeze,
  type Shortlist,
  seal,
  siteLine,
  siteTotals,
} from '@tvl/model'
import { freezeCatalogue } from '../shortlists/freeze-catalogue.ts'
import { aShortlist, lineId } from '../shortlists/shortlists.maker.ts'
import { demoSnapshot } from '../testing/demo-snapshot.ts'
import type { DossierQuestion } from './dossier.ts'

/** A shortlist frozen on the demonstration’s catalogue; `edit` changes the catalogue first. */
export function aFrozen(
  change: Partial<Shortlist> = {},
  edit: (catalogue: FreezeCatalogue) => FreezeCatalogue = (catalogue) => catalogue,
): FrozenShortlist {
  const shortlist = aShortlist(change)
  return freeze(shortlist, edit(freezeCatalogue(demoSnapshot(), shortlist, 'demo')))
}

export const aDossier = (frozen = aFrozen(), change: Partial<DossierQuestion> = {}): DossierQuestion => ({
  frozen,
  hash: seal(frozen).hash,
  issuer: 'CRI Fès-Meknès',
  language: 'fr',
  ...change,
})

/** What was frozen with something else in it, and the totals of that. */
export function refrozen(frozen: FrozenShortlist, change: (data: FrozenData) => FrozenData): FrozenShortlist {
  const data = change(JSON.parse(JSON.stringify(frozen)))
  return { ...data, totals: siteTotals(data) }
}

/** Every office of the catalogue has its prices. */
export const priced = (catalogue: FreezeCatalogue): FreezeCatalogue => ({
  ...catalogue,
  offices: catalogue.offices.map((office, i) => ({
    ...office,
    properties: {
      ...office.properties,
      rentMadPerM2Month: office.properties.rentMadPerM2Month ?? (7135 + (i % 40)) / 100,
      serviceChargeMadPerM2Month: office.properties.serviceChargeMadPerM2Month ?? 11.05,
    },
  })),
})

/** A catalogue of published facts: nothing is known of any office. */
export const factsOnly = (catalogue: FreezeCatalogue): FreezeCatalogue => ({
  ...catalogue,
  ...{ kind: 'facts', offices: [], buildings: [] },
})

/** A zone, one of its offices, and a block of four that is not all free, in this order. */
export function mixedLines(zoneId: string): Shortlist['sites'] {
  const { offices } = freezeCatalogue(demoSnapshot(), { sites: [siteLine(lineId(1), zoneId)] }, 'demo')
  const ids = offices.map(({ id }) => id)
  return [
    siteLine(lineId(3), zoneId),
    siteLine(lineId(2), zoneId, ids.slice(0, 1)),
    siteLine(lineId(1), zoneId, ids.slice(3, 7)),
  ]
}
