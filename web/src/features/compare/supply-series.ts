import { type Need, supplyByQuarter } from '@tvl/model'
import type { ZoneIndex } from '../../api/zone-index.ts'

export interface QuarterOfSites {
  /** ISO day looked at */
  on: string
  year: number
  quarter: number
  /** most seats in one block, per compared site; null where the catalogue has no office */
  seats: readonly (number | null)[]
}

/** Contiguous seats quarter by quarter, for the need's offices, in the order of the compared zones. */
export function supplySeries(
  { index, context }: ZoneIndex,
  sites: readonly { id: string; evaluation: unknown }[],
  need: Need,
): QuarterOfSites[] {
  const places = sites.map(({ id }) => index.zones.findIndex((zone) => zone.id === id))
  return Array.from(supplyByQuarter(index, need, context), ({ on, year, quarter, contiguousSeats }) => ({
    on,
    year,
    quarter,
    seats: sites.map((site, i) => (site.evaluation === null ? null : (contiguousSeats[places[i] ?? -1] ?? null))),
  }))
}

/** Round steps for an axis from 0 to at least `most`: 1, 2 or 5 times a power of ten, three to five of them. */
export function axisSteps(most: number): number[] {
  const rough = Math.max(1, most) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power)
  return Array.from({ length: Math.ceil(Math.max(1, most) / step) + 1 }, (_, i) => i * step)
}
