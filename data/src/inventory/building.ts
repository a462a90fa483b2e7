import type { CatalogueRecord, Office } from '@tvl/model'
import { type Drawing, drawOffice, endOfHold, letForYears } from './office.ts'
import type { TargetBlock } from './plan.ts'
import type { Random } from './random.ts'

const ARABIC_LETTERS = 'أبجدهوزحطيكلمنسعفصقرشتثخذض'

/** Bâtiment A, B … Z, then 27, 28 …: the same mark in the three languages' own letters. */
export function buildingMark(index: number): { latin: string; arabic: string } {
  return index < ARABIC_LETTERS.length
    ? { latin: String.fromCharCode(65 + index), arabic: ARABIC_LETTERS.charAt(index) }
    : { latin: String(index + 1), arabic: String(index + 1) }
}

export interface BuildingPlan {
  zoneId: string
  index: number
  offices: number
  position: readonly [lon: number, lat: number]
  rentMad: readonly [min: number, max: number]
  officeSeats: readonly [min: number, max: number]
  /** null: as drawn. */
  maxRunSeats: number | null
  deliversInDays: number | null
  target?: TargetBlock
}

/** Days ahead within which runs are kept under `maxRunSeats`: a little more than "before next September". */
const HORIZON_DAYS = 300

/** Draws a building and its offices, floor by floor in stack order. */
export function drawBuilding(
  random: Random,
  drawing: Drawing,
  plan: BuildingPlan,
): [CatalogueRecord<'buildings'>, ...CatalogueRecord<'offices'>[]] {
  const mark = buildingMark(plan.index)
  const id = `${plan.zoneId}-${mark.latin.toLowerCase()}`
  const perFloor = random.int(1, 3)
  const geometry = { type: 'Point' as const, coordinates: [...plan.position] }
  const targetStart = 1
  const offices = Array.from({ length: plan.offices }, (_, stackOrder): CatalogueRecord<'offices'> => {
    const floor = Math.floor(stackOrder / perFloor)
    const unit = `${String(floor).padStart(2, '0')}-${(stackOrder % perFloor) + 1}`
    const seats = plan.target?.seats[stackOrder - targetStart] ?? random.int(plan.officeSeats[0], plan.officeSeats[1])
    const place = {
      name: `${mark.latin}-${unit}`,
      zoneId: plan.zoneId,
      buildingId: id,
      floor,
      stackOrder,
      rentMad: plan.rentMad,
      deliversInDays: plan.deliversInDays,
    }
    const properties = drawOffice(random, drawing, place, seats)
    return { collection: 'offices', id: `${id}-${unit}`, geometry, properties }
  })
  const drawn = offices.map((office) => office.properties)
  if (plan.target) setTarget(random, drawing, drawn, plan.target, targetStart)
  if (plan.maxRunSeats !== null) breakLongRuns(random, drawing, drawn, plan.maxRunSeats, plan.target, targetStart)

  const lettableM2 = drawn.reduce((sum, office) => sum + office.areaM2, 0)
  const building: CatalogueRecord<'buildings'> = {
    collection: 'buildings',
    id,
    geometry,
    properties: {
      nameFr: `Bâtiment ${mark.latin}`,
      nameAr: `المبنى ${mark.arabic}`,
      nameEn: `Building ${mark.latin}`,
      zoneId: plan.zoneId,
      floors: Math.floor((plan.offices - 1) / perFloor) + 1,
      grossLeasableAreaM2: Math.ceil(lettableM2 * 1.05),
      status: plan.deliversInDays === null ? 'operational' : 'under-construction',
      deliversOn: plan.deliversInDays === null ? null : drawing.day(plan.deliversInDays),
      powerKva: random.chance(8) ? null : Math.ceil((lettableM2 * random.int(60, 110)) / 1_000 / 10) * 10,
      backupPowerHours: random.chance(12) ? null : random.pick([8, 12, 24, 24, 48, 72]),
      fibrePaths: random.chance(10) ? null : random.weighted([[1, 30] as const, [2, 50] as const, [3, 20] as const]),
      provenance: drawing.provenance,
    },
  }
  return [building, ...offices]
}

/** Gives the run its statuses and lets its two neighbours, so that it holds exactly the seats that were meant. */
function setTarget(random: Random, drawing: Drawing, offices: Office[], target: TargetBlock, start: number): void {
  offices.forEach((office, stackOrder) => {
    const index = stackOrder - start
    if (index === -1 || index === target.seats.length) letForYears(random, drawing, office)
    if (target.seats[index] === undefined) return
    const letFor = target.letFor?.[index]
    const heldFor = target.heldFor?.[index]
    office.status = letFor !== undefined ? 'let' : heldFor !== undefined ? 'held' : 'free'
    office.leaseEndsOn = letFor === undefined ? null : drawing.day(letFor)
    office.holdEndsAt = heldFor === undefined ? null : endOfHold(drawing.day(heldFor))
    office.freeFrom = null
    office.fitOut = 'plug-and-play'
    office.verifiedOn = drawing.day(-target.verifiedDaysAgo)
    office.verifiedBy = 'zone-manager'
    office.verificationMethod = 'site-visit'
  })
}

function breakLongRuns(
  random: Random,
  drawing: Drawing,
  offices: Office[],
  maxSeats: number,
  target: TargetBlock | undefined,
  start: number,
): void {
  const horizon = drawing.day(HORIZON_DAYS)
  let run = 0
  offices.forEach((office, stackOrder) => {
    const inTarget = target?.seats[stackOrder - start] !== undefined
    run = !inTarget && isSoonAvailable(office, horizon) ? run + office.seats : 0
    if (run > maxSeats) {
      letForYears(random, drawing, office)
      run = 0
    }
  })
}

/** Whether the office could join a run by the horizon, its freshness aside. */
function isSoonAvailable(office: Office, horizon: string): boolean {
  if (office.status === 'let') return office.leaseEndsOn !== null && office.leaseEndsOn < horizon
  if (office.status === 'under-construction') return office.deliversOn !== null && office.deliversOn <= horizon
  return true
}
