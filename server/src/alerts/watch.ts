import type { Log } from '../catalogue/live.ts'
import { WORDS } from '../dossier/words/in-language.ts'
import { ProblemError } from '../http/problem.ts'
import type { Mailer } from '../mail/mailer.ts'
import { stopKey } from '../mail/stop-key.ts'
import { alertLetter } from '../mail/words/alert-letter.ts'
import { allPeople } from '../people/people.ts'
import { periodically } from '../periodic.ts'
import { keptFor } from '../shortlists/access.ts'
import { untitledIn } from './feed.ts'
import { type LookOptions, lookThrough } from './look-through.ts'
import { type Alert, alertsOf, claimAlerts, freezesBehind, mailedReaders } from './store.ts'
import { editSentence, siteSentence } from './words.ts'

export interface WatchOptions extends LookOptions {
  mailer: Mailer
  /** Origin of the links in mails. */
  origin: () => string
  secret: string
  log: Log
}

const LOOK_MS = 30_000
/** What comes within this time goes into one letter: who keeps availability true changes many things in a row. */
const GATHER_MS = 10 * 60_000
const MOST_IN_LETTER = 10
const MOST_EDITS = 3
/** Far more than anybody reads; what is beyond is on the page. */
const MOST_COUNTED = 200

/** Looks through the record for every shortlist, or those of some organisations, that is behind the catalogue. */
export async function findAlerts(
  options: LookOptions & { log: Log },
  organisationIds?: readonly string[],
): Promise<void> {
  for (const freeze of await freezesBehind(options.db, options.snapshot().changeNumber, organisationIds)) {
    try {
      await lookThrough(options, freeze)
    } catch (error) {
      // One that was tampered with is shown to nobody; the others are looked through all the same.
      if (!(error instanceof ProblemError)) throw error
      options.log.warn({ freeze: freeze.id, code: error.code }, 'a frozen shortlist could not be looked through')
    }
  }
}

/**
 * Writes to those who want letters, when what matters to them has gathered for some minutes. Each alert is told to each
 * person once, whichever server does it. Returns the number of letters.
 */
export async function tellAlerts({ db, clock, mailer, origin, secret, settings }: WatchOptions): Promise<number> {
  const readers = await mailedReaders(db)
  if (readers.size === 0) return 0
  let letters = 0
  for (const { id, email, language, isDemo, grants } of await allPeople(db)) {
    const wishes = readers.get(id)
    if (!wishes) continue
    const query = { threshold: wishes, since: wishes.toldSeq, limit: MOST_COUNTED }
    const alerts = await alertsOf(db, keptFor(grants), query)
    const [oldest, newest] = [alerts[0], alerts.at(-1)]
    if (!oldest || !newest) continue
    if (clock.now().getTime() - new Date(oldest.foundAt).getTime() < GATHER_MS) continue
    // Before the letter is sent: one that is lost with its server is missed, and none comes twice.
    if (!(await claimAlerts(db, id, wishes.toldSeq, newest.seq))) continue
    const links = {
      alerts: `${origin()}/agency/alerts`,
      stop: `${origin()}/api/alerts/letters/${stopKey(secret, 'alerts', id)}`,
    }
    const told = alerts.slice(0, MOST_IN_LETTER).map((alert) => ({
      title: alert.title || untitledIn(language),
      lines: linesOf(alert, language),
    }))
    const illustrative = settings.catalogue === 'demo' ? WORDS[language].illustrative : null
    mailer.send(email, alertLetter(language, { count: alerts.length, alerts: told, illustrative, links }), {
      folder: isDemo,
    })
    letters += 1
  }
  return letters
}

const linesOf = ({ sites, edits }: Alert, language: Parameters<typeof siteSentence>[0]): string[] => [
  ...sites.map((site) => siteSentence(language, site)),
  ...edits.flatMap((edit) => editSentence(language, edit) ?? []).slice(0, MOST_EDITS),
]

/** Watches for as long as it runs. */
export const watchAlerts = (options: WatchOptions) =>
  periodically({
    everyMs: LOOK_MS,
    log: options.log,
    failed: 'shortlists could not be watched; tried again soon',
    work: async () => {
      await findAlerts(options)
      const letters = await tellAlerts(options)
      if (letters > 0) options.log.info({ letters }, 'people were told of changes in their shortlists')
    },
  })
