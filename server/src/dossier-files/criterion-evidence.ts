import type { FrozenShortlist, FrozenSite, Measure, NeedLanguage, ShortlistSite } from '@tvl/model'
import { computedFrom, type Evidence, evidenceOf } from './evidence.ts'

export const LITERATE = {
  fr: 'literateFrenchPct',
  en: 'literateEnglishPct',
  es: 'literateSpanishPct',
} as const satisfies Record<NeedLanguage, string>

/**
 * What stands for the sums of the inventory, of which no record is frozen: in a demonstration it is invented whole,
 * whichever units stand beside. Null: no office is on record.
 */
export function inventoryEvidence({ catalogue }: FrozenShortlist, { inventory, units }: FrozenSite): Evidence | null {
  if (inventory === null && units.length === 0) return null
  if (catalogue.kind === 'demo') {
    return { grade: 'illustrative', sources: ['illustrative-inventory'], asOf: catalogue.today }
  }
  return computedFrom(units.flatMap((unit) => [evidenceOf(unit, 'seats'), evidenceOf(unit, 'status')]))
}

/** What stands for the value that the score reads of a site; null: nothing, the value is unknown. */
export function criterionEvidence(
  measure: Measure,
  frozen: FrozenShortlist,
  site: FrozenSite,
  line: ShortlistSite,
  languages: readonly NeedLanguage[],
): Evidence | null {
  const { zone, pool, units } = site
  switch (measure) {
    case 'rent':
      if (line.officeIds.length === 0) return evidenceOf(zone, 'rentMadPerM2Month')
      return computedFrom(units.flatMap((unit) => [evidenceOf(unit, 'rentMadPerM2Month'), evidenceOf(unit, 'areaM2')]))
    case 'taxes':
      return evidenceOf(zone, 'irCapPct')
    case 'premium':
      return evidenceOf(zone, 'territorialPremiumPct')
    case 'talent-language':
      return computedFrom(languages.map((language) => evidenceOf(pool, LITERATE[language])))
    case 'talent-entrants':
      return evidenceOf(pool, 'universityNewEntrants')
    case 'availability':
      return inventoryEvidence(frozen, site)
    case 'airport':
      return evidenceOf(zone, 'airportKm')
    case 'station':
      return evidenceOf(zone, 'hsrStationKm')
    case 'growth':
      return computedFrom(
        (['officeM2Announced', 'officeM2PlannedTotal', 'officeM2Built'] as const)
          .filter((key) => zone.properties[key] !== null)
          .map((key) => evidenceOf(zone, key)),
      )
  }
}
