import type { Grant, Role, Territory } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../storage/database.ts'

/** A grant as it is kept: with its id, and whether a person gave it or a sign-on’s groups did. */
export interface KeptGrant extends Grant {
  id: string
  origin: 'given' | 'sign-on'
}

export interface GrantRow {
  id: string
  role: Role
  organisationId: string
  kind: Territory['kind']
  territoryId: string | null
  origin: 'given' | 'sign-on'
}

/** Columns of `person_grant` as a `GrantRow`, for selects of other queries too. */
export const GRANT_COLUMNS = sql`person_grant.id, person_grant.role, person_grant.organisation_id as "organisationId",
  person_grant.territory_kind as kind, person_grant.territory_id as "territoryId", person_grant.origin`

export const territoryOf = (kind: Territory['kind'], id: string | null): Territory =>
  kind === 'national' ? { kind } : { kind, id: id ?? '' }

export const asGrant = ({ kind, territoryId, ...row }: GrantRow): KeptGrant => ({
  ...row,
  territory: territoryOf(kind, territoryId),
})

export async function grantsOf(db: Kysely<Database>, personId: string): Promise<KeptGrant[]> {
  const { rows } = await sql<GrantRow>`select ${GRANT_COLUMNS} from person_grant where person_id = ${personId}
    order by granted_at, id`.execute(db)
  return rows.map(asGrant)
}

export interface GrantWords {
  personId: string
  grant: Grant
  origin?: KeptGrant['origin']
  /** Caller’s id; null: the operator, by command, or the system. */
  by: string | null
  at: Date
}

/** Gives a person a role. Giving the same again changes nothing. */
export async function giveGrant(db: Kysely<Database>, words: GrantWords): Promise<void> {
  const { personId, grant, origin = 'given', by, at } = words
  const { territory } = grant
  await sql`insert into person_grant (person_id, role, organisation_id, territory_kind, territory_id, origin, granted_by, granted_at)
    values (${personId}, ${grant.role}, ${grant.organisationId}, ${territory.kind},
      ${territory.kind === 'national' ? null : territory.id}, ${origin}, ${by}, ${at})
    on conflict do nothing`.execute(db)
}
