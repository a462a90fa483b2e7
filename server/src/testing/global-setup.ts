import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connect } from '../storage/database.ts'
import { startEmbedded } from '../storage/embedded.ts'
import { migrate } from '../storage/migrate.ts'
import { buildServer } from './built-server.ts'

/** In the newest shape and empty, copied for each test that asks for one. */
export const TEMPLATE = 'test_template'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a database on the server that the tests make their own databases on. */
    adminUrl: string
  }
}

/** TEST_DATABASE_URL: the whole suite on that server. Unset: on the built-in one, in a folder of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildServer()
  const { adminUrl, stop } = await server()
  project.provide('adminUrl', adminUrl)
  await makeTemplate(adminUrl)
  return stop
}

async function server(): Promise<{ adminUrl: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { adminUrl: given, stop: () => onServer(given, `drop database if exists ${TEMPLATE} with (force)`) }
  const folder = await mkdtemp(join(tmpdir(), 'catalogue-tests-'))
  await chmod(folder, 0o755)
  const embedded = await startEmbedded(folder)
  // What these databases hold dies with the run; the tests that kill one start it themselves.
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    await onServer(embedded.connectionString, `alter system set ${setting} = off`)
  }
  await onServer(embedded.connectionString, 'select pg_reload_conf()')
  return {
    adminUrl: embedded.connectionString,
    stop: async () => {
      await embedded.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function makeTemplate(adminUrl: string): Promise<void> {
  await onServer(adminUrl, `drop database if exists ${TEMPLATE} with (force)`)
  await onServer(adminUrl, `create database ${TEMPLATE}`)
  const url = new URL(adminUrl)
  url.pathname = `/${TEMPLATE}`
  const { db } = await connect(url.href, () => undefined)
  await migrate(db)
  await db.destroy()
}

async function onServer(adminUrl: string, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}
