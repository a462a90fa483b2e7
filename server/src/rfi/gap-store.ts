import { type Kysely, sql } from 'kysely'
import type { Database } from '../storage/database.ts'
import type { Gap } from './rfi-store.ts'

export async function gapsOf(db: Kysely<Database>, rfiId: string): Promise<Gap[]> {
  const { rows } = await sql<Gap>`select id, cell, owner_organisation_id as "ownerOrganisationId",
      owner_person_id as "ownerPersonId", due_on::text as "dueOn", answer, answered_on::text as "answeredOn",
      answered_by_role as "answeredByRole"
    from rfi_gap where rfi_id = ${rfiId} order by due_on, cell`.execute(db)
  return rows
}

/** Asks somebody for what a cell needs; asked of another, or for another day, it is the same task, and told anew. */
export async function assignGap(
  db: Kysely<Database>,
  rfiId: string,
  gap: Pick<Gap, 'id' | 'cell' | 'ownerOrganisationId' | 'ownerPersonId' | 'dueOn'> & { at: Date },
): Promise<void> {
  await sql`insert into rfi_gap (id, rfi_id, cell, owner_organisation_id, owner_person_id, due_on, assigned_at)
    values (${gap.id}, ${rfiId}, ${gap.cell}, ${gap.ownerOrganisationId}, ${gap.ownerPersonId}, ${gap.dueOn}, ${gap.at})
    on conflict (rfi_id, cell) do update set owner_organisation_id = excluded.owner_organisation_id,
      owner_person_id = excluded.owner_person_id, due_on = excluded.due_on, assigned_at = excluded.assigned_at,
      told_at = case when (rfi_gap.owner_organisation_id, rfi_gap.owner_person_id, rfi_gap.due_on) is not distinct from
        (excluded.owner_organisation_id, excluded.owner_person_id, excluded.due_on) then rfi_gap.told_at end`.execute(
    db,
  )
}

/** Keeps what was declared, or takes it back (null). Returns false for a gap that is not there. */
export async function answerGap(
  db: Kysely<Database>,
  rfiId: string,
  gapId: string,
  answer: { value: string | number; on: string; byRole: string } | null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update rfi_gap set
      answer = ${answer && JSON.stringify(answer.value)}::jsonb, answered_on = ${answer?.on ?? null},
      answered_by_role = ${answer?.byRole ?? null}
    where id = ${gapId} and rfi_id = ${rfiId}`.execute(db)
  return numAffectedRows === 1n
}

export async function dropGap(db: Kysely<Database>, rfiId: string, gapId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from rfi_gap where id = ${gapId} and rfi_id = ${rfiId}`.execute(db)
  return numAffectedRows === 1n
}

/** Somebody who can be asked: an organisation, or a person of the own one. */
export interface Owner {
  kind: 'organisation' | 'person'
  id: string
  name: { fr: string; ar: string; en: string }
}

/**
 * The own organisation and its people, and whoever operates one of the zones. Everybody can be the demonstration’s
 * officer: such a one (`isDemo`) is shown none but its like.
 */
export async function ownersOf(
  db: Kysely<Database>,
  { organisationId, operatorIds, isDemo }: { organisationId: string; operatorIds: readonly string[]; isDemo: boolean },
): Promise<Owner[]> {
  const { rows } = await sql<{ kind: Owner['kind']; id: string; fr: string; ar: string; en: string }>`
    select 'organisation' as kind, id, name_fr as fr, name_ar as ar, name_en as en, 0 as place from organisation
      where id = any(${[organisationId, ...operatorIds]})
    union all
    select 'person', id::text, name, name, name, 1 from auth_user
      where "organisationId" = ${organisationId} and ("isDemo" or not ${isDemo})
    order by place, fr, id`.execute(db)
  return rows.map(({ kind, id, fr, ar, en }) => ({ kind, id, name: { fr, ar, en } }))
}
