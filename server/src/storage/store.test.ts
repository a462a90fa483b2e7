import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../testing/database.ts'
import { aBuilding, anOffice, aTalentPool, aZone } from '../testing/makers.ts'
import { type CommitWords, chainOf, verifyChain } from './commit.ts'
import { loadSnapshot } from './load.ts'
import {
  changesSince,
  checksums,
  checksumsAt,
  lastChange,
  restoreFromRecord,
  seed,
  stateAt,
  WriteRefused,
  write,
} from './store.ts'

const RECORDS = [
  aZone('fes-shore'),
  aBuilding('fes-shore-a', 'fes-shore'),
  aTalentPool('MA-03'),
  anOffice('fes-shore-a-00-1', { stackOrder: 0 }),
  anOffice('fes-shore-a-00-2', { stackOrder: 1 }),
  anOffice('fes-shore-a-00-3', { stackOrder: 2, rentMadPerM2Month: null }),
]
const contentOf = ({ geometry, properties }: (typeof RECORDS)[number]) => ({ geometry, properties: { ...properties } })
const office = (id: string, seats: number) => ({
  collection: 'offices' as const,
  id,
  content: contentOf(anOffice(id, { seats, stackOrder: 9 })),
})

const AT = new Date('2026-11-23T09:00:00Z')
const words = (actorId = 'tests'): CommitWords => ({
  kind: 'edit',
  author: { actorId, role: 'manager', organisationId: 'cdg' },
  at: AT,
})

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

describe('the store', () => {
  it('records the seed as changes 1 to n, in the order of the records', async () => {
    const { db } = database
    expect(await seed(db, RECORDS, { catalogue: 'demo', inventory: 'S' }, AT)).toBe(RECORDS.length)
    const changes = await changesSince(db, 0)
    expect(changes.map(({ n, operation, id }) => [n, operation, id])).toEqual(
      RECORDS.map(({ id }, i) => [i + 1, 'seed', id]),
    )
    expect(changes.map(({ after }) => after)).toEqual(RECORDS.map(contentOf))
  })

  it('seeds once, however many servers start', async () => {
    expect(await seed(database.db, RECORDS, { catalogue: 'demo', inventory: 'S' }, AT)).toBe(0)
    expect(await lastChange(database.db)).toBe(RECORDS.length)
  })

  it('records a change with what was before and after it', async () => {
    const { db } = database
    const before = await lastChange(db)
    const { commit, version } = await write(db, words(), [office('fes-shore-a-00-1', 77)])
    expect(version).toBe(before + 1)
    expect(commit).toMatchObject({
      firstN: version,
      lastN: version,
      actorId: 'tests',
      kind: 'edit',
      at: AT.toISOString(),
    })
    const [change] = await changesSince(db, before)
    expect(change).toMatchObject({
      n: version,
      operation: 'update',
      commit: commit?.id,
      id: 'fes-shore-a-00-1',
    })
    expect([change?.before?.properties.seats, change?.after?.properties.seats]).toEqual([40, 77])
  })

  it('records nothing for what is already so', async () => {
    const n = await lastChange(database.db)
    expect(await write(database.db, words(), [office('fes-shore-a-00-1', 77)])).toEqual({
      commit: null,
      version: n,
      isRepeated: false,
    })
  })

  it('writes all of a batch or nothing', async () => {
    const { db } = database
    const n = await lastChange(db)
    const gone = { collection: 'offices' as const, id: 'never-was', content: null }
    await expect(write(db, words(), [office('fes-shore-a-00-9', 5), gone])).rejects.toThrow(WriteRefused)
    expect(await lastChange(db)).toBe(n)
    expect((await stateAt(db, n)).some(({ record }) => record.id === 'fes-shore-a-00-9')).toBe(false)
  })

  it('writes a commit once, however often it is sent', async () => {
    const { db } = database
    const id = '11111111-2222-4333-8444-555555555555'
    const first = await write(db, { ...words(), id }, [office('fes-shore-a-00-1', 61)])
    const again = await write(db, { ...words(), id }, [office('fes-shore-a-00-1', 62)])
    expect(again).toEqual({ ...first, isRepeated: true })
    expect(await lastChange(db)).toBe(first.version)
  })

  it('never dates a commit before the one it follows', async () => {
    const { db } = database
    const early = { ...words(), at: new Date('2020-01-01T00:00:00Z') }
    expect((await write(db, early, [office('fes-shore-a-00-1', 63)])).commit?.at).toBe(AT.toISOString())
  })

  it('numbers the changes of many writers without a gap', async () => {
    const { db } = database
    const first = await lastChange(db)
    const writers = Array.from({ length: 12 }, (_, i) =>
      write(db, words(`writer ${i}`), [office(`fes-shore-a-1-${i}`, 10 + i)]),
    )
    const numbers = (await Promise.all(writers)).map(({ version }) => version)
    expect(numbers.sort((a, b) => a - b)).toEqual(writers.map((_, i) => first + 1 + i))
  })

  it('rebuilds any version from the record alone', async () => {
    const { db } = database
    const before = await lastChange(db)
    const [then] = (await stateAt(db, before)).filter(({ record }) => record.id === 'fes-shore-a-1-3')
    await write(db, words(), [office('fes-shore-a-1-3', 500)])
    const gone = { collection: 'offices' as const, id: 'fes-shore-a-1-4', content: null }
    const { version: n } = await write(db, words(), [gone])
    const past = await stateAt(db, before)
    expect(past.find(({ record }) => record.id === 'fes-shore-a-1-3')).toEqual(then)
    expect(past.some(({ record }) => record.id === 'fes-shore-a-1-4')).toBe(true)
    expect((await stateAt(db, n)).some(({ record }) => record.id === 'fes-shore-a-1-4')).toBe(false)
    expect((await stateAt(db, RECORDS.length)).map(({ record }) => record)).toEqual(
      [...RECORDS].sort((a, b) => (a.collection + a.id < b.collection + b.id ? -1 : 1)),
    )
  })

  it('has a present that follows from its record', async () => {
    const { db } = database
    const n = await lastChange(db)
    expect(await checksums(db)).toEqual(await checksumsAt(db, n))
    expect(await checksums(db)).not.toEqual(await checksumsAt(db, n - 1))
  })

  it('loads the present into a snapshot of its version', async () => {
    const { db } = database
    const n = await lastChange(db)
    const snapshot = await loadSnapshot(db, '2026-11-23')
    expect(snapshot.version).toBe(`${n}-2026-11-23`)
    const offices = snapshot.collection('offices')
    const state = (await stateAt(db, n)).filter(({ record }) => record.collection === 'offices')
    expect(offices.ids.map((_, row) => offices.record(row))).toEqual(state.map(({ record }) => record))
  })

  it('refuses to have its record rewritten', async () => {
    const { db } = database
    for (const statement of [
      "update change set operation = 'delete' where n = 1",
      "update commit set actor_id = 'someone else'",
      'delete from commit',
      'delete from change where n = 1',
      'truncate change',
    ]) {
      await expect(sql.raw(statement).execute(db)).rejects.toThrow(/append-only/)
    }
  })

  it('puts right by its record what was changed by hand', async () => {
    const { db } = database
    const good = await checksums(db)
    await sql`update feature set properties = jsonb_set(properties, '{seats}', '9999') where id = 'fes-shore-a-00-2'`.execute(
      db,
    )
    await sql`delete from feature where id = 'fes-shore-a-00-3'`.execute(db)
    await sql`insert into feature (collection, id, version, properties) values ('offices', 'made-up', 1, '{}')`.execute(
      db,
    )
    expect(await checksums(db)).not.toEqual(good)
    expect(await restoreFromRecord(db)).toBe(3)
    expect(await checksums(db)).toEqual(good)
  })

  it('has a chain in which every altered row shows', async () => {
    const { db } = database
    const whole = await verifyChain(db)
    expect(whole).toMatchObject({ isWhole: true, broken: null, strays: 0, changes: await lastChange(db) })
    const alterations = [
      ['change', "update change set after = jsonb_set(after, '{properties,seats}', '1') where n = 4", 'content'],
      ['change', "update change set at = at - interval '1 day' where n = 5", 'content'],
      [
        'commit',
        "update commit set actor_id = 'someone else' where last_n = (select max(last_n) from commit)",
        'content',
      ],
      ['commit', "update commit set content = sha256('x') where first_n = 1", 'content'],
      ['commit', "update commit set chain = sha256('x') where first_n = 1", 'chain'],
      ['commit', 'delete from commit where last_n = (select max(last_n) from commit)', 'strays'],
      ['change', 'delete from change where n = (select max(n) from change)', 'content'],
    ] as const
    for (const [table, alteration, reason] of alterations) {
      const trial = db.transaction().execute(async (transaction) => {
        await sql.raw(`alter table ${table} disable trigger user; ${alteration}`).execute(transaction)
        const report = await chainOf(transaction)
        expect([alteration, report.isWhole, report.broken?.reason ?? 'strays']).toEqual([alteration, false, reason])
        throw new Error('roll back')
      })
      await expect(trial).rejects.toThrow('roll back')
    }
    expect(await verifyChain(db)).toEqual(whole)
  })
})

describe('many writes at once', () => {
  // One letter stands for a record, null deletes it; 0 is a place that is a point, the others have none.
  const step = fc.record({
    id: fc.constantFrom('p', 'q', 'r', 's'),
    seats: fc.option(fc.nat({ max: 2 }), { freq: 3 }),
  })
  const writeOf = (side: string) => (one: { id: string; seats: number | null }) => ({
    collection: 'offices' as const,
    id: `${side}-${one.id}`,
    content:
      one.seats === null
        ? null
        : {
            ...contentOf(anOffice('same', { seats: one.seats })),
            geometry: one.seats === 0 ? { type: 'Point' as const, coordinates: [-5, 34] } : null,
          },
  })

  it('leave the same record and the same state as one after the other', async () => {
    const { db, close } = await freshDatabase()
    await seed(db, RECORDS, { catalogue: 'demo', inventory: 'S' }, AT)
    let round = 0
    const there = new Set<string>()
    const traceOf = async (side: string, from: number) =>
      (await changesSince(db, from)).map(({ n: _n, at: _at, commit: _commit, id, ...change }) => ({
        ...change,
        id: id.slice(side.length),
      }))
    const rowsOf = async (side: string) =>
      (
        await sql`select substr(id, ${side.length + 1}::int) as id, geometry, lon, lat, min_lon, min_lat, max_lon, max_lat,
          properties, hash from feature where id like ${`${side}-%`} order by 1`.execute(db)
      ).rows
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (asked) => {
        round += 1
        // What is not there cannot be deleted.
        there.clear()
        const steps = asked.filter(({ id, seats }) => {
          if (seats === null) return there.delete(id)
          there.add(id)
          return true
        })
        const [batch, single] = [`b${round}`, `s${round}`]
        const start = await lastChange(db)
        await write(db, words(), steps.map(writeOf(batch)))
        const together = await traceOf(batch, start)
        const middle = await lastChange(db)
        for (const one of steps) await write(db, words(), [writeOf(single)(one)])
        expect(together).toEqual(await traceOf(single, middle))
        expect(await rowsOf(batch)).toEqual(await rowsOf(single))
        const last = await changesSince(db, start)
        expect(last.map(({ n }) => n)).toEqual(last.map((_, i) => start + 1 + i))
      }),
      { numRuns: 40 },
    )
    expect(await verifyChain(db)).toMatchObject({ isWhole: true, strays: 0 })
    await close()
  })
})
