import type { FastifyRequest } from 'fastify'
import { type Kysely, sql } from 'kysely'
import { ProblemError } from '../http/problem.ts'
import type { Database } from '../storage/database.ts'
import type { Caller } from './caller.ts'
import { personIdOf } from './persons.ts'

export type PersonCaller = Extract<Caller, { kind: 'person' }> & { personId: string }

/** The person who asks, about their own account. @throws ProblemError 401 `sign-in.required` */
export function requirePerson({ caller }: FastifyRequest): PersonCaller {
  const personId = caller.kind === 'person' ? personIdOf(caller.id) : null
  if (caller.kind !== 'person' || personId === null) {
    throw new ProblemError('sign-in.required', 401, 'Sign in first.')
  }
  return { ...caller, personId }
}

/** The person who changes how they sign in. The demonstration’s accounts are everybody’s and stay as they are. */
export function requireOwner(request: FastifyRequest): PersonCaller {
  const person = requirePerson(request)
  if (person.isDemo) throw new ProblemError('demo.fixed', 403, 'An account of the demonstration stays as it is.')
  return person
}

/**
 * As before, and with a second factor if the person has any: a stolen password alone must not add another factor or
 * take the one away.
 */
export async function requireOwnerOfFactors(request: FastifyRequest, db: Kysely<Database>): Promise<PersonCaller> {
  const person = requireOwner(request)
  if (!person.hasSecondFactor && (await hasFactor(db, person.personId))) {
    throw new ProblemError('second-factor.required', 403, 'Confirm with your second factor first.')
  }
  return person
}

async function hasFactor(db: Kysely<Database>, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select from auth_passkey where "userId" = ${personId}
    union all select from auth_two_factor where "userId" = ${personId} and verified`.execute(db)
  return rows.length > 0
}
