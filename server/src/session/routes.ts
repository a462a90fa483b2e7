import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Kysely, sql } from 'kysely'
import type { Snapshot } from '../catalogue/snapshot.ts'
import type { Auth } from '../identity/auth.ts'
import type { Caller } from '../identity/caller.ts'
import { personIdOf } from '../identity/persons.ts'
import { nameOfTerritory } from '../identity/places.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { Settings } from '../settings.ts'
import type { Database } from '../storage/database.ts'
import { DEMO_ACCOUNTS } from './demo-accounts.ts'
import { type Named, SessionAnswer } from './session-answer.ts'

export interface SessionOptions {
  auth: Auth
  db: Kysely<Database>
  snapshot: () => Snapshot
  settings: Pick<Settings, 'catalogue' | 'signOn'>
  mailer: Mailer
}

/** What a page reads to know who is signed in, and what the sign-in page offers. */
export const sessionRoutes: FastifyPluginAsyncTypebox<SessionOptions> = async (app, options) => {
  const { auth, db, snapshot, settings, mailer } = options
  app.get('/api/session', { schema: { response: { 200: SessionAnswer } } }, async ({ caller, headers }, reply) => {
    reply.header('cache-control', 'no-store')
    if (caller.kind === 'person') {
      // Whoever comes back stays signed in: the cookie is renewed once a day.
      const asked = { headers: new Headers({ cookie: headers.cookie ?? '' }), returnHeaders: true } as const
      const kept = await auth.api.getSession(asked)
      for (const cookie of kept.headers.getSetCookie()) reply.header('set-cookie', cookie)
    }
    return {
      person: await personAnswer(db, caller),
      demoAccounts: settings.catalogue === 'demo' ? demoAccounts(snapshot()) : [],
      signOn: settings.signOn?.name ?? null,
      mail: mailer.kind,
    }
  })
}

async function personAnswer(db: Kysely<Database>, caller: Caller): Promise<SessionAnswer['person']> {
  if (caller.kind !== 'person') return null
  const { rows } = await sql<{ email: string; language: string } & Named>`
    select email, language, name_fr as fr, name_ar as ar, name_en as en
    from auth_user join organisation on organisation.id = "organisationId"
    where auth_user.id = ${personIdOf(caller.id)}`.execute(db)
  const [row] = rows
  if (!row) return null
  const { email, language, fr, ar, en } = row
  const { id, name, organisationId, grants, hasSecondFactor, isDemo } = caller
  const organisationName = { fr, ar, en }
  return { id, name, email, language, organisationId, organisationName, grants: [...grants], hasSecondFactor, isDemo }
}

const demoAccounts = (snapshot: Snapshot): SessionAnswer['demoAccounts'] =>
  DEMO_ACCOUNTS.map(({ email, password, grant: { role, territory } }) => ({
    email,
    password,
    roleKey: role,
    territory,
    territoryName: nameOfTerritory(snapshot, territory),
  }))
