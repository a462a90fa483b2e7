import type { Incentive, OfficeColumns, ProvenanceByProperty, TalentPool, Zone, ZoneInventory } from '@tvl/model'
import { BEFORE_ALL_DAYS, dayOfIso, isoOfDay, NEVER_DAY } from '@tvl/model'

export interface ZoneContext {
  today: string
  columns: OfficeColumns
  /** Number of buildings of each zone. */
  buildings: ReadonlyMap<string, number>
  talentByRegion: ReadonlyMap<string, TalentPool>
  incentives: readonly { id: string; properties: Incentive }[]
  /** Provenance of one office: the inventory’s figures are graded as what they sum. */
  inventoryProvenance: ProvenanceByProperty[string] | undefined
}

/** A zone of which at least one office is known. */
type KnownInventory = ZoneInventory & { seats: number; freeSeats: number; contiguousSeats: number }

const EMPTY: KnownInventory = {
  buildings: 0,
  offices: 0,
  seats: 0,
  freeSeats: 0,
  contiguousSeats: 0,
  firstAvailableOn: null,
  verifiedOn: null,
}

/**
 * What each zone has on `today`, summed from its offices. Free and counted: available on the day, and verified
 * recently enough to be counted. Contiguous: in one run of the building’s declared order.
 */
export function zoneInventories(columns: OfficeColumns, today: string): Map<string, ZoneInventory> {
  const day = dayOfIso(today)
  const inventories = columns.zoneIds.map((): KnownInventory => ({ ...EMPTY }))
  const first = new Float64Array(inventories.length).fill(NEVER_DAY)
  const verified = new Float64Array(inventories.length).fill(BEFORE_ALL_DAYS)
  let run = 0
  for (let i = 0; i < columns.count; i++) {
    const zone = columns.zone[i] ?? 0
    const inventory = inventories[zone]
    if (!inventory) continue
    const seats = columns.seats[i] ?? 0
    const availableFrom = columns.availableFromDay[i] ?? NEVER_DAY
    const isCounted = (columns.countedUntilDay[i] ?? BEFORE_ALL_DAYS) > day
    inventory.offices += 1
    inventory.seats += seats
    verified[zone] = Math.max(verified[zone] ?? BEFORE_ALL_DAYS, columns.verifiedDay[i] ?? BEFORE_ALL_DAYS)
    if (isCounted) first[zone] = Math.min(first[zone] ?? NEVER_DAY, Math.max(availableFrom, day))
    const follows =
      columns.building[i] === columns.building[i - 1] && columns.stackOrder[i] === (columns.stackOrder[i - 1] ?? 0) + 1
    const isFree = isCounted && availableFrom <= day
    run = isFree ? (follows ? run : 0) + seats : 0
    if (isFree) inventory.freeSeats += seats
    inventory.contiguousSeats = Math.max(inventory.contiguousSeats, run)
  }
  return new Map(
    columns.zoneIds.map((id, zone) => {
      const firstDay = first[zone] ?? NEVER_DAY
      const verifiedDay = verified[zone] ?? BEFORE_ALL_DAYS
      return [
        id,
        {
          ...(inventories[zone] ?? EMPTY),
          firstAvailableOn: firstDay === NEVER_DAY ? null : isoOfDay(firstDay),
          verifiedOn: verifiedDay === BEFORE_ALL_DAYS ? null : isoOfDay(verifiedDay),
        },
      ]
    }),
  )
}

/**
 * What a zone is served with beside what is stored of it: its inventory, its region’s people, the incentives in force
 * that its place does not rule out. With the provenance of each.
 */
export function zoneFigures(
  zone: { id: string; properties: Zone },
  inventory: ZoneInventory | undefined,
  context: ZoneContext,
): Record<string, unknown> {
  const { id, properties } = zone
  const talent = context.talentByRegion.get(properties.regionId)
  const figures = {
    ...(inventory ?? { ...EMPTY, seats: null, freeSeats: null, contiguousSeats: null }),
    buildings: context.buildings.get(id) ?? 0,
    literateFrenchPct: talent?.literateFrenchPct ?? null,
    literateEnglishPct: talent?.literateEnglishPct ?? null,
    literateSpanishPct: talent?.literateSpanishPct ?? null,
    skillsCity: talent?.cmcFr != null,
    universityNewEntrants: talent?.universityNewEntrants ?? null,
    incentives: context.incentives
      .filter((incentive) => isOpenTo(incentive.properties, zone, context.today))
      .map(({ id }) => id),
  }
  return { ...figures, provenance: provenanceOf(figures, talent, inventory ? context.inventoryProvenance : undefined) }
}

const FROM_TALENT = ['literateFrenchPct', 'literateEnglishPct', 'literateSpanishPct', 'universityNewEntrants'] as const
const FROM_OFFICES = [
  'buildings',
  'offices',
  'seats',
  'freeSeats',
  'contiguousSeats',
  'firstAvailableOn',
  'verifiedOn',
] as const

function provenanceOf(
  figures: Record<string, unknown>,
  talent: TalentPool | undefined,
  inventory: ProvenanceByProperty[string] | undefined,
): ProvenanceByProperty {
  const provenance: ProvenanceByProperty = {}
  for (const name of FROM_OFFICES) if (inventory && figures[name] !== null) provenance[name] = inventory
  for (const name of FROM_TALENT) {
    const source = talent?.provenance[name] ?? talent?.provenance['*']
    if (source && figures[name] !== null) provenance[name] = source
  }
  const skills = talent?.provenance.cmcFr ?? talent?.provenance['*']
  if (skills && figures.skillsCity) provenance.skillsCity = skills
  return provenance
}

/** In force on the day, and not ruled out by where the zone lies. What the project must bring is not asked here. */
function isOpenTo(
  incentive: Incentive,
  { id, properties: zone }: { id: string; properties: Zone },
  today: string,
): boolean {
  if (incentive.status !== 'in-force') return false
  if (
    (incentive.validFrom !== null && incentive.validFrom > today) ||
    (incentive.validTo !== null && incentive.validTo < today)
  ) {
    return false
  }
  return incentive.conditions.every((condition) => {
    switch (condition.kind) {
      case 'zone-in':
        return condition.zoneIds.includes(id)
      case 'zone-kind-in':
        return condition.kinds.includes(zone.kind)
      case 'region-in':
        return condition.regionIds.includes(zone.regionId)
      case 'ir-cap':
        return zone.irCapPct === null || zone.irCapPct === condition.pct
      case 'territorial-premium':
        return zone.territorialPremium === null || zone.territorialPremium === condition.category
      default:
        return true
    }
  })
}
