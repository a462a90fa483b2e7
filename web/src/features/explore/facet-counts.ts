import { type Evaluation, termBit } from '@tvl/model'

export type DistanceTerm = 'airportKm' | 'hsrStationKm' | 'railStationKm'

export interface DistanceCount {
  term: DistanceTerm
  km: number
  /** hits if this were asked and every other term stayed */
  hits: number
  total: number
  isChosen: boolean
}

/** Distances offered as options: a daily commute to a station, an airport before a morning flight. */
const OFFERED: readonly (readonly [DistanceTerm, number])[] = [
  ['airportKm', 10],
  ['airportKm', 25],
  ['hsrStationKm', 15],
  ['railStationKm', 5],
]

/** Counts of the distances offered, and of any other distance the need asks for. */
export function countDistances({ need, zones }: Evaluation): DistanceCount[] {
  const asked = (['airportKm', 'hsrStationKm', 'railStationKm'] as const).flatMap((term) => {
    const km = need[term]
    return km === null || OFFERED.some(([other, offered]) => other === term && offered === km)
      ? []
      : [[term, km] as const]
  })
  return [...OFFERED, ...asked].map(([term, km]) => {
    const near = zones.filter(({ zone }) => {
      const distance = zone.properties[term]
      return distance !== null && distance <= km
    })
    return {
      term,
      km,
      hits: near.filter(({ failing }) => (failing & ~termBit(term)) === 0).length,
      total: near.length,
      isChosen: need[term] === km,
    }
  })
}
