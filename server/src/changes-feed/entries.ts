import type { CollectionId } from '@tvl/model'
import { COLLECTIONS } from '@tvl/model/schema'
import { type Kysely, sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { COMMIT_KINDS, type CommitKind } from '../storage/commit.ts'
import type { Content, Database } from '../storage/database.ts'
import { ZONE_OF_CHANGE } from '../storage/places.ts'

/** One change as everybody may read it: in the name of a role and an organisation, never of a person. */
export const ChangeEntry = Type.Object({
  n: Type.Integer({ description: 'its number: the version of the catalogue from which it holds' }),
  at: Type.String({ description: 'RFC 3339 instant, UTC' }),
  commit: Type.String({ description: 'changes of one commit were made together' }),
  kind: Type.Enum(COMMIT_KINDS),
  role: Type.String(),
  organisation: Type.Union([Type.String(), Type.Null()]),
  method: Type.Union([Type.String(), Type.Null()], { description: 'how it was verified' }),
  operation: Type.Enum(['seed', 'create', 'update', 'delete'] as const),
  collection: Type.Enum(COLLECTIONS),
  id: Type.String(),
  zone: Type.Union([Type.String(), Type.Null()], { description: 'zone it lies in' }),
  fields: Type.Record(Type.String(), Type.Object({ before: Type.Unknown(), after: Type.Unknown() }), {
    description: 'what differs; `geometry` stands beside the properties. A value that was not there is null.',
  }),
})
export type ChangeEntry = Static<typeof ChangeEntry>

export interface FeedQuery {
  /** Changes after this number. */
  since: number
  limit: number
  collection?: CollectionId | undefined
  zone?: string | undefined
  /** Up to and with this number; undefined: the last. */
  until?: number | undefined
}

/** The feed’s words on a difference between two contents, property by property. */
export function differences(before: Content | null, after: Content | null): ChangeEntry['fields'] {
  const fields: ChangeEntry['fields'] = {}
  const flat = (content: Content | null): Record<string, unknown> =>
    content ? { ...content.properties, geometry: content.geometry } : {}
  const [old, now] = [flat(before), flat(after)]
  for (const name of new Set([...Object.keys(old), ...Object.keys(now)])) {
    const [a, b] = [old[name] ?? null, now[name] ?? null]
    if (JSON.stringify(a) !== JSON.stringify(b)) fields[name] = { before: a, after: b }
  }
  return fields
}

interface Row {
  n: string
  at: Date
  commit: string
  kind: CommitKind
  role: string
  organisation: string | null
  method: string | null
  operation: ChangeEntry['operation']
  collection: CollectionId
  id: string
  zone: string | null
  before: Content | null
  after: Content | null
}

/** The changes after `since` that the question is about, oldest first. */
export async function readEntries(db: Kysely<Database>, query: FeedQuery): Promise<ChangeEntry[]> {
  const { since, limit, collection = null, zone = null, until = null } = query
  const { rows } = await sql<Row>`
    select change.n, change.at, change.commit, commit.kind, commit.actor_role as role,
      commit.organisation_id as organisation, commit.method, change.operation, change.collection,
      change.feature_id as id, ${ZONE_OF_CHANGE} as zone, change.before, change.after
    from change join commit on commit.id = change.commit
    where n > ${since} and (${until}::bigint is null or n <= ${until})
      and (${collection}::text is null or collection = ${collection}) and (${zone}::text is null or ${ZONE_OF_CHANGE} = ${zone})
    order by n limit ${limit}`.execute(db)
  return rows.map(({ n, at, before, after, ...rest }) => ({
    n: Number(n),
    at: at.toISOString(),
    ...rest,
    fields: differences(before, after),
  }))
}
