import { dayInMorocco } from '@tvl/model'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '../storage/commit.ts'
import { write } from '../storage/store.ts'
import { freshDatabase, silentLog, type TestDatabase } from '../testing/database.ts'
import { aBuilding, anOffice, aZone } from '../testing/makers.ts'
import { followCatalogue, type LiveCatalogue } from './live.ts'

const RECORDS = [
  aZone('fes-shore'),
  aBuilding('fes-shore-a', 'fes-shore'),
  anOffice('fes-shore-a-00-1', { stackOrder: 0, seats: 40 }),
]
const clock = { instant: new Date('2026-11-23T09:00:00Z'), now: () => clock.instant }

let database: TestDatabase
let live: LiveCatalogue
beforeAll(async () => {
  database = await freshDatabase(RECORDS)
  live = await followCatalogue({ db: database.db, connectionString: database.url, clock, log: silentLog })
})
afterAll(async () => {
  await live.stop()
  await database.close()
})

const writeSeats = (seats: number) => {
  const { geometry, properties } = anOffice('fes-shore-a-00-1', { stackOrder: 0, seats })
  const words = { kind: 'edit' as const, author: SYSTEM, at: clock.now() }
  const content = { geometry, properties }
  return write(database.db, words, [{ collection: 'offices', id: 'fes-shore-a-00-1', content }]).then(
    ({ version }) => version,
  )
}
const freeSeats = () => live.snapshot().collection('zones').get('freeSeats')(0)

describe('the live catalogue', () => {
  it('holds a change by the time its writer has waited for it', async () => {
    const before = live.snapshot()
    const n = await writeSeats(60)
    const after = await live.waitFor(n)
    expect(after.version).toBe(`${n}-2026-11-23`)
    expect(freeSeats()).toBe(60)
    expect(before.collection('offices').get('seats')(0)).toBe(40)
  })

  it('hears of changes that others wrote', async () => {
    const n = await writeSeats(70)
    await expect.poll(() => live.snapshot().changeNumber, { timeout: 3000 }).toBe(n)
  })

  it('finds nothing to put right when all is well', async () => {
    const snapshot = live.snapshot()
    expect(await live.checkDrift()).toBe(false)
    expect(live.snapshot()).toBe(snapshot)
  })

  it('finds a store changed by hand and puts it right from the record', async () => {
    await sql`update feature set properties = jsonb_set(properties, '{seats}', '9999')`.execute(database.db)
    expect(await live.checkDrift()).toBe(true)
    expect(freeSeats()).toBe(70)
    expect(await live.checkDrift()).toBe(false)
  })

  it('counts anew on a new day in Morocco', async () => {
    clock.instant = new Date('2027-02-28T22:59:00Z')
    await live.waitFor(0)
    await live.checkDrift()
    expect(live.snapshot().today).toBe('2027-02-28')
    expect(freeSeats()).toBe(70)
    clock.instant = new Date('2027-03-01T00:01:00Z')
    await live.checkDrift()
    expect(live.snapshot().today).toBe('2027-03-01')
    expect(freeSeats()).toBe(0)
  })
})

describe('the day in Morocco', () => {
  it('begins by the zone’s own offset, which changes around Ramadan', () => {
    expect(dayInMorocco(new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-24')
    expect(dayInMorocco(new Date('2026-03-01T23:30:00Z'))).toBe('2026-03-01')
  })
})
