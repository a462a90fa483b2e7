import type { Office } from '../../schema/inventory.ts'
import type { TalentPool } from '../../schema/territory.ts'
import type { Zone, ZoneInventory } from '../../schema/zone.ts'
import type { NeedLanguage } from '../need/need.ts'
import type { SiteForScore } from './score.ts'

/** Figures of a zone's offices at the need's date. Both null where the inventory is not there. */
export interface InventoryForScore {
  contiguousSeats: ZoneInventory['contiguousSeats'] | null
  /** Median asking rent of the matching offices, MAD/m²/month. */
  medianRentMadPerM2Month?: number | null
}

const PCT_OF = {
  fr: 'literateFrenchPct',
  en: 'literateEnglishPct',
  es: 'literateSpanishPct',
} as const satisfies Record<NeedLanguage, keyof TalentPool>

/** The least share among languages in a region; null when none is asked or one is not published. */
export function leastLanguagePct(pool: TalentPool | null, languages: readonly NeedLanguage[]): number | null {
  let least: number | null = null
  for (const language of languages) {
    const pct = pool?.[PCT_OF[language]] ?? null
    if (pct === null) return null
    least = least === null ? pct : Math.min(least, pct)
  }
  return least
}

/** m² announced, or planned beyond what is built, whichever is more; null when neither is published. */
export function growthM2(
  zone: Pick<Zone, 'status' | 'officeM2Announced' | 'officeM2PlannedTotal' | 'officeM2Built'>,
): number | null {
  const { officeM2Announced: announced, officeM2PlannedTotal: planned, officeM2Built: built } = zone
  // A plan without a figure for what stands leaves the room unknown, unless the site is only a plan.
  const standing = built ?? (zone.status === 'planned' ? 0 : null)
  const remaining = planned !== null && standing !== null ? Math.max(0, planned - standing) : null
  if (announced === null) return remaining
  return remaining === null ? announced : Math.max(announced, remaining)
}

/** What the score reads of the zone a site lies in. */
type ZoneForScore = { id: string } & Pick<
  Zone,
  | 'rentMadPerM2Month'
  | 'irCapPct'
  | 'territorialPremiumPct'
  | 'airportKm'
  | 'hsrStationKm'
  | 'status'
  | 'officeM2Announced'
  | 'officeM2PlannedTotal'
  | 'officeM2Built'
>

/** What the score reads of a zone: asking rents where the inventory has them, else the published (old) rent. */
export function siteForScore(
  zone: ZoneForScore,
  talentPool: TalentPool | null,
  inventory: InventoryForScore | null,
  { languages }: { languages: readonly NeedLanguage[] },
): SiteForScore {
  return {
    id: zone.id,
    rentMadPerM2Month: inventory?.medianRentMadPerM2Month ?? zone.rentMadPerM2Month,
    irCapPct: zone.irCapPct,
    territorialPremiumPct: zone.territorialPremiumPct,
    languagePct: leastLanguagePct(talentPool, languages),
    universityNewEntrants: talentPool?.universityNewEntrants ?? null,
    contiguousSeats: inventory?.contiguousSeats ?? null,
    airportKm: zone.airportKm,
    hsrStationKm: zone.hsrStationKm,
    growthM2: growthM2(zone),
  }
}

/**
 * What the score reads of one office: its own rent and seats, and of its zone the rest. An office not to be had on the
 * need's date has no seats to offer; a rent that is not asked stays unknown, whatever the zone published once.
 */
export function officeForScore(
  office: { id: string } & Pick<Office, 'rentMadPerM2Month' | 'seats'>,
  isAvailable: boolean,
  zone: ZoneForScore,
  talentPool: TalentPool | null,
  { languages }: { languages: readonly NeedLanguage[] },
): SiteForScore {
  return {
    ...siteForScore(zone, talentPool, null, { languages }),
    id: office.id,
    rentMadPerM2Month: office.rentMadPerM2Month,
    contiguousSeats: isAvailable ? office.seats : 0,
  }
}
