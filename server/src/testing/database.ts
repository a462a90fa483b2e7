import { randomBytes } from 'node:crypto'
import type { CatalogueRecord } from '@tvl/model'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { inject } from 'vitest'
import type { Log } from '../catalogue/live.ts'
import { connect, type Database } from '../storage/database.ts'
import { seed } from '../storage/store.ts'
import { TEMPLATE } from './global-setup.ts'

export interface TestDatabase {
  url: string
  db: Kysely<Database>
  close(): Promise<void>
}

/** An empty database of this test’s own, on the server of the run, not yet brought to any shape. */
export const emptyDatabase = (): Promise<TestDatabase> => databaseFrom('template1')

async function databaseFrom(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin((admin) => admin.query(`create database ${name} template ${template}`))
  const url = new URL(inject('adminUrl'))
  url.pathname = `/${name}`
  const { db } = await connect(url.href, () => undefined)
  return {
    url: url.href,
    db,
    close: async () => {
      await db.destroy()
      await asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`))
    },
  }
}

/** A database in the newest shape, seeded with the records if any are given. */
export async function freshDatabase(records?: readonly CatalogueRecord[]): Promise<TestDatabase> {
  const database = await databaseFrom(TEMPLATE)
  if (records) await seed(database.db, records, { catalogue: 'demo', inventory: 'S' }, new Date('2026-11-23T08:00:00Z'))
  return database
}

/** Says nothing; what a test expects of the log it gives its own. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

async function asAdmin(work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('adminUrl') })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}
