import { type FitOut, instantInMorocco, type Office, type OfficeStatus, type ProvenanceByProperty } from '@tvl/model'
import type { Random } from './random.ts'

/** What all invented records of one run share. */
export interface Drawing {
  day: (offset: number) => string
  provenance: ProvenanceByProperty
}

/** What an office takes from its place. */
export interface OfficePlace {
  name: string
  zoneId: string
  buildingId: string
  floor: number
  stackOrder: number
  rentMad: readonly [min: number, max: number]
  deliversInDays: number | null
}

const STATUS_WEIGHTS: readonly (readonly [OfficeStatus, number])[] = [
  ['let', 66],
  ['free', 27],
  ['held', 7],
]
const FIT_OUT_WEIGHTS: readonly (readonly [FitOut, number])[] = [
  ['plug-and-play', 35],
  ['fitted', 45],
  ['shell', 20],
]
/** Days since verification, so that every state of freshness occurs and about one in eight has expired. */
const AGE_WEIGHTS: readonly (readonly [readonly [number, number], number])[] = [
  [[0, 29], 40],
  [[30, 59], 22],
  [[60, 89], 14],
  [[90, 119], 12],
  [[120, 150], 12],
]
const METHOD_WEIGHTS: readonly (readonly [Office['verificationMethod'] & string, number])[] = [
  ['site-visit', 30],
  ['lease-ledger', 35],
  ['declaration', 25],
  ['import', 10],
]

/** Holds of the invented inventory end at 18:00 in Casablanca. */
export const endOfHold = (day: string): string | null => instantInMorocco(day, '18:00')

/** Draws one office of `seats` seats: 6 to 10 m² a seat, terms around the zone's rent. */
export function drawOffice(random: Random, drawing: Drawing, place: OfficePlace, seats: number): Office {
  const { day } = drawing
  const built = place.deliversInDays === null
  const status = built ? random.weighted(STATUS_WEIGHTS) : 'under-construction'
  const [youngest, oldest] = random.weighted(AGE_WEIGHTS)
  const age = random.int(youngest, oldest)
  const verified = !random.chance(2)
  return {
    name: place.name,
    zoneId: place.zoneId,
    buildingId: place.buildingId,
    floor: place.floor,
    stackOrder: place.stackOrder,
    areaM2: Math.round((seats * random.int(60, 100)) / 10),
    seats,
    fitOut: built ? random.weighted(FIT_OUT_WEIGHTS) : 'shell',
    rentMadPerM2Month: random.chance(4) ? null : random.int(place.rentMad[0] * 2, place.rentMad[1] * 2) / 2,
    serviceChargeMadPerM2Month: random.chance(8) ? null : random.int(24, 44) / 2,
    status,
    leaseEndsOn: status === 'let' && !random.chance(5) ? day(random.int(30, 1_800)) : null,
    holdEndsAt: status === 'held' ? endOfHold(day(random.int(2, 30))) : null,
    deliversOn: place.deliversInDays === null ? null : day(place.deliversInDays),
    freeFrom: status === 'free' && random.chance(30) ? day(-age - random.int(1, 90)) : null,
    verifiedOn: verified ? day(-age) : null,
    verifiedBy: verified ? 'zone-manager' : null,
    verificationMethod: verified ? random.weighted(METHOD_WEIGHTS) : null,
    provenance: drawing.provenance,
  }
}

/** Lets the office far beyond every date people ask about. */
export function letForYears(random: Random, drawing: Drawing, office: Office): void {
  office.status = 'let'
  office.leaseEndsOn = drawing.day(random.int(700, 1_800))
  office.holdEndsAt = null
  office.freeFrom = null
}
