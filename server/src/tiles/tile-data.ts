import { BEFORE_ALL_DAYS, COLUMN_FIT_OUTS, COLUMN_STATUSES, dayOfIso, NEVER_DAY, UNKNOWN_MONEY } from '@tvl/model'
import type { Snapshot } from '../catalogue/snapshot.ts'

/** What the tile worker needs of a snapshot: flat, so that it crosses to the thread as a few copies. */
export type TileData = ReturnType<typeof tileDataOf>

export function tileDataOf({ columns, columnRows, collection, today }: Snapshot) {
  const { ids } = collection('offices')
  const { building, buildingIds, buildingLonLat, zone, zoneIds, seats, fitOut, status, rentCentimes } = columns
  const { availableFromDay, countedUntilDay, verifiedDay } = columns
  return {
    ids: Array.from(columnRows, (row) => ids[row] ?? ''),
    building,
    buildingIds,
    buildingLonLat,
    zone,
    zoneIds,
    seats,
    fitOut,
    status,
    rentCentimes,
    availableFromDay,
    countedUntilDay,
    verifiedDay,
    fitOuts: COLUMN_FIT_OUTS,
    statuses: COLUMN_STATUSES,
    todayDay: dayOfIso(today),
    neverDay: NEVER_DAY,
    beforeAllDays: BEFORE_ALL_DAYS,
    unknownMoney: UNKNOWN_MONEY,
  }
}
