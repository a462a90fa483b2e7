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

  it('counts anew from the first millisecond of a day in Morocco on', () => {
    // Ramadan of 2027 is from 7 February to 14 March: the clocks show UTC.
    clock.instant = new Date('2027-02-28T23:59:59.999Z')
    expect(live.snapshot().today).toBe('2027-02-28')
    expect(freeSeats()).toBe(70)
    const before = live.snapshot()
    clock.instant = new Date('2027-03-01T00:00:00.000Z')
    expect(live.snapshot().today).toBe('2027-03-01')
    expect(freeSeats()).toBe(0)
    expect(live.snapshot().changeNumber).toBe(before.changeNumber)
    expect(before.collection('zones').get('freeSeats')(0)).toBe(70)
  })

  it('takes a change that comes with the new day on that day', async () => {
    clock.instant = new Date('2027-03-31T23:59:59Z')
    const n = await writeSeats(80)
    expect((await live.waitFor(n)).version).toBe(`${n}-2027-03-31`)
    clock.instant = new Date('2027-04-01T00:00:00Z')
    expect((await live.waitFor(await writeSeats(90))).version).toBe(`${n + 1}-2027-04-01`)
  })
})
