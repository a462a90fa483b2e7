import type { Grant, Role, Territory } from '@tvl/model'
import type { Kysely } from 'kysely'
import { issueToken } from '../identity/tokens.ts'
import type { Database } from '../storage/database.ts'

/** Header of a real token with one grant, as a program would send it. */
export async function tokenHeader(
  db: Kysely<Database>,
  role: Role,
  territory: Territory = { kind: 'national' },
): Promise<{ authorization: string }> {
  const grant: Grant = { role, organisationId: 'cdg', territory }
  const at = new Date('2026-11-23T09:00:00Z')
  const { secret } = await issueToken(db, { name: `test ${role}`, grant, at, expiresAt: null, createdBy: null })
  return { authorization: `Bearer ${secret}` }
}
