import type { Grant, Language, Territory } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import { giveGrant } from '../identity/grants.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../identity/password.ts'
import { callerIdOf, createPerson } from '../identity/persons.ts'
import { issueToken, revokeToken } from '../identity/tokens.ts'
import { noteRights } from '../people/authority.ts'
import { invite } from '../people/invitations.ts'
import { personByEmail } from '../people/people.ts'
import { type RecordReport, verifyRecord } from '../record/verification.ts'
import type { Database } from '../storage/database.ts'

/** What an operator asked for cannot be done; the message says why and what to give instead. */
export class AdminError extends Error {
  override name = 'AdminError'
}

export interface AdminOptions {
  db: Kysely<Database>
  now: Date
}

/** `national`, `region/MA-03`, `zone/fes-shore` or `building/fes-shore-a`. */
export function readTerritory(text: string): Territory {
  if (text === 'national') return { kind: 'national' }
  const [kind, id, ...rest] = text.split('/')
  if ((kind === 'region' || kind === 'zone' || kind === 'building') && id && rest.length === 0) return { kind, id }
  throw new AdminError(`${text} is no territory. Give national, region/MA-03, zone/fes-shore or building/….`)
}

export interface PersonRequest {
  email: string
  grant: Grant
  language: Language
}

/** Makes an invitation and returns the token of its link. */
export async function inviteByCommand({ db, now }: AdminOptions, request: PersonRequest): Promise<string> {
  const { email, grant, language } = request
  requireEmail(email)
  await requireGrant(db, grant)
  const { organisationId } = grant
  const { id, token } = await invite(db, { email, organisationId, grants: [grant], language, invitedBy: null, at: now })
  await noteRights(db, { actorId: null, action: 'invite', subjectId: id, detail: { grants: [grant] } }, now)
  return token
}

/** Makes an account with a password that the operator gave, or gives one that is there the role. Says which. */
export async function createByCommand(
  { db, now }: AdminOptions,
  request: PersonRequest & { name: string; password: string },
): Promise<'created' | 'granted'> {
  const { email, name, grant, language, password } = request
  requireEmail(email)
  await requireGrant(db, grant)
  const known = await personByEmail(db, email)
  if (!known && (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD)) {
    throw new AdminError(`A password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`)
  }
  const { organisationId } = grant
  const personId = known?.id ?? (await createPerson(db, { email, name, organisationId, language, password }))
  if (!personId) throw new AdminError(`There is an account of ${email} by now; try again.`)
  await giveGrant(db, { personId, grant, by: null, at: now })
  const detail = { ...grant }
  await noteRights(db, { actorId: null, action: 'grant', subjectId: callerIdOf(personId), detail }, now)
  return known ? 'granted' : 'created'
}

/** Makes a token; `days` null: until it is revoked. */
export async function issueByCommand(
  { db, now }: AdminOptions,
  { name, grant, days }: { name: string; grant: Grant; days: number | null },
): Promise<{ id: string; secret: string }> {
  await requireGrant(db, grant)
  const expiresAt = days === null ? null : new Date(now.getTime() + days * 86_400_000)
  const issued = await issueToken(db, { name, grant, at: now, expiresAt, createdBy: null })
  const detail = { ...grant }
  await noteRights(db, { actorId: null, action: 'issue-token', subjectId: `token:${issued.id}`, detail }, now)
  return issued
}

export async function revokeByCommand({ db, now }: AdminOptions, id: string): Promise<void> {
  const isId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)
  if (!isId || !(await revokeToken(db, id, now))) throw new AdminError(`There is no token ${id} that still works.`)
  await noteRights(db, { actorId: null, action: 'revoke-token', subjectId: `token:${id}` }, now)
}

export interface ListedToken {
  id: string
  name: string
  role: string
  territory: string
  expires: string
}

/** The tokens that work now. */
export async function tokensByCommand({ db, now }: AdminOptions): Promise<ListedToken[]> {
  const { rows } = await sql<ListedToken>`select id, name, role,
      territory_kind || coalesce('/' || territory_id, '') as territory,
      coalesce(to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD'), 'never') as expires
    from api_token where revoked_at is null and (expires_at is null or expires_at > ${now}) order by created_at`.execute(
    db,
  )
  return rows
}

/** The whole record and the present; `head` is a link that was kept from an earlier verification. */
export const verifyByCommand = ({ db }: AdminOptions, head?: string): Promise<RecordReport> => verifyRecord(db, head)

function requireEmail(email: string): void {
  if (!/^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(email)) throw new AdminError(`${email} is no e-mail address.`)
}

const COLLECTION_OF = { region: 'regions', zone: 'zones', building: 'buildings' } as const

async function requireGrant(db: Kysely<Database>, { territory, organisationId }: Grant): Promise<void> {
  const organisations = await sql<{ id: string }>`select id from organisation order by id`.execute(db)
  const ids = organisations.rows.map(({ id }) => id)
  if (!ids.includes(organisationId)) {
    throw new AdminError(`There is no organisation ${organisationId}. Give one of ${ids.join(', ')}.`)
  }
  if (territory.kind === 'national') return
  const { rows } = await sql`select from feature
    where collection = ${COLLECTION_OF[territory.kind]} and id = ${territory.id}`.execute(db)
  if (rows.length === 0) {
    throw new AdminError(
      `There is no ${territory.kind} ${territory.id} in the catalogue (is it seeded? start it once).`,
    )
  }
}
