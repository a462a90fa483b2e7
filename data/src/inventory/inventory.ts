import type { CatalogueRecord } from '@tvl/model'
import { loadCollection } from '../facts.ts'
import { type BuildingPlan, drawBuilding } from './building.ts'
import { daysFrom } from './days.ts'
import type { Drawing } from './office.ts'
import { type InventorySize, REAL_ZONE_PLANS, SIZE_TOTALS, type ZonePlan } from './plan.ts'
import { type Random, randomFor } from './random.ts'
import { drawZones, pointOf } from './zones.ts'

/** The source that every invented figure cites. */
export const ILLUSTRATIVE_SOURCE_ID = 'illustrative-inventory'

export interface InventoryRequest {
  size: InventorySize
  /** ISO day in Africa/Casablanca that ages, leases and deliveries are counted from. */
  today: string
  seed?: number
}

const DEFAULT_SEED = 20261123
const METRES_PER_DEGREE = 111_320

const illustrativeSource: CatalogueRecord<'sources'> = {
  collection: 'sources',
  id: ILLUSTRATIVE_SOURCE_ID,
  geometry: null,
  properties: {
    title:
      'Inventaire illustratif, inventé pour la démonstration · مخزون توضيحي مختلق لأغراض العرض · Illustrative inventory, invented for the demonstration',
    publisher: 'Tech Valley Locator',
    publishedOn: null,
    url: null,
  },
}

/**
 * Invented buildings and offices (and, for L and XL, invented zones), graded illustrative throughout. The same size,
 * seed and day give the same records, and the real zones are the same in every size. Order: source, zones, buildings,
 * offices. Throws RangeError when `today` is not a day.
 */
export function illustrativeInventory({ size, today, seed = DEFAULT_SEED }: InventoryRequest): CatalogueRecord[] {
  const drawing: Drawing = {
    day: daysFrom(today),
    provenance: { '*': { grade: 'illustrative', sources: [ILLUSTRATIVE_SOURCE_ID], asOf: today } },
  }
  const totals = SIZE_TOTALS[size]
  const factZones = loadCollection('zones')
  const zones = size === 'S' ? [] : drawInventedZones(drawing, seed, totals.zones - factZones.length)
  const buildings: CatalogueRecord<'buildings'>[] = []
  const offices: CatalogueRecord<'offices'>[] = []
  const draw = (random: Random, plan: BuildingPlan) => {
    const [building, ...drawn] = drawBuilding(random, drawing, plan)
    buildings.push(building)
    for (const office of drawn) offices.push(office)
  }

  for (const plan of REAL_ZONE_PLANS) {
    const zone = factZones.find(({ id }) => id === plan.zoneId)
    if (!zone) throw new RangeError(`no zone ${plan.zoneId} in the facts`)
    const random = randomFor(seed, `inventory:${plan.zoneId}`)
    for (const building of planRealZone(random, plan, pointOf(zone))) draw(random, building)
  }
  zones.forEach((zone, index) => {
    const random = randomFor(seed, `inventory:${size}:${zone.id}`)
    const shareOf = (total: number) => share(total, zones.length, index)
    const count = shareOf(totals.buildings - buildingsInRealZones())
    const officesHere = shareOf(totals.offices - officesInRealZones())
    for (let building = 0; building < count; building++) {
      draw(random, {
        zoneId: zone.id,
        index: building,
        offices: share(officesHere, count, building),
        position: scatter(random, pointOf(zone), 900),
        rentMad: [75, 121],
        officeSeats: [10, 90],
        maxRunSeats: null,
        deliversInDays: random.chance(6) ? random.int(60, 700) : null,
      })
    }
  })
  return [illustrativeSource, ...zones, ...buildings, ...offices]
}

function drawInventedZones(drawing: Drawing, seed: number, count: number): CatalogueRecord<'zones'>[] {
  const territory = {
    regions: loadCollection('regions'),
    provinces: loadCollection('provinces'),
    infrastructure: loadCollection('infrastructure'),
  }
  return drawZones(territory, drawing, seed, count)
}

/** Buildings of a real zone. The one with the target block comes second, with a neighbour at each end of the block. */
function planRealZone(random: Random, plan: ZonePlan, centre: readonly [number, number]): BuildingPlan[] {
  const targetIndex = plan.target ? Math.min(1, plan.buildings - 1) : -1
  const inTarget = plan.target ? Math.max(plan.target.seats.length + 2, Math.floor(plan.offices / plan.buildings)) : 0
  const others = plan.buildings - (plan.target ? 1 : 0)
  const firstUnderConstruction = plan.buildings - plan.deliversInDays.length
  let other = 0
  return Array.from({ length: plan.buildings }, (_, index): BuildingPlan => {
    const isTarget = index === targetIndex
    return {
      zoneId: plan.zoneId,
      index,
      offices: isTarget ? inTarget : share(plan.offices - inTarget, others, other++),
      position: scatter(random, centre, 350),
      rentMad: plan.rentMad,
      officeSeats: plan.officeSeats,
      maxRunSeats: plan.maxRunSeats,
      deliversInDays: plan.deliversInDays[index - firstUnderConstruction] ?? null,
      ...(isTarget && plan.target ? { target: plan.target } : {}),
    }
  })
}

/** The part of `total` that falls to one of `parts`, as even as whole numbers allow. */
function share(total: number, parts: number, index: number): number {
  return Math.floor((total * (index + 1)) / parts) - Math.floor((total * index) / parts)
}

/** A point within `metres` of the centre, about a metre precise. */
function scatter(random: Random, [lon, lat]: readonly [number, number], metres: number): [number, number] {
  const angle = (random.int(0, 359) * Math.PI) / 180
  const distance = (metres * Math.sqrt(random.int(1, 1_000))) / Math.sqrt(1_000)
  const east = (distance * Math.cos(angle)) / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180))
  const north = (distance * Math.sin(angle)) / METRES_PER_DEGREE
  return [Number((lon + east).toFixed(5)), Number((lat + north).toFixed(5))]
}

const buildingsInRealZones = () => REAL_ZONE_PLANS.reduce((sum, plan) => sum + plan.buildings, 0)
const officesInRealZones = () => REAL_ZONE_PLANS.reduce((sum, plan) => sum + plan.offices, 0)
