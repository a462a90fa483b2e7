import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { CatalogueRecord } from '@tvl/model'
import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import { pino } from 'pino'
import { buildApp } from '../app.ts'
import { standingClock } from '../catalogue/clock.ts'
import { followCatalogue, type LiveCatalogue } from '../catalogue/live.ts'
import { createMailer, type Mailer } from '../mail/mailer.ts'
import { readSettings, type Settings } from '../settings.ts'
import type { Database } from '../storage/database.ts'
import { freshDatabase } from './database.ts'

export interface TestApp {
  url: string
  app: FastifyInstance
  db: Kysely<Database>
  live: LiveCatalogue
  mailer: Mailer
  /** Folder of the mails that the server wrote. */
  mailDir: string
  /** What the server logged, one JSON line each. */
  logged: string[]
  close(): Promise<void>
}

/** Signs the sessions of the tests. */
export const TEST_SECRET = 'not a secret, and the same in every test of the server'

export const SCRIPT = `// ${'a script of some length. '.repeat(100)}\n`

/** The whole server on a free port, over the records, with small pages of its own. */
export async function serve(
  records: readonly CatalogueRecord[],
  settings: Partial<Settings> = {},
  /** Routes of the test’s own, beside the product’s. */
  more: (app: FastifyInstance) => void = () => undefined,
): Promise<TestApp> {
  const database = await freshDatabase(records)
  const webBuild = await mkdtemp(join(tmpdir(), 'pages-'))
  await mkdir(join(webBuild, 'assets'))
  await writeFile(
    join(webBuild, 'index.html'),
    '<!doctype html><title>Tech Valley Locator</title><div id="root"></div>',
  )
  await writeFile(join(webBuild, 'assets', 'main-3f2a.js'), SCRIPT)
  await writeFile(join(webBuild, 'assets', 'main-3f2a.js.br'), brotliCompressSync(SCRIPT))
  const logged: string[] = []
  const logger = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) })
  const clock = standingClock(settings.clock ?? new Date('2026-11-23T09:00:00Z'))
  const live = await followCatalogue({ db: database.db, connectionString: database.url, clock, log: logger })
  const dataDir = await mkdtemp(join(tmpdir(), 'data-'))
  const mailer = createMailer({ ...readSettings({}), ...settings, dataDir }, logger)
  const app = await buildApp({
    settings: { ...readSettings({}), ...settings },
    live,
    db: database.db,
    clock,
    logger,
    mailer,
    secret: TEST_SECRET,
    webBuild,
  })
  more(app)
  const url = await app.listen({ host: '127.0.0.1', port: settings.port ?? 0 })
  return {
    url,
    app,
    db: database.db,
    live,
    mailer,
    mailDir: join(dataDir, 'mail'),
    logged,
    close: async () => {
      await app.close()
      await live.stop()
      await database.close()
      await mailer.close()
      for (const folder of [webBuild, dataDir]) await rm(folder, { recursive: true, force: true })
    },
  }
}
