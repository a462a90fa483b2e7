import { randomBytes } from 'node:crypto'
import {
  addMonths,
  dayInMorocco,
  type EnquiryBody,
  type EnquiryRouting,
  needFromParams,
  routeEnquiry,
} from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { ProblemError } from '../http/problem.ts'
import { placeOfZone } from '../identity/places.ts'
import { type Share, shareOfToken } from '../shares/store.ts'
import type { Database } from '../storage/database.ts'
import { noteEvent } from './history.ts'
import { DEMO_HOURS, type NoticeSettings, SPAM_DAYS } from './notice.ts'
import type { EnquiryOptions } from './options.ts'
import { ENQUIRY_COLUMNS, type KeptEnquiry } from './rows.ts'
import { fingerprintOf, isTelling, judge, type Verdict } from './spam/judge.ts'
import { ageOfTicket, isWorked } from './spam/ticket.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Crockford’s: no letter that could be read as a figure, so that it can be told by telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const REFERENCE_LENGTH = 8

const newReference = (): string =>
  `TVL-${Array.from(randomBytes(REFERENCE_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('')}`

/**
 * Takes in what somebody asks. What looks like spam is kept aside, and its sender is told nothing else than the others.
 * Null: it was taken in before, with this id.
 * @throws ProblemError 409 `enquiry.ticket`: ask for another one; 409 `enquiry.taken`: the id is of another enquiry
 */
export async function takeIn(
  options: EnquiryOptions,
  body: EnquiryBody,
): Promise<{ kept: KeptEnquiry; isNew: boolean }> {
  const { db, clock } = options
  const before = await enquiryById(db, body.id)
  if (before) return { kept: requireSame(before, body), isNew: false }
  const now = new Date(clock.now())
  const verdict = await judged(options, body, now)
  const link = await linkOf(db, body.share, now)
  const routing = routed(options.snapshot(), body, link?.organisationId ?? null)
  for (;;) {
    const reference = newReference()
    const isKept = await db.transaction().execute(async (transaction) => {
      const values = { ...options, db: transaction, body, now, verdict, routing, reference, shareId: link?.id ?? null }
      if (!(await insert(values))) return false
      const by = null
      await noteEvent(transaction, { enquiry: body.id, at: now, by, kind: 'received' })
      return true
    })
    const kept = await enquiryById(db, body.id)
    if (kept) return { kept: requireSame(kept, body), isNew: isKept }
    const { rows } = await sql`select from enquiry where ticket = ${body.ticket}`.execute(db)
    if (rows.length > 0) throw staleTicket()
    // Somebody else’s has the same reference, one time in a trillion.
  }
}

const staleTicket = () =>
  new ProblemError('enquiry.ticket', 409, 'This form was sent before, or is too old: ask for another ticket.')

function requireSame(kept: KeptEnquiry, { email, message }: EnquiryBody): KeptEnquiry {
  if (kept.email === email && kept.message === message) return kept
  throw new ProblemError('enquiry.taken', 409, 'There is another enquiry with this id.')
}

async function judged(
  { db, secret, stopwatch }: EnquiryOptions,
  body: EnquiryBody,
  now: Date,
): Promise<Verdict & { fingerprint: Buffer }> {
  const { name, company = null, email, message, ticket, work, website = '', sites = [], need } = body
  const age = ageOfTicket(secret, ticket, stopwatch.now())
  if (age === null) throw staleTicket()
  const fingerprint = fingerprintOf(secret, message)
  const [week, day] = [new Date(now.getTime() - 7 * DAY_MS), new Date(now.getTime() - DAY_MS)]
  const { rows } = await sql<{ sameText: number; sameAddress: number }>`select
      (select count(distinct lower(email))::int from enquiry
        where fingerprint = ${fingerprint} and at > ${week} and lower(email) <> ${email.toLowerCase()}) as "sameText",
      (select count(*)::int from enquiry where lower(email) = ${email.toLowerCase()} and at > ${day}) as "sameAddress"`.execute(
    db,
  )
  const [{ sameText, sameAddress } = { sameText: 0, sameAddress: 0 }] = rows
  const verdict = judge(
    { name, company, email, message, hasContext: sites.length > 0 || Boolean(need) },
    {
      age,
      isWorked: isWorked(ticket, work),
      isTrapped: website.trim() !== '',
      sameText: isTelling(message) ? sameText : 0,
      sameAddress,
    },
  )
  return { ...verdict, fingerprint }
}

/** Where it goes: by the sites it names, else by what it asks for, in words or by its search. */
function routed(
  snapshot: Snapshot,
  { sites = [], region, need, trade, seats }: EnquiryBody,
  sharedBy: string | null,
): EnquiryRouting {
  const asked = needFromParams(new URLSearchParams(need ?? '')).need
  return routeEnquiry({
    siteRegions: sites.flatMap((id) => placeOfZone(snapshot, id).regionId ?? []),
    askedRegions: region === undefined ? asked.regions : [region],
    trade: trade ?? asked.trade,
    seats: seats ?? asked.seats,
    sharedBy,
  })
}

/** The link that it was sent from, as long as that opens; its token is kept nowhere. One that ended takes nothing along. */
async function linkOf(db: Kysely<Database>, token: string | undefined, now: Date): Promise<Share | null> {
  const share = token === undefined ? undefined : await shareOfToken(db, token)
  const isOpen = share && share.kind !== 'private' && share.revokedAt === null && share.expiresAt > now
  return isOpen ? share : null
}

/** Until when it is kept if nothing more is done with it. */
export function keepUntil(
  { catalogue, enquiries }: NoticeSettings,
  isSpam: boolean,
  received: Date,
  active: Date,
): Date {
  if (catalogue === 'demo') return new Date(received.getTime() + DEMO_HOURS * HOUR_MS)
  if (isSpam) return new Date(received.getTime() + SPAM_DAYS * DAY_MS)
  return new Date(`${addMonths(dayInMorocco(active), enquiries.retentionMonths)}T00:00:00Z`)
}

interface Insert {
  db: Kysely<Database>
  secret: string
  settings: NoticeSettings
  body: EnquiryBody
  now: Date
  verdict: Verdict & { fingerprint: Buffer }
  routing: EnquiryRouting
  reference: string
  shareId: string | null
}

async function insert({ db, settings, body, now, verdict, routing, reference, shareId }: Insert): Promise<boolean> {
  const { isSpam, score, reasons, fingerprint } = verdict
  const due = new Date(now.getTime() + settings.enquiries.answerHours * HOUR_MS)
  const { rows } =
    await sql`insert into enquiry (id, reference, at, language, name, company, email, message, need, sites,
      trade, seats, asked_region, share_id, consent_at, consent_text, owner, regions, routing, status, due_at, keep_until,
      spam_score, spam_reasons, ticket, fingerprint)
    values (${body.id}, ${reference}, ${now}, ${body.language}, ${body.name.trim()}, ${body.company?.trim() ?? null},
      ${body.email}, ${body.message}, ${body.need ?? null}, ${body.sites ?? []}::text[], ${routing.trade},
      ${routing.seats}, ${body.region ?? null}, ${shareId}, ${now}, ${body.notice}, ${routing.owner},
      ${routing.regions}::text[], ${JSON.stringify(routing)}::jsonb, ${isSpam ? 'spam' : 'new'}, ${due},
      ${keepUntil(settings, isSpam, now, now)}, ${score}, ${reasons}::text[], ${body.ticket}, ${fingerprint})
    on conflict do nothing returning id`.execute(db)
  return rows.length > 0
}

export async function enquiryById(db: Kysely<Database>, id: string): Promise<KeptEnquiry | undefined> {
  const { rows } = await sql<KeptEnquiry>`select ${ENQUIRY_COLUMNS} from enquiry where enquiry.id = ${id}`.execute(db)
  return rows[0]
}
