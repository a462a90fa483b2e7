import type { FitOut } from '../../schema/inventory.ts'
import type { Trade } from '../../schema/reference.ts'
import type { TerritorialPremium } from '../../schema/territory.ts'
import type { TechValleyStatus, ZoneStatus } from '../../schema/zone.ts'
import { type LanguageTerm, type Need, NO_NEED, type Ring } from './need.ts'
import { canonicalNeed } from './values.ts'

/** One thing a need asks, as a value: the page owns the words. */
export type ChipContent =
  | { term: 'seats'; value: number; contiguous: boolean }
  | { term: 'areaM2'; value: number; contiguous: boolean }
  /** Only where neither seats nor area are asked: otherwise those chips say it. */
  | { term: 'contiguous'; value: false }
  | { term: 'availableBy'; value: string }
  | { term: 'fitOuts'; value: FitOut }
  | { term: 'maxRentMadPerM2Month' | 'airportKm' | 'hsrStationKm' | 'railStationKm'; value: number }
  | { term: 'verifiedWithinDays'; value: number }
  | { term: 'regions' | 'provinces' | 'operators' | 'incentives'; value: string }
  | { term: 'statuses'; value: ZoneStatus }
  | { term: 'techValley'; value: TechValleyStatus }
  | { term: 'irCaps'; value: number | null }
  | { term: 'territorialPremiums'; value: TerritorialPremium }
  | { term: 'languages'; value: LanguageTerm }
  | { term: 'trade'; value: Trade }
  | { term: 'skillsCity'; value: true }
  | { term: 'area'; value: Ring }

export type Chip = ChipContent & {
  /** Stable among the chips of one need: for lists on a page. */
  key: string
  /** The need with this chip taken away. */
  without: Need
  /** false: the law of the catalogue (verified within 120 days), which no one can take away. */
  removable: boolean
}

/**
 * The chips of a need, in the order of its terms; one for each item of a list. `verifiedWithinDays` is always among
 * them, last: the catalogue's own law, and removable only where the need asks for something stricter or looser.
 */
export function chips(need: Need): Chip[] {
  const asked = canonicalNeed(need)
  const all: Chip[] = []
  const add = (content: ChipContent, key: string, change: Partial<Need>, removable = true) =>
    all.push({ ...content, key, without: { ...asked, ...change }, removable })
  const { contiguous } = asked

  if (asked.seats !== null) add({ term: 'seats', value: asked.seats, contiguous }, 'seats', { seats: null })
  if (asked.areaM2 !== null) add({ term: 'areaM2', value: asked.areaM2, contiguous }, 'areaM2', { areaM2: null })
  if (!contiguous && asked.seats === null && asked.areaM2 === null) {
    add({ term: 'contiguous', value: false }, 'contiguous', { contiguous: true })
  }
  if (asked.availableBy !== null) {
    add({ term: 'availableBy', value: asked.availableBy }, 'availableBy', { availableBy: null })
  }
  for (const value of asked.languages) {
    const languages = asked.languages.filter((other) => other !== value)
    add({ term: 'languages', value }, `languages:${value.language}`, { languages })
  }
  if (asked.trade !== null) add({ term: 'trade', value: asked.trade }, 'trade', { trade: null })
  for (const term of ['regions', 'provinces'] as const) {
    for (const value of asked[term]) {
      add({ term, value }, `${term}:${value}`, { [term]: asked[term].filter((other) => other !== value) })
    }
  }
  for (const value of asked.fitOuts) {
    add({ term: 'fitOuts', value }, `fitOuts:${value}`, { fitOuts: asked.fitOuts.filter((other) => other !== value) })
  }
  for (const term of ['maxRentMadPerM2Month', 'airportKm', 'hsrStationKm', 'railStationKm'] as const) {
    const value = asked[term]
    if (value !== null) add({ term, value }, term, { [term]: null })
  }
  for (const value of asked.statuses) {
    const statuses = asked.statuses.filter((other) => other !== value)
    add({ term: 'statuses', value }, `statuses:${value}`, { statuses })
  }
  for (const value of asked.techValley) {
    const techValley = asked.techValley.filter((other) => other !== value)
    add({ term: 'techValley', value }, `techValley:${value}`, { techValley })
  }
  for (const value of asked.irCaps) {
    add({ term: 'irCaps', value }, `irCaps:${value}`, { irCaps: asked.irCaps.filter((other) => other !== value) })
  }
  for (const value of asked.territorialPremiums) {
    const territorialPremiums = asked.territorialPremiums.filter((other) => other !== value)
    add({ term: 'territorialPremiums', value }, `territorialPremiums:${value}`, { territorialPremiums })
  }
  for (const term of ['operators', 'incentives'] as const) {
    for (const value of asked[term]) {
      add({ term, value }, `${term}:${value}`, { [term]: asked[term].filter((other) => other !== value) })
    }
  }
  if (asked.skillsCity) add({ term: 'skillsCity', value: true }, 'skillsCity', { skillsCity: false })
  if (asked.area !== null) add({ term: 'area', value: asked.area }, 'area', { area: null })
  const { verifiedWithinDays } = NO_NEED
  const isStricter = asked.verifiedWithinDays !== verifiedWithinDays
  const freshness = { term: 'verifiedWithinDays', value: asked.verifiedWithinDays } as const
  add(freshness, 'verifiedWithinDays', { verifiedWithinDays }, isStricter)
  return all
}
