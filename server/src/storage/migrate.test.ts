import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase, silentLog, type TestDatabase } from '../testing/database.ts'
import { aZone } from '../testing/makers.ts'
import { connect, DatabaseError } from './database.ts'
import { migrate } from './migrate.ts'
import { openStore } from './open.ts'

const NOW = new Date('2026-11-23T09:00:00Z')

let database: TestDatabase
beforeAll(async () => {
  database = await emptyDatabase()
})
afterAll(() => database.close())

describe('a database', () => {
  it('is brought to the newest shape once, even by two servers at the same time', async () => {
    const ran = await Promise.all([migrate(database.db), migrate(database.db)])
    expect(ran.flat()).toEqual((await readdir(new URL('./migrations/', import.meta.url))).sort())
    expect(await migrate(database.db)).toEqual([])
  })

  it('is not seeded over with another catalogue', async () => {
    const store = await openStore({ databaseUrl: database.url, dataDir: '/nowhere' }, silentLog)
    try {
      const records = () => [aZone('fes-shore')]
      expect(await store.seedIfEmpty({ catalogue: 'demo', inventory: 'S' }, NOW, records)).toBe(1)
      expect(await store.seedIfEmpty({ catalogue: 'demo', inventory: 'S' }, NOW, records)).toBe(0)
      await expect(store.seedIfEmpty({ catalogue: 'facts', inventory: 'S' }, NOW, records)).rejects.toThrow(
        /CATALOGUE=demo INVENTORY=S.*CATALOGUE=facts.*empty database/,
      )
    } finally {
      await store.close()
    }
  })

  it('in which the user may make no tables is refused in a sentence', async () => {
    const name = `weak_${randomBytes(6).toString('hex')}`
    await sql.raw(`create role ${name} login password 'weak'`).execute(database.db)
    const address = new URL(database.url)
    address.username = name
    address.password = 'weak'
    address.pathname = '/postgres'
    try {
      const opened = openStore({ databaseUrl: address.href, dataDir: '/nowhere' }, silentLog)
      await expect(opened).rejects.toThrow(/tables cannot be made in .*\/postgres \(permission denied/)
      await expect(opened).rejects.toBeInstanceOf(DatabaseError)
    } finally {
      await sql.raw(`drop role ${name}`).execute(database.db)
    }
  })

  it('of a newer release is refused, with what to do', async () => {
    await sql`insert into migration (name) values ('9999-later.sql')`.execute(database.db)
    const refused = expect(migrate(database.db)).rejects
    await refused.toThrow(/newer release \(9999-later.sql\)/)
    // This class alone is said to the operator in a sentence, without a stack.
    await expect(migrate(database.db)).rejects.toBeInstanceOf(DatabaseError)
  })

  it('that does not answer is named without its password', async () => {
    const attempt = connect('postgres://me:secret@127.0.0.1:1/nothing', () => undefined)
    await expect(attempt).rejects.toThrow(/DATABASE_URL: 127\.0\.0\.1:1\/nothing does not answer/)
    await expect(attempt).rejects.not.toThrow(/secret/)
  })
})
