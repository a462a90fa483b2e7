import { createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../storage/database.ts'

export interface SessionWords {
  /** Of better-auth’s operation that makes the session. */
  path: string
  /** Second factor of the session that this one takes the place of. */
  former: string | null
}

const BY_PATH: Readonly<Record<string, string>> = {
  '/two-factor/verify-totp': 'code',
  '/two-factor/verify-backup-code': 'backup-code',
  '/passkey/verify-authentication': 'passkey',
}

const CONFIRMING = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code'])

/** Operations that give a new session in the place of the one that asks. */
const KEEPING = new Set(['/two-factor/disable', '/change-password'])

/** The second factor that a new session was opened with; null: a password alone. */
export function secondFactorOf({ path, former }: SessionWords): string | null {
  return BY_PATH[path] ?? (KEEPING.has(path) ? former : null)
}

/**
 * Takes a code of an authenticator. It is good for a minute and a half, so whoever looks over a shoulder could send it
 * again: false when it was taken before.
 */
export async function takeCode(db: Kysely<Database>, personId: string, code: string): Promise<boolean> {
  const { rows } = await sql`insert into used_code (person_id, code, at) values (${personId}, ${code}, now())
    on conflict (person_id, code) do update set at = now() where used_code.at < now() - interval '5 minutes'
    returning true`.execute(db)
  await sql`delete from used_code where person_id = ${personId} and at < now() - interval '1 day'`.execute(db)
  return rows.length === 1
}

/**
 * Whoever confirms with a second factor within a session gets a new one in its place: what was known of the former
 * session, by whomever, is worth nothing after.
 */
export const renewSession = createAuthMiddleware(async (context) => {
  const { newSession, returned, internalAdapter } = context.context
  if (!CONFIRMING.has(context.path) || newSession || isAPIError(returned)) return
  const former = await getSessionFromCtx(context)
  if (!former) return
  const session = await internalAdapter.createSession(former.user.id)
  await setSessionCookie(context, { session, user: former.user })
  await internalAdapter.deleteSession(former.session.token)
})
