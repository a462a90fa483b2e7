import { catalogue } from '@tvl/data'
import { dayInMorocco } from '@tvl/model'
import type { FastifyInstance } from 'fastify'
import { type Logger, pino } from 'pino'
import { watchAlerts } from './alerts/watch.ts'
import { buildApp } from './app.ts'
import { standingClock, systemClock } from './catalogue/clock.ts'
import { followCatalogue, type LiveCatalogue } from './catalogue/live.ts'
import { watchEnquiries } from './enquiries/tend.ts'
import { authSecret } from './identity/auth-secret.ts'
import { createMailer } from './mail/mailer.ts'
import { watchReminders } from './reminders/remind.ts'
import { watchExpiry } from './rfi/expire.ts'
import { watchGaps } from './rfi/tell.ts'
import { makeDemoAccounts } from './session/demo-accounts.ts'
import type { Settings } from './settings.ts'
import { openStore, type Store } from './storage/open.ts'
import { watchVisits } from './visits/counts.ts'

export interface RunningServer {
  /** Address that it answers under, e.g. http://127.0.0.1:8080 */
  url: string
  app: FastifyInstance
  store: Store
  live: LiveCatalogue
  /** Finishes the answers under way, then closes the database. Safe to call twice. */
  stop(): Promise<void>
}

/**
 * Starts everything: the store (made and seeded when it is empty), the catalogue in memory, the server.
 * @throws DatabaseError and other errors with a message for the operator; nothing is left running then
 */
export async function startServer(
  settings: Settings,
  logger: Logger = pino({ level: settings.logLevel }),
): Promise<RunningServer> {
  const clock = settings.clock ? standingClock(settings.clock) : systemClock
  const store = await openStore(settings, logger)
  const undo: (() => Promise<void>)[] = [() => store.close()]
  const stop = async () => {
    for (let last = undo.pop(); last; last = undo.pop()) await last()
  }
  try {
    const origin = { catalogue: settings.catalogue, inventory: settings.inventory }
    const today = dayInMorocco(clock.now())
    const seeded = await store.seedIfEmpty(origin, clock.now(), () => catalogue({ ...origin, today }))
    if (seeded > 0) logger.info({ records: seeded, ...origin }, 'the catalogue was seeded')
    const live = await followCatalogue({ db: store.db, connectionString: store.connectionString, clock, log: logger })
    undo.push(() => live.stop())
    if (settings.catalogue === 'demo') await makeDemoAccounts(store.db, clock.now())
    const mailer = createMailer(settings, logger)
    undo.push(() => mailer.close())
    const secret = await authSecret(settings, store.db)
    const app = await buildApp({
      ...{ settings, live, db: store.db, clock, logger, mailer, secret },
      stopwatch: systemClock,
    })
    undo.push(() => app.close())
    const url = await app.listen({ host: settings.host, port: settings.port })
    const periodic = {
      ...{ db: store.db, snapshot: live.snapshot, clock, mailer, secret, log: logger },
      origin: () => settings.publicUrl ?? url,
    }
    const reminders = watchReminders(periodic)
    undo.push(() => reminders.stop())
    const enquiries = watchEnquiries({ ...periodic, stopwatch: systemClock, settings })
    undo.push(() => enquiries.stop())
    const expiry = watchExpiry({ db: store.db, clock, log: logger })
    undo.push(() => expiry.stop())
    const gaps = watchGaps({ ...periodic, settings })
    undo.push(() => gaps.stop())
    const visits = watchVisits({ db: store.db, clock, log: logger })
    undo.push(() => visits.stop())
    const alerts = watchAlerts({ ...periodic, settings })
    undo.push(() => alerts.stop())
    logger.info({ url, version: live.snapshot().version }, 'serving')
    return { url, app, store, live, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
