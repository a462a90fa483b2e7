import { catalogue } from '@tvl/data'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyRecord } from '../record/verification.ts'
import { serve, type TestApp } from '../testing/app.ts'
import { tokenHeader } from '../testing/caller.ts'
import { crowd } from '../testing/crowd/crowd.ts'

let app: TestApp
beforeAll(async () => {
  app = await serve(catalogue({ catalogue: 'demo', inventory: 'S', today: '2026-11-23' }))
})
afterAll(() => app.close())

describe('ten managers who write at once while fifty readers follow', () => {
  // Two hundred each, and the times, are the bench’s: this machine has other tests to run.
  it('lose no update, and every reader has what the server has', async () => {
    const writers = await Promise.all(Array.from({ length: 10 }, () => tokenHeader(app.db, 'manager')))
    const { outcomes, readers, faults } = await crowd({ url: app.url, writers, writesEach: 25, readers: 50 })
    expect(faults).toEqual([])
    expect(outcomes.flatMap(({ acknowledged }) => acknowledged).length).toBe(250)
    // They did meet, and readers did come back: else nothing was shown.
    expect(outcomes.reduce((sum, { conflicts }) => sum + conflicts, 0)).toBeGreaterThan(10)
    expect(readers.every(({ returns }) => returns >= 1)).toBe(true)
    expect(await verifyRecord(app.db)).toMatchObject({ isWhole: true, isPresentRight: true })
  }, 120_000)
})
