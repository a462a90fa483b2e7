import type { EnquiryRouting } from '../../schema/enquiry.ts'
import type { Trade } from '../../schema/reference.ts'
import { agencyOfRegion, NATIONAL_AGENCY, regionOfAgency } from './agencies.ts'

/** What decides where an enquiry goes. */
export interface RoutingQuestion {
  /** Regions of the sites it names, one for each site. */
  siteRegions: readonly string[]
  /** Regions asked for in words or by the search; they count where no site is named. */
  askedRegions: readonly string[]
  trade: Trade | null
  seats: number | null
  /** Organisation whose link the question was sent from. */
  sharedBy?: string | null
}

/** One condition under which the national agency answers. All that it says must hold. */
export interface NationalRule {
  id: Extract<EnquiryRouting['rule'], 'large' | 'several-regions' | 'trade'>
  minSeats?: number
  minRegions?: number
  trades?: readonly Trade[]
}

/** The rules in force, the first that holds decides. No trade is kept for the national agency today. */
export const NATIONAL_RULES: readonly NationalRule[] = [
  { id: 'several-regions', minRegions: 2 },
  { id: 'large', minSeats: 500 },
]

/**
 * Where an enquiry goes and why. Who sent the link that it came from answers it. Otherwise: of one region, its
 * investment centre answers; the national agency answers when a rule says so, and when no region is known. Then the
 * centres of the regions are named too: they see it and are written to.
 */
export function routeEnquiry(
  question: RoutingQuestion,
  rules: readonly NationalRule[] = NATIONAL_RULES,
): EnquiryRouting {
  const { siteRegions, askedRegions, trade, seats, sharedBy = null } = question
  const bySites = siteRegions.length > 0
  const regions = [...new Set(bySites ? siteRegions : askedRegions)].filter((id) => agencyOfRegion(id)).sort()
  const agencies = regions.flatMap((id) => agencyOfRegion(id) ?? [])
  if (sharedBy !== null && isAgency(sharedBy)) return ofLink(sharedBy, { regions, agencies, seats, trade })
  const asked = { regions, seats, trade }
  const rule = rules.find(({ minSeats = 0, minRegions = 0, trades }) => {
    const isOfTrade = trades === undefined || (trade !== null && trades.includes(trade))
    return (seats ?? 0) >= minSeats && regions.length >= minRegions && isOfTrade
  })
  const [own] = agencies
  if (rule) return { ...asked, rule: rule.id, least: rule.minSeats ?? null, owner: NATIONAL_AGENCY, named: agencies }
  if (own !== undefined && agencies.length === 1) {
    return { ...asked, rule: bySites ? 'site-region' : 'asked-region', least: null, owner: own, named: [] }
  }
  return { ...asked, rule: 'no-region', least: null, owner: NATIONAL_AGENCY, named: agencies }
}

const isAgency = (organisationId: string): boolean =>
  organisationId === NATIONAL_AGENCY || regionOfAgency(organisationId) !== undefined

/** The agency’s own region counts too, so that its officers see what answers their dossier. */
function ofLink(
  owner: string,
  { regions, agencies, seats, trade }: Pick<EnquiryRouting, 'regions' | 'seats' | 'trade'> & { agencies: string[] },
): EnquiryRouting {
  const own = regionOfAgency(owner)
  const seen = [...new Set([...regions, ...(own === undefined ? [] : [own])])].sort()
  const named = agencies.filter((agency) => agency !== owner)
  return { regions: seen, seats, trade, rule: 'link', least: null, owner, named }
}
