import type { FitOut } from '../../schema/inventory.ts'
import type { Trade } from '../../schema/reference.ts'
import type { TerritorialPremium } from '../../schema/territory.ts'
import type { TechValleyStatus, ZoneStatus } from '../../schema/zone.ts'
import type { Need, NeedLanguage } from './need.ts'

/**
 * The values a need may hold, in the one order in which addresses, chips and sentences show them. Repeated from the
 * schema, because the page does not load the schema library; the record types make a missing value a type error.
 */
const inOrder = <T extends string>(values: Record<T, true>): readonly T[] => Object.keys(values) as T[]

export const NEED_FIT_OUTS = inOrder<FitOut>({ shell: true, fitted: true, 'plug-and-play': true })
export const NEED_STATUSES = inOrder<ZoneStatus>({ operational: true, 'under-construction': true, planned: true })
export const NEED_TECH_VALLEY = inOrder<TechValleyStatus>({
  named: true,
  'candidate-unconfirmed': true,
  'not-announced': true,
})
export const NEED_PREMIUMS = inOrder<TerritorialPremium>({ none: true, A: true, B: true })
export const NEED_LANGUAGES = inOrder<NeedLanguage>({ fr: true, en: true, es: true })
export const NEED_TRADES = inOrder<Trade>({ ITO: true, CRM: true, BPO: true, ESO: true, KPO: true })

const sorted = (ids: readonly string[]): string[] => [...new Set(ids)].sort()
const among = <T>(order: readonly T[], values: readonly T[]): T[] => order.filter((value) => values.includes(value))

/** The same need with every list in its one order and without repeats: two needs ask the same iff these are equal. */
export function canonicalNeed(need: Need): Need {
  return {
    ...need,
    fitOuts: among(NEED_FIT_OUTS, need.fitOuts),
    regions: sorted(need.regions),
    provinces: sorted(need.provinces),
    statuses: among(NEED_STATUSES, need.statuses),
    techValley: among(NEED_TECH_VALLEY, need.techValley),
    operators: sorted(need.operators),
    irCaps: [...new Set(need.irCaps)].sort((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY)),
    territorialPremiums: among(NEED_PREMIUMS, need.territorialPremiums),
    incentives: sorted(need.incentives),
    languages: NEED_LANGUAGES.flatMap((language) => need.languages.find((term) => term.language === language) ?? []),
  }
}
