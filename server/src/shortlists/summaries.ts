import { type Kysely, sql } from 'kysely'
import type { Database } from '../storage/database.ts'
import type { StoredShortlist } from './store.ts'

export interface Summary {
  frozenAt: string | null
  hash: string | null
  /** Links that still open. */
  links: number
  openings: number
  openedAt: string | null
}

interface Row extends Omit<Summary, 'frozenAt' | 'openedAt'> {
  id: string
  frozenAt: Date | null
  openedAt: Date | null
}

/** What was frozen of each shortlist, and what became of its links. */
export async function summariesOf(
  db: Kysely<Database>,
  shortlists: readonly Pick<StoredShortlist, 'id'>[],
  now: Date,
): Promise<ReadonlyMap<string, Summary>> {
  const { rows } = await sql<Row>`
    select s.id, last.at as "frozenAt", last.hash,
      (select count(*)::int from share join shortlist_freeze as f on f.id = share.freeze_id
        where f.shortlist = s.id and revoked_at is null and expires_at > ${now}) as links,
      (select count(*)::int from share_opening join share on share.id = share join shortlist_freeze as f on f.id = share.freeze_id
        where f.shortlist = s.id) as openings,
      (select max(share_opening.at) from share_opening join share on share.id = share
        join shortlist_freeze as f on f.id = share.freeze_id where f.shortlist = s.id) as "openedAt"
    from shortlist as s left join lateral (
      select at, hash from shortlist_freeze as f where f.shortlist = s.id order by at desc, id limit 1
    ) as last on true
    where s.id = any(${shortlists.map(({ id }) => id)}::uuid[])`.execute(db)
  return new Map(
    rows.map(({ id, frozenAt, openedAt, ...row }) => [
      id,
      { ...row, frozenAt: frozenAt?.toISOString() ?? null, openedAt: openedAt?.toISOString() ?? null },
    ]),
  )
}
