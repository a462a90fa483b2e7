import { type Language, maySomewhere } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Clock } from '../catalogue/clock.ts'
import type { Log } from '../catalogue/live.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import type { Mailer } from '../mail/mailer.ts'
import { gapLetter } from '../mail/words/gap-letter.ts'
import { organisationName } from '../people/organisations.ts'
import { allPeople, type KeptPerson } from '../people/people.ts'
import { periodically } from '../periodic.ts'
import type { Settings } from '../settings.ts'
import type { Database } from '../storage/database.ts'
import { itemsOfRfi } from './requests.ts'
import { type KeptRfi, rfiOf } from './rfi-store.ts'

export interface TellOptions {
  db: Kysely<Database>
  snapshot: () => Snapshot
  clock: Clock
  mailer: Mailer
  /** Origin of the links in mails. */
  origin: () => string
  settings: Pick<Settings, 'catalogue'>
  log: Log
}

const LOOK_MS = 30_000
/** Who asks for one thing asks for others at once: they go into one letter. */
const GATHER_MS = 2 * 60_000

interface Asked {
  rfiId: string
  organisationId: string
  createdBy: string
  cell: string
  dueOn: string
  ownerOrganisationId: string | null
  ownerPersonId: string | null
}

/**
 * Writes to those who are asked for what questionnaires lack, one letter for what was asked together. Each gap is told
 * once, whichever server does it. Returns the number of letters.
 */
export async function tellGaps(options: TellOptions): Promise<number> {
  const asked = await claim(options.db, options.clock.now())
  if (asked.length === 0) return 0
  const people = await allPeople(options.db)
  const together = new Map<string, Asked[]>()
  for (const gap of asked) {
    const key = `${gap.rfiId} ${gap.ownerOrganisationId} ${gap.ownerPersonId}`
    together.set(key, [...(together.get(key) ?? []), gap])
  }
  let letters = 0
  for (const gaps of together.values()) letters += await write(options, gaps, people)
  return letters
}

/** Before the letters are sent: one that is lost with its server is missed, and none comes twice. */
async function claim(db: Kysely<Database>, now: Date): Promise<Asked[]> {
  const since = new Date(now.getTime() - GATHER_MS)
  const { rows } = await sql<Asked>`
    update rfi_gap set told_at = ${now} from rfi where rfi.id = rfi_gap.rfi_id and told_at is null and answer is null
      and exists (select from rfi_gap other where other.rfi_id = rfi_gap.rfi_id and other.told_at is null
        and other.owner_organisation_id is not distinct from rfi_gap.owner_organisation_id
        and other.owner_person_id is not distinct from rfi_gap.owner_person_id and other.assigned_at <= ${since})
    returning rfi.id as "rfiId", rfi.organisation_id as "organisationId", rfi.created_by as "createdBy", cell,
      due_on::text as "dueOn", owner_organisation_id as "ownerOrganisationId", owner_person_id as "ownerPersonId"`.execute(
    db,
  )
  return rows
}

async function write(options: TellOptions, gaps: readonly Asked[], people: readonly KeptPerson[]): Promise<number> {
  const { db, snapshot, clock, mailer, origin, settings } = options
  const [first] = gaps
  const rfi = first && (await rfiOf(db, first.rfiId, [first.organisationId], clock.now()))
  if (!first || !rfi) return 0
  const labels = new Map((await itemsOfRfi(options, rfi)).map(({ id, label, zoneId }) => [id, { label, zoneId }]))
  const named = gaps.flatMap(({ cell, dueOn }) => {
    const about = labels.get(cell)
    return about ? [{ ...about, dueOn }] : []
  })
  if (named.length === 0) return 0
  const asker = await organisationName(db, rfi.organisationId)
  const sender = people.find(({ id }) => `person:${id}` === first.createdBy)
  const zones = snapshot().collection('zones')
  const siteIn = (zoneId: string, language: Language) => {
    const row = zones.rowOf(zoneId)
    return row < 0 ? zoneId : String(zones.get('name', language)(row))
  }
  const readers = people.filter((person) => isAsked(person, first))
  if (readers.length === 0) options.log.warn({ rfi: rfi.id }, 'nobody can be asked: the organisation has no people')
  for (const reader of readers) {
    const { email, language, isDemo } = reader
    const letter = gapLetter(language, {
      askerName: asker[language],
      fileName: rfi.fileName,
      gaps: named.map(({ label, zoneId, dueOn }) => ({ label, site: siteIn(zoneId, language), dueOn })),
      link: seesIt(reader, rfi) ? `${origin()}/agency/requests/${rfi.id}` : null,
      replyTo: sender && sender.id !== reader.id && !sender.isDemo ? sender.email : null,
    })
    // In a demonstration, where everybody may send any workbook, no letter leaves the house.
    mailer.send(email, letter, { folder: isDemo || settings.catalogue === 'demo' })
  }
  return readers.length
}

/** A person is asked by name; an organisation through those who act for it. */
const isAsked = ({ id, grants }: KeptPerson, { ownerPersonId, ownerOrganisationId }: Asked): boolean =>
  ownerPersonId === null
    ? grants.some(({ organisationId, role }) => organisationId === ownerOrganisationId && role !== 'reader')
    : ownerPersonId === id

const seesIt = ({ grants }: KeptPerson, { organisationId }: Pick<KeptRfi, 'organisationId'>): boolean =>
  grants.some((grant) => grant.organisationId === organisationId && maySomewhere([grant], 'answer-enquiries'))

/** Tells for as long as it runs. */
export const watchGaps = (options: TellOptions) =>
  periodically({
    everyMs: LOOK_MS,
    log: options.log,
    failed: 'people could not be told what is asked of them; tried again soon',
    work: async () => {
      const letters = await tellGaps(options)
      if (letters > 0) options.log.info({ letters }, 'people were asked for what questionnaires lack')
    },
  })
