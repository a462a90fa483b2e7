import { addDays } from '../days.ts'
import { asksOfOffices } from './evaluate-offices.ts'
import { type IncentiveVerdicts, isGranted, type RuleZone } from './evaluate-zones.ts'
import { DEFAULT_VERIFIED_WITHIN_DAYS, type LanguageTerm, type Need, NO_NEED, type Ring } from './need.ts'

/** A CQL2 character literal. */
export const cql2Text = (value: string): string => `'${value.replaceAll("'", "''")}'`

const LANGUAGE_QUERYABLES: Record<LanguageTerm['language'], string> = {
  fr: 'literateFrenchPct',
  en: 'literateEnglishPct',
  es: 'literateSpanishPct',
}

const date = (iso: string) => `DATE('${iso}')`
const list = (values: readonly string[]) => values.map(cql2Text).join(',')
const isAmong = (queryable: string, values: readonly string[]) =>
  values.length === 0 ? [] : [`${queryable} IN (${list(values)})`]
const isAtMost = (queryable: string, most: number | null) => (most === null ? [] : [`${queryable} <= ${most}`])

/** Longitude or latitude without an exponent: not every reader of WKT takes one. 1e-9 degrees is a tenth of a millimetre. */
const degrees = (value: number) => (Math.abs(value) < 1e-6 ? value.toFixed(9) : String(value))

function isInArea(ring: Ring | null): string[] {
  if (ring === null) return []
  const [first] = ring
  const last = ring[ring.length - 1]
  if (first === undefined || last === undefined) return ['FALSE']
  const closed = first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first]
  const points = closed.map(([lon, lat]) => `${degrees(lon)} ${degrees(lat)}`).join(',')
  return [`S_INTERSECTS(geometry,POLYGON((${points})))`]
}

function isCapAmong(caps: Need['irCaps']): string[] {
  const known = caps.filter((cap) => cap !== null)
  const tests = known.length > 0 ? [`irCapPct IN (${known.join(',')})`] : []
  if (caps.includes(null)) tests.push('irCapPct IS NULL')
  return tests.length > 1 ? [`(${tests.join(' OR ')})`] : tests
}

/** The sites and rules by which an incentive term that depends on the project is settled. */
export interface SettledIncentives {
  zones: readonly RuleZone[]
  verdicts: IncentiveVerdicts
}

/**
 * The zones' queryable `incentives` holds the ids that are not refused there when nothing is known of the project
 * (trade and seats not asked). Where trade or seats change an answer, the zones that keep every asked incentive are
 * named one by one, so that the query still says exactly what the page shows.
 */
function hasIncentives(need: Need, sites: SettledIncentives | undefined): string[] {
  if (need.incentives.length === 0) return []
  const asked = `A_CONTAINS(incentives,(${list(need.incentives)}))`
  if (sites === undefined) return [asked]
  const grants = (zone: RuleZone, project: Need) => {
    const answers = sites.verdicts(zone, project)
    return need.incentives.every((id) => isGranted(answers, id))
  }
  const granted = sites.zones.filter((zone) => grants(zone, need))
  if (sites.zones.every((zone) => grants(zone, NO_NEED) === granted.includes(zone))) return [asked]
  return granted.length === 0
    ? ['FALSE']
    : isAmong(
        'id',
        granted.map((zone) => zone.id),
      )
}

/**
 * The office-level part of a need as CQL2 text over the collection `offices`, on a day (ISO, the catalogue's date).
 * Never empty: an office is at least available and counted.
 */
export function officeFilterCql2(need: Need, today: string): string {
  const within = need.verifiedWithinDays
  const isCounted = `countedUntil > ${date(today)}`
  const isVerified = `countedSince > ${date(addDays(today, -within))}`
  const freshness =
    within > DEFAULT_VERIFIED_WITHIN_DAYS
      ? [`(${isCounted} OR ${isVerified})`]
      : within < DEFAULT_VERIFIED_WITHIN_DAYS
        ? [isCounted, isVerified]
        : [isCounted]
  return [
    `availableFrom <= ${date(need.availableBy ?? today)}`,
    ...freshness,
    ...isAmong('fitOut', need.fitOuts),
    ...isAtMost('rentMadPerM2Month', need.maxRentMadPerM2Month),
  ].join(' AND ')
}

function hasOffices(need: Need, today: string): string[] {
  const offices = cql2Text(officeFilterCql2(need, today))
  const { seats, areaM2 } = need
  if (seats === null && areaM2 === null) return asksOfOffices(need) ? [`freeSeats(${offices}) >= 1`] : []
  const seatsTest =
    seats === null ? [] : [`${need.contiguous ? 'contiguousSeats' : 'freeSeats'}(${offices}) >= ${seats}`]
  if (areaM2 === null) return seatsTest
  if (!need.contiguous) return [...seatsTest, `freeAreaM2(${offices}) >= ${areaM2}`]
  // Seats and area must be those of one block: the second argument leaves out blocks with fewer seats.
  return seats === null
    ? [`contiguousAreaM2(${offices}) >= ${areaM2}`]
    : [...seatsTest, `contiguousAreaM2(${offices},${seats}) >= ${areaM2}`]
}

/**
 * A need as CQL2 text over the collection `zones`, on a day (ISO, the catalogue's date): sent to the API it selects the
 * zones that `evaluate` calls hits. Empty text = nothing asked. Give `sites` wherever they are known: without them an
 * incentive that depends on the trade is queried as if no trade were named.
 */
export function zoneFilterCql2(need: Need, today: string, sites?: SettledIncentives): string {
  return [
    ...hasOffices(need, today),
    ...isAmong('regionId', need.regions),
    ...isAmong('provinceId', need.provinces),
    ...isAmong('status', need.statuses),
    ...isAmong('techValleyStatus', need.techValley),
    ...isAmong('operatorId', need.operators),
    ...isCapAmong(need.irCaps),
    ...isAmong('territorialPremium', need.territorialPremiums),
    ...hasIncentives(need, sites),
    ...need.languages.map(({ language, minPct }) => {
      const share = LANGUAGE_QUERYABLES[language]
      return `(${share} >= ${minPct} OR ${share} IS NULL)`
    }),
    ...(need.skillsCity ? ['skillsCity = TRUE'] : []),
    ...isAtMost('airportKm', need.airportKm),
    ...isAtMost('hsrStationKm', need.hsrStationKm),
    ...isAtMost('railStationKm', need.railStationKm),
    ...isInArea(need.area),
  ].join(' AND ')
}
