import type { Kysely } from 'kysely'
import type { Clock } from '../catalogue/clock.ts'
import type { Log } from '../catalogue/live.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { Database } from '../storage/database.ts'
import type { NoticeSettings } from './notice.ts'

/** What taking in, answering and looking after enquiries stand on. */
export interface EnquiryOptions {
  db: Kysely<Database>
  snapshot: () => Snapshot
  clock: Clock
  /** Measures how long a form was open; it runs where the catalogue’s clock stands. */
  stopwatch: Clock
  mailer: Mailer
  /** Origin of the links in mails. */
  origin: () => string
  secret: string
  settings: NoticeSettings
  log: Log
}
