import { blockOf, COLUMN_STATUSES, type Need, type NeedIndex, type Quarter, quarterOf, totalsFor } from '@tvl/model'

export const SERIES_QUARTERS = 13

export interface QuarterSeats extends Pick<Quarter, 'year' | 'quarter'> {
  /** ISO day looked at: the quarter's first day; today for the quarter we are in */
  on: string
  /** seats of the block that answers best */
  seats: number
  /** of these, seats that are held today, and seats that are not built yet */
  held: number
  building: number
}

const HELD = COLUMN_STATUSES.indexOf('held')
const BUILDING = COLUMN_STATUSES.indexOf('under-construction')

/** The days shown: today, then the first day of each quarter to come. */
export function seriesDays(today: string, quarters = SERIES_QUARTERS): (Quarter & { on: string })[] {
  return Array.from({ length: quarters }, (_, offset) => {
    const quarter = quarterOf(today, offset)
    return { ...quarter, on: offset === 0 ? today : quarter.startsOn }
  })
}

/** The zone's contiguous seats quarter by quarter: the need asked for each of these days. `zone`: its place in the index. */
export function quarterSeries(
  index: NeedIndex,
  zone: number,
  need: Need,
  today: string,
  quarters = SERIES_QUARTERS,
): QuarterSeats[] {
  const match = new Uint8Array(index.columns.count)
  return seriesDays(today, quarters).map(({ year, quarter, on }) => {
    const block = blockOf(index, totalsFor(index, { ...need, availableBy: on }, today, match), zone)
    const bar: QuarterSeats = { year, quarter, on, seats: block?.seats ?? 0, held: 0, building: 0 }
    for (let row = block?.fromRow ?? 0; block && row <= block.toRow; row++) {
      const seats = index.columns.seats[row] ?? 0
      if (index.columns.status[row] === HELD) bar.held += seats
      if (index.columns.status[row] === BUILDING) bar.building += seats
    }
    return bar
  })
}

/** The place along the series where a day falls, in quarters from its start (0.5 = half through the first); null outside. */
export function placeInSeries(day: string, series: readonly Pick<QuarterSeats, 'year' | 'quarter'>[]): number | null {
  const { year, quarter } = quarterOf(day)
  const index = series.findIndex((bar) => bar.year === year && bar.quarter === quarter)
  if (index < 0) return null
  const start = Date.parse(quarterOf(day).startsOn)
  const end = Date.parse(quarterOf(day, 1).startsOn)
  return index + (Date.parse(day) + 86_400_000 - start) / (end - start)
}
