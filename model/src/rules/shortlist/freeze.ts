import type { ProvenanceByProperty } from '../../schema/common.ts'
import type { Building, Office } from '../../schema/inventory.ts'
import type { Incentive, Source } from '../../schema/reference.ts'
import type { Shortlist, ShortlistSite } from '../../schema/shortlist.ts'
import type { Region, TalentPool } from '../../schema/territory.ts'
import type { Zone } from '../../schema/zone.ts'
import { columnsOf, inColumnOrder } from '../columns.ts'
import { verdictsFor } from '../incentives/verdict.ts'
import { evaluate, failingTerms, prepare } from '../need/evaluate.ts'
import type { RuleZone } from '../need/evaluate-zones.ts'
import { type Need, NO_NEED } from '../need/need.ts'
import { SCALES } from '../score/scales.ts'
import { needOf } from './document.ts'
import {
  FROZEN_FORMAT,
  type FrozenData,
  type FrozenInventory,
  type FrozenRate,
  type FrozenRecord,
  type FrozenShortlist,
  type FrozenSite,
  RULES_VERSION,
} from './frozen.ts'
import { siteTotals } from './totals.ts'
import { cheapestBlock } from './units.ts'

/** The catalogue as freezing reads it: stored records. Of offices and buildings, those of the listed zones. */
export interface FreezeCatalogue {
  kind: 'demo' | 'facts'
  /** ISO day: the catalogue’s date in Africa/Casablanca */
  today: string
  zones: readonly FrozenRecord<Zone>[]
  regions: readonly FrozenRecord<Region>[]
  pools: readonly FrozenRecord<TalentPool>[]
  buildings: readonly FrozenRecord<Building>[]
  offices: readonly FrozenRecord<Office>[]
  incentives: readonly FrozenRecord<Incentive>[]
  sources: readonly FrozenRecord<Source>[]
  rates: readonly FrozenRate[]
}

/** A line of a shortlist names something that the catalogue does not have. */
export class UnknownSite extends Error {
  override name = 'UnknownSite'
  readonly site: ShortlistSite
  constructor(site: ShortlistSite) {
    super(`The catalogue has no ${site.officeIds.length > 0 ? 'such offices' : 'zone'} ${site.zoneId}.`)
    this.site = site
  }
}

/**
 * A shortlist with all that its figures rest on. Pure: the same shortlist on the same catalogue and day is the same
 * to the last byte, wherever it is frozen.
 * @throws UnknownSite for a line whose zone or offices are not there
 */
export function freeze(
  shortlist: Shortlist,
  catalogue: FreezeCatalogue,
  organisation: FrozenShortlist['organisation'] = null,
): FrozenShortlist {
  const need = needOf(shortlist)
  const sites = shortlist.sites.map((line) => frozenSite(line, need, catalogue))
  const data: FrozenData = {
    format: FROZEN_FORMAT,
    rules: RULES_VERSION,
    catalogue: { kind: catalogue.kind, today: catalogue.today },
    organisation,
    shortlist,
    rates: catalogue.rates,
    sites,
    incentives: catalogue.incentives,
    sources: citedBy({ sites, incentives: catalogue.incentives, rates: catalogue.rates }, catalogue.sources),
  }
  return { ...data, totals: siteTotals(data) }
}

function frozenSite(line: ShortlistSite, need: Need, catalogue: FreezeCatalogue): FrozenSite {
  const zone = catalogue.zones.find(({ id }) => id === line.zoneId)
  if (!zone) throw new UnknownSite(line)
  const { regionId } = zone.properties
  const region = catalogue.regions.find(({ id }) => id === regionId) ?? null
  const pool = catalogue.pools.find(({ properties }) => properties.regionId === regionId) ?? null
  const offices = inColumnOrder(catalogue.offices.filter(({ properties }) => properties.zoneId === zone.id))
  const buildings = catalogue.buildings.filter(({ properties }) => properties.zoneId === zone.id)
  const own = line.officeIds.map((id) => offices.find((office) => office.id === id))
  if (own.includes(undefined)) throw new UnknownSite(line)
  const reading = readZone({ zone, pool, offices, buildings }, need, catalogue)
  const units = line.officeIds.length > 0 ? offices.filter(({ id }) => line.officeIds.includes(id)) : reading.block
  const used = new Set(units.map(({ properties }) => properties.buildingId))
  return {
    id: line.id,
    zone,
    region,
    pool,
    inventory: reading.inventory,
    units,
    buildings: buildings.filter(({ id }) => used.has(id)),
  }
}

interface ZoneParts {
  zone: FrozenRecord<Zone>
  pool: FrozenRecord<TalentPool> | null
  offices: readonly FrozenRecord<Office>[]
  buildings: readonly FrozenRecord<Building>[]
}

/** What the zone’s offices say to the need, and the block of them that answers it. */
function readZone(
  { zone, pool, offices, buildings }: ZoneParts,
  need: Need,
  { today, incentives }: FreezeCatalogue,
): { inventory: FrozenInventory | null; block: readonly FrozenRecord<Office>[] } {
  if (offices.length === 0) return { inventory: null, block: [] }
  const [lon = Number.NaN, lat = Number.NaN] = zone.geometry?.type === 'Point' ? zone.geometry.coordinates : []
  const site: RuleZone = { id: zone.id, lon, lat, properties: zone.properties }
  const index = prepare(columnsOf(offices, buildings), [site], pool ? [pool.properties] : [])
  const rules = incentives.map(({ id, properties }) => ({ id, ...properties }))
  const verdicts = () => {
    const project = { trade: need.trade, jobs: need.seats, startsOn: today }
    const answers = verdictsFor({ id: zone.id, ...zone.properties }, null, rules, project)
    return new Map(answers.map(({ incentiveId, answer }) => [incentiveId, answer]))
  }
  const asked = evaluate(index, need, { today, verdicts })
  const neutral = evaluate(index, { ...NO_NEED, availableBy: need.availableBy }, { today, verdicts })
  const [here] = asked.zones
  if (!here) throw new Error(`${zone.id} was not evaluated`)
  const passing = offices.filter((_, row) => asked.officeMatch[row] === 1)
  return {
    inventory: {
      contiguousSeats: neutral.zones[0]?.contiguousSeats ?? 0,
      matching: { offices: here.offices, freeSeats: here.freeSeats, contiguousSeats: here.contiguousSeats },
      failing: failingTerms(here),
    },
    block: cheapestBlock(passing, { seats: need.seats ?? 0, areaM2: need.areaM2 ?? 0 }),
  }
}

/** The sources that records, rates and reference scales cite, in the order of their ids. */
function citedBy(
  { sites, incentives, rates }: Pick<FrozenData, 'sites' | 'incentives' | 'rates'>,
  sources: readonly FrozenRecord<Source>[],
): FrozenRecord<Source>[] {
  const cited = new Set<string>()
  const cite = (record: FrozenRecord<{ provenance: ProvenanceByProperty }> | null) => {
    for (const { sources: ids } of Object.values(record?.properties.provenance ?? {}))
      for (const id of ids) cited.add(id)
  }
  for (const { zone, region, pool, units, buildings } of sites)
    for (const record of [zone, region, pool, ...units, ...buildings]) cite(record)
  for (const incentive of incentives) cite(incentive)
  for (const rate of rates) for (const id of rate.sources) cited.add(id)
  for (const scale of Object.values(SCALES)) for (const id of scale.sources) cited.add(id)
  return sources.filter(({ id }) => cited.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1))
}
