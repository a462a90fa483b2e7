import type { Incentive } from '../../schema/reference.ts'
import type { SmallCatalogue } from './arbitraries.ts'
import type { IncentiveVerdicts, RuleZone, SiteVerdict } from './evaluate-zones.ts'
import type { Need, Ring } from './need.ts'

/**
 * The need said a second time, as plainly as it can be: on records, with JavaScript's own dates, without columns, bits
 * or indexes. Test oracle; shares no code with what it judges.
 */
const DAY_MS = 86_400_000
const ms = (iso: string) => Date.parse(`${iso}T00:00:00Z`)
const daysFrom = (a: string, b: string) => (ms(b) - ms(a)) / DAY_MS

type Office = SmallCatalogue['offices'][number]['properties']

const naivelyVerified = (office: Office, field: 'seats' | 'status') =>
  office.verifications?.[field]?.on ?? office.verifiedOn

/** The day since which it counts: both its seats and its state have been verified, the older decides. */
function naivelyVerifiedOn(office: Office): string | null {
  const days = [naivelyVerified(office, 'seats'), naivelyVerified(office, 'status')]
  return days.some((day) => day === null) ? null : (days.sort()[0] ?? null)
}

function naivelyAvailableFrom(office: Office): number | null {
  if (office.status === 'free') {
    const verified = naivelyVerified(office, 'status')
    return office.freeFrom ? ms(office.freeFrom) : (verified && ms(verified)) || null
  }
  if (office.status === 'under-construction') return office.deliversOn ? ms(office.deliversOn) : null
  if (office.status === 'let') return office.leaseEndsOn ? ms(office.leaseEndsOn) + DAY_MS : null
  if (!office.holdEndsAt) return null
  // The test data end their holds at noon, far from any change of day.
  return Math.max(ms(office.holdEndsAt.slice(0, 10)) + DAY_MS, office.freeFrom ? ms(office.freeFrom) : 0)
}

export function naivelyPasses(office: Office, need: Need, today: string): boolean {
  const from = naivelyAvailableFrom(office)
  const verifiedOn = naivelyVerifiedOn(office)
  if (from === null || verifiedOn === null) return false
  if (from > ms(need.availableBy ?? today)) return false
  const age = daysFrom(verifiedOn, today)
  const isCounted = age < (office.status === 'let' || office.status === 'under-construction' ? 360 : 120)
  const within = need.verifiedWithinDays
  if (within < 120 && !(isCounted && age < within)) return false
  if (within === 120 && !isCounted) return false
  if (within > 120 && !(isCounted || age < within)) return false
  if (need.fitOuts.length > 0 && !need.fitOuts.includes(office.fitOut)) return false
  const ceiling = need.maxRentMadPerM2Month
  return ceiling === null || (office.rentMadPerM2Month !== null && office.rentMadPerM2Month <= ceiling)
}

export interface NaiveBlock {
  seats: number
  areaM2: number
}

export function naiveBlocks(offices: readonly Office[], need: Need, today: string): NaiveBlock[] {
  const blocks: NaiveBlock[] = []
  for (const buildingId of new Set(offices.map((office) => office.buildingId))) {
    const byOrder = new Map(offices.filter((o) => o.buildingId === buildingId).map((o) => [o.stackOrder, o]))
    let block: NaiveBlock = { seats: 0, areaM2: 0 }
    for (let order = 0; order <= Math.max(...byOrder.keys()) + 1; order++) {
      const office = byOrder.get(order)
      if (office && naivelyPasses(office, need, today)) {
        block = { seats: block.seats + office.seats, areaM2: block.areaM2 + office.areaM2 }
      } else {
        if (block.seats > 0) blocks.push(block)
        block = { seats: 0, areaM2: 0 }
      }
    }
  }
  return blocks
}

function naivelyHasOffices(offices: readonly Office[], need: Need, today: string): boolean {
  const passing = offices.filter((office) => naivelyPasses(office, need, today))
  if (need.seats === null && need.areaM2 === null) {
    const asks =
      need.availableBy || need.fitOuts.length || need.maxRentMadPerM2Month !== null || need.verifiedWithinDays < 120
    return !asks || passing.length > 0
  }
  const whole = {
    seats: passing.reduce((sum, o) => sum + o.seats, 0),
    areaM2: passing.reduce((sum, o) => sum + o.areaM2, 0),
  }
  const candidates = need.contiguous ? naiveBlocks(offices, need, today) : [whole]
  return candidates.some((c) => c.seats >= (need.seats ?? 0) && c.areaM2 >= (need.areaM2 ?? 0))
}

/** Even-odd with the boundary in, edge by edge. */
export function naivelyInRing(ring: Ring, x: number, y: number): boolean {
  let crossings = 0
  for (const [i, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(i + 1) % ring.length] as readonly [number, number]
    const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
    const isBetween = (x - ax) * (x - bx) <= 0 && (y - ay) * (y - by) <= 0
    if (cross === 0 && isBetween) return true
    if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) crossings++
  }
  return crossings % 2 === 1
}

function naiveVerdict({ conditions }: Incentive, zone: RuleZone, need: Need): SiteVerdict {
  const holds = conditions.every((condition) => {
    if (condition.kind === 'ir-cap') return zone.properties.irCapPct === condition.pct
    if (condition.kind === 'region-in') return condition.regionIds.includes(zone.properties.regionId)
    if (condition.kind === 'trade-in') return need.trade === null || condition.trades.includes(need.trade)
    if (condition.kind === 'territorial-premium') return zone.properties.territorialPremium === condition.category
    throw new Error(`not used by the random catalogues: ${condition.kind}`)
  })
  return holds ? (need.trade === null ? 'ask' : 'yes') : 'no'
}

/** Verdicts on the few conditions that the random catalogues use. */
export const naiveVerdicts =
  ({ incentives }: SmallCatalogue): IncentiveVerdicts =>
  (zone, need) =>
    new Map(incentives.map(({ id, properties }) => [id, naiveVerdict(properties, zone, need)]))

export const ruleZones = ({ zones }: SmallCatalogue): RuleZone[] =>
  zones.map(({ id, geometry, properties }) => {
    if (geometry?.type !== 'Point') throw new Error('a zone is a point here')
    return { id, lon: geometry.coordinates[0] as number, lat: geometry.coordinates[1] as number, properties }
  })

/** Ids of the zones that answer the need. */
export function naiveHits(catalogue: SmallCatalogue, need: Need, today: string): string[] {
  const verdicts = naiveVerdicts(catalogue)
  const asks = <T>(values: readonly T[], value: T) => values.length === 0 || values.indexOf(value) >= 0
  const near = (most: number | null, at: number | null) => most === null || (at !== null && at <= most)
  return ruleZones(catalogue)
    .filter((zone) => {
      const site = zone.properties
      const offices = catalogue.offices.map((o) => o.properties).filter((o) => o.zoneId === zone.id)
      const pool = catalogue.talentPools.find((p) => p.properties.regionId === site.regionId)?.properties
      const share = { fr: pool?.literateFrenchPct, en: pool?.literateEnglishPct, es: pool?.literateSpanishPct }
      const answers = verdicts(zone, need)
      return (
        naivelyHasOffices(offices, need, today) &&
        asks(need.regions, site.regionId) &&
        asks(need.provinces, site.provinceId) &&
        asks(need.statuses, site.status) &&
        asks(need.techValley, site.techValleyStatus) &&
        asks(need.operators, site.operatorId) &&
        asks(need.irCaps, site.irCapPct) &&
        asks<string | null>(need.territorialPremiums, site.territorialPremium) &&
        need.incentives.every((id) => answers.has(id) && answers.get(id) !== 'no') &&
        need.languages.every(({ language, minPct }) => (share[language] ?? 100) >= minPct) &&
        (!need.skillsCity || (pool !== undefined && pool.cmcFr !== null)) &&
        near(need.airportKm, site.airportKm) &&
        near(need.hsrStationKm, site.hsrStationKm) &&
        near(need.railStationKm, site.railStationKm) &&
        (need.area === null || naivelyInRing(need.area, zone.lon, zone.lat))
      )
    })
    .map((zone) => zone.id)
}
