import type { CollectionId } from '@tvl/model'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { differences } from '../changes-feed/entries.ts'
import type { CommitKind } from '../storage/commit.ts'
import type { Content, Database } from '../storage/database.ts'
import { BUILDING_OF_CHANGE, leftZone, ZONE_OF_CHANGE } from '../storage/places.ts'
import type { RecordEntry } from './entry.ts'
import type { Scope } from './scope.ts'

/** What of the record is asked for; undefined: everything. */
export interface RecordFilter {
  zone?: string | undefined
  building?: string | undefined
  office?: string | undefined
  collection?: CollectionId | undefined
  /** Of the record, in `collection`. */
  id?: string | undefined
  person?: string | undefined
  commit?: string | undefined
  kind?: CommitKind | undefined
  /** From this instant on. */
  from?: Date | undefined
  /** Before this instant. */
  to?: Date | undefined
}

export interface RecordQuery extends RecordFilter {
  scope: Scope
  /** Changes before this number; undefined: from the last on. */
  before?: number | undefined
  limit: number
  /** Only names of the demonstration’s accounts: whoever reads with one of these could be anybody. */
  demoNamesOnly: boolean
}

interface Row {
  n: string
  at: Date
  commit: string
  kind: CommitKind
  role: string
  organisation: string | null
  method: string | null
  operation: RecordEntry['operation']
  collection: CollectionId
  id: string
  zone: string | null
  building: string | null
  before: Content | null
  after: Content | null
  actor_id: string | null
  name: string | null
  note: string | null
  undoes: string | null
  undoneBy: string | null
}

/** The changes that are asked for and may be read, the last first. */
export async function readRecord(db: Kysely<Database>, query: RecordQuery): Promise<RecordEntry[]> {
  const { before, limit, demoNamesOnly } = query
  const conditions = [...conditionsOf(query), ...scopeConditions(query.scope)]
  if (before !== undefined) conditions.push(sql`n < ${before}`)
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
  const { rows } = await sql<Row>`
    select change.n, change.at, change.commit, commit.kind, commit.actor_role as role,
      commit.organisation_id as organisation, commit.method, change.operation, change.collection,
      change.feature_id as id, ${ZONE_OF_CHANGE} as zone, ${BUILDING_OF_CHANGE} as building, change.before, change.after,
      commit.actor_id, commit.note, commit.undoes,
      coalesce(
        (select name from auth_user where 'person:' || auth_user.id = commit.actor_id
          and (auth_user."isDemo" or not ${demoNamesOnly}::boolean)),
        (select name from api_token where 'token:' || api_token.id = commit.actor_id and not ${demoNamesOnly}::boolean)
      ) as name,
      (select undoing.id from commit as undoing where undoing.undoes = commit.id
        order by undoing.last_n desc limit 1) as "undoneBy"
    from change join commit on commit.id = change.commit
    ${where} order by n desc limit ${limit}`.execute(db)
  return rows.map(({ n, at, before, after, actor_id, name, ...rest }) => ({
    n: Number(n),
    at: at.toISOString(),
    ...rest,
    author: actor_id === null ? null : { id: actor_id, name },
    fields: differences(before, after),
  }))
}

function conditionsOf(filter: RecordFilter): RawBuilder<unknown>[] {
  const { zone, building, office, collection, id, person, commit, kind, from, to } = filter
  const conditions: RawBuilder<unknown>[] = []
  if (zone !== undefined) conditions.push(sql`(${ZONE_OF_CHANGE} = ${zone} or ${leftZone([zone])})`)
  if (building !== undefined) conditions.push(sql`${BUILDING_OF_CHANGE} = ${building}`)
  if (office !== undefined) conditions.push(sql`collection = 'offices' and feature_id = ${office}`)
  if (collection !== undefined) conditions.push(sql`collection = ${collection}`)
  if (id !== undefined) conditions.push(sql`feature_id = ${id}`)
  if (person !== undefined) conditions.push(sql`commit.actor_id = ${person}`)
  if (commit !== undefined) conditions.push(sql`change.commit = ${commit}`)
  if (kind !== undefined) conditions.push(sql`commit.kind = ${kind}`)
  // Instants never go back along the numbers: a span of time is a span of numbers.
  if (from) conditions.push(sql`n > coalesce((select max(last_n) from commit where at < ${from}), 0)`)
  if (to) conditions.push(sql`n <= coalesce((select max(last_n) from commit where at < ${to}), 0)`)
  return conditions
}

function scopeConditions(scope: Scope): RawBuilder<unknown>[] {
  if (!scope) return []
  const { zones, buildings } = scope
  return [
    sql`(${ZONE_OF_CHANGE} = any(${[...zones]}::text[]) or ${leftZone(zones)}
      or ${BUILDING_OF_CHANGE} = any(${[...buildings]}::text[]))`,
  ]
}
