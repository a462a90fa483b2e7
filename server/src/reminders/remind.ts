import { addDays, clockInMorocco, weekOf } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Clock } from '../catalogue/clock.ts'
import type { Log } from '../catalogue/live.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import type { Mailer } from '../mail/mailer.ts'
import { stopKey } from '../mail/stop-key.ts'
import { reminderLetter } from '../mail/words/reminder-letter.ts'
import { allPeople } from '../people/people.ts'
import { periodically } from '../periodic.ts'
import type { Database } from '../storage/database.ts'
import { AHEAD_DAYS, namedZones, outlooksOf, outlooksOfBuildings } from './outlook.ts'

export interface ReminderOptions {
  db: Kysely<Database>
  snapshot: () => Snapshot
  clock: Clock
  mailer: Mailer
  /** Origin of the links in mails. */
  origin: () => string
  secret: string
  log: Log
}

/** On the clocks of Morocco. Nobody is woken. */
const FROM = '07:00'
const LOOK_MS = 60_000

/** The Monday whose letters go out now; null: it is another day, or too early. */
function mondayOf(now: Date): string | null {
  const { day, time } = clockInMorocco(now)
  return day === weekOf(day) && time >= FROM ? day : null
}

/**
 * On Monday morning, writes to every manager in whose territory anything is due or falls due within the week, unless
 * they want no such letters. Once a week, whoever does it. Returns the number of letters.
 */
export async function remind({ db, snapshot, clock, mailer, origin, secret }: ReminderOptions): Promise<number> {
  const now = clock.now()
  const week = mondayOf(now)
  if (week === null) return 0
  const catalogue = snapshot()
  const buildings = outlooksOfBuildings(catalogue)
  let letters = 0
  for (const { id, email, language, isDemo, wantsReminders, grants } of await allPeople(db)) {
    if (isDemo || !wantsReminders) continue
    const own = grants.filter(({ role }) => role === 'manager')
    const zones = own.length === 0 ? [] : outlooksOf(catalogue, buildings, own)
    if (zones.length === 0 || !(await claim(db, { week, person: id, at: now }))) continue
    const base = origin()
    const links = { due: `${base}/manage`, stop: `${base}/api/reminders/${stopKey(secret, 'reminders', id)}` }
    const until = addDays(week, AHEAD_DAYS)
    mailer.send(email, reminderLetter(language, { zones: namedZones(catalogue, zones, language), until, links }))
    letters += 1
  }
  return letters
}

/** Before the letter is sent: one that is lost with its server is missed, and none comes twice. */
async function claim(db: Kysely<Database>, { week, person, at }: { week: string; person: string; at: Date }) {
  const { rows } = await sql`insert into reminder_letter (week, person_id, at) values (${week}, ${person}, ${at})
    on conflict do nothing returning week`.execute(db)
  return rows.length > 0
}

/** Reminds for as long as it runs. A server that starts in the course of a Monday makes up for what was missed. */
export function watchReminders(options: ReminderOptions): { stop(): Promise<void> } {
  const { clock, log } = options
  let done = ''
  return periodically({
    everyMs: LOOK_MS,
    log,
    failed: 'reminders could not be sent; tried again in a minute',
    work: async () => {
      const week = mondayOf(clock.now())
      if (week === null || week === done) return
      const letters = await remind(options)
      done = week
      if (letters > 0) log.info({ letters }, 'managers were reminded of what is due')
    },
  })
}
