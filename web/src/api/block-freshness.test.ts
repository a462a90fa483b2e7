import {
  BEFORE_ALL_DAYS,
  type Block,
  COLUMN_STATUSES,
  dayOfIso,
  type OfficeColumns,
  type OfficeStatus,
} from '@tvl/model'
import { describe, expect, it } from 'vitest'
import { blockFreshness } from './block-freshness.ts'

const TODAY = '2026-11-23'
const aBlock = (...offices: [status: OfficeStatus, daysAgo: number | null][]) => {
  const columns = {
    status: Uint8Array.from(offices, ([status]) => COLUMN_STATUSES.indexOf(status)),
    verifiedDay: Int32Array.from(offices, ([, days]) => (days === null ? BEFORE_ALL_DAYS : dayOfIso(TODAY) - days)),
  } as unknown as OfficeColumns
  return blockFreshness(columns, { fromRow: 0, toRow: offices.length - 1 } as Block, TODAY)
}

describe('the freshness of a block', () => {
  it('is that of its most aged office', () => {
    expect(aBlock(['free', 5], ['free', 65], ['free', 12])).toMatchObject({ state: 'late', days: 65 })
  })

  it('lets a long lease age three times slower', () => {
    expect(aBlock(['let', 80], ['free', 40])).toMatchObject({ state: 'due', days: 40 })
  })

  it('is not known when one office was never verified', () => {
    expect(aBlock(['free', 5], ['free', null])).toBeNull()
  })
})
