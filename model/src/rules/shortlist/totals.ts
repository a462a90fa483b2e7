import { centimesOf } from '../columns.ts'
import { verdictsFor } from '../incentives/verdict.ts'
import { madOfCentimes } from '../money.ts'
import type { Need } from '../need/need.ts'
import { rounded } from '../rounding.ts'
import { compareOrder, rankIntervals, type Score, type SiteForScore, score } from '../score/score.ts'
import { siteForScore } from '../score/site.ts'
import { needOf, profileOf } from './document.ts'
import type { FrozenData, FrozenSite, SiteTotals } from './frozen.ts'
import { contiguousSeatsOn, daysOf, moneyOf, sumKnown, totalAreaM2, totalSeats } from './units.ts'

type Money = Pick<
  SiteTotals,
  | 'basis'
  | 'seats'
  | 'areaM2'
  | 'rentCentimes'
  | 'serviceChargeCentimes'
  | 'monthlyCentimes'
  | 'knownMonthlyCentimes'
  | 'unpriced'
  | 'perSeatCentimes'
  | 'termCentimes'
>

/** Whether a line stands for the zone as a whole, not for offices that were picked. */
const isWholeZone = ({ shortlist }: FrozenData, place: number): boolean =>
  (shortlist.sites[place]?.officeIds.length ?? 0) === 0

/**
 * What each site comes to, in the order of the shortlist’s lines, from what is frozen alone: the same data give the
 * same totals wherever and whenever they are computed.
 */
export function siteTotals(data: FrozenData): SiteTotals[] {
  const { shortlist, sites, catalogue, incentives } = data
  const need = needOf(shortlist)
  const profile = profileOf(shortlist)
  const scores = sites.map((site, i) => score(forScore(site, isWholeZone(data, i), need, catalogue.today), profile))
  const ranks = new Map(rankIntervals(scores).map(({ id, best, worst }) => [id, { best, worst }]))
  const places = placesOf(scores, shortlist.order)
  const rules = incentives.map(({ id, properties }) => ({ id, ...properties }))
  const project = { trade: need.trade, jobs: need.seats, startsOn: catalogue.today }
  return sites.map((site, i) => {
    const own = scores[i] as Score
    const { best = null, worst = null } = ranks.get(site.id) ?? {}
    const verdicts = verdictsFor({ id: site.zone.id, ...site.zone.properties }, null, rules, project)
    return {
      id: site.id,
      place: places.get(site.id) ?? i + 1,
      score: own,
      rank: best === null || worst === null ? null : { best, worst },
      ...moneyOfSite(site, need, shortlist.assumptions),
      ...daysOf(site.units),
      incentives: verdicts.map(({ incentiveId, answer }) => ({ incentiveId, answer })),
    }
  })
}

function placesOf(scores: readonly Score[], order: 'neutral' | 'agency'): ReadonlyMap<string, number> {
  const shown = order === 'agency' ? scores : [...scores].sort(compareOrder)
  return new Map(shown.map(({ id }, i) => [id, i + 1]))
}

/** What the score reads: a zone by its inventory, offices by their own rent and seats and by their zone. */
function forScore(site: FrozenSite, isZone: boolean, need: Need, today: string): SiteForScore {
  const { id, zone, pool, inventory, units } = site
  const languages = need.languages.map(({ language }) => language)
  const ofZone = { id, ...zone.properties }
  const read = (seats: number | null) =>
    siteForScore(ofZone, pool?.properties ?? null, seats === null ? null : { contiguousSeats: seats }, { languages })
  if (isZone) return read(inventory?.contiguousSeats ?? null)
  const seats = contiguousSeatsOn(units, need.availableBy ?? today, today)
  return { ...read(seats), rentMadPerM2Month: meanRent(units) }
}

/** Of several offices: what they cost together over their area, to the centime. Null: one is not published. */
function meanRent(units: FrozenSite['units']): number | null {
  const rent = sumKnown(units.map(({ properties }) => moneyOf(properties).rentCentimes))
  return rent === null ? null : madOfCentimes(Math.round(rent / totalAreaM2(units)))
}

function moneyOfSite(
  { units, inventory, zone }: FrozenSite,
  need: Need,
  { termMonths, areaM2PerSeat }: FrozenData['shortlist']['assumptions'],
): Money {
  if (units.length > 0) {
    const money = units.map(({ properties }) => moneyOf(properties))
    const parts = money.flatMap((one) => [one.rentCentimes, one.serviceChargeCentimes])
    const known = parts.filter((part) => part !== null)
    const rentCentimes = sumKnown(money.map((one) => one.rentCentimes))
    const serviceChargeCentimes = sumKnown(money.map((one) => one.serviceChargeCentimes))
    const monthlyCentimes = sumKnown([rentCentimes, serviceChargeCentimes])
    const seats = totalSeats(units)
    return {
      ...{ basis: 'units', seats, areaM2: totalAreaM2(units), rentCentimes, serviceChargeCentimes, monthlyCentimes },
      knownMonthlyCentimes: sumKnown(known),
      unpriced: money.filter((one) => one.rentCentimes === null || one.serviceChargeCentimes === null).length,
      perSeatCentimes: monthlyCentimes === null ? null : Math.round(monthlyCentimes / seats),
      termCentimes: monthlyCentimes === null ? null : monthlyCentimes * termMonths,
    }
  }
  const rent = zone.properties.rentMadPerM2Month
  // A zone whose offices are known and of which none answers has no price for this need.
  const isPriced = inventory === null && rent !== null && need.seats !== null
  const areaM2 = isPriced ? rounded((need.seats ?? 0) * areaM2PerSeat, 0) : null
  const rentCentimes = isPriced ? centimesOf(rent) * (areaM2 ?? 0) : null
  return {
    basis: isPriced ? 'published-rent' : 'none',
    seats: isPriced ? need.seats : null,
    areaM2,
    rentCentimes,
    serviceChargeCentimes: null,
    monthlyCentimes: null,
    knownMonthlyCentimes: rentCentimes,
    unpriced: 0,
    perSeatCentimes: null,
    termCentimes: null,
  }
}
