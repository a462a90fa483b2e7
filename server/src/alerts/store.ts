import { type AlertThreshold, DEFAULT_THRESHOLD, type FieldEdit, type SiteAlert } from '@tvl/model'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type Freeze, freezeById } from '../shortlists/freezes.ts'
import type { Database } from '../storage/database.ts'

/** What a commit did to the sites of what was frozen. */
export interface Alert {
  /** Cursor: alerts are found in this order. */
  seq: number
  freezeId: string
  shortlistId: string
  title: string
  commit: string
  /** Version of the catalogue from which it holds. */
  version: number
  /** ISO instant of the commit. */
  at: string
  /** ISO instant. */
  foundAt: string
  /** In the name of a role, never of a person. */
  role: string
  organisationId: string | null
  sites: SiteAlert[]
  edits: FieldEdit[]
  /** Edits beyond those. */
  moreEdits: number
}

interface Row extends Omit<Alert, 'at' | 'foundAt'> {
  at: Date
  foundAt: Date
}

/** In a shortlist, a change concerns what was frozen last before it. */
const IS_OF_NEWEST = sql`not exists (select from shortlist_freeze later where later.shortlist = basis.shortlist
  and later.version < alert.n and (later.version, later.at, later.id) > (basis.version, basis.at, basis.id))`

const isMaterial = ({ points, costPct, seatsPct, days }: AlertThreshold) => sql`(alert.has_turn
  or (alert.points > 0 and alert.points >= ${points}) or (alert.cost_pct > 0 and alert.cost_pct >= ${costPct})
  or (alert.seats_pct > 0 and alert.seats_pct >= ${seatsPct})
  or (alert.days > 0 and alert.days >= ${days}))`

async function read(
  db: Kysely<Database>,
  which: RawBuilder<unknown>,
  { isOldestFirst, limit }: { isOldestFirst: boolean; limit: number },
): Promise<Alert[]> {
  const { rows } = await sql<Row>`
    select alert.seq::int as seq, alert.freeze_id as "freezeId", basis.shortlist as "shortlistId",
      revision.content->>'title' as title, alert.commit_id as commit, alert.n::int as version, alert.at,
      alert.found_at as "foundAt", commit.actor_role as role, commit.organisation_id as "organisationId",
      alert.sites, alert.edits, alert.more_edits as "moreEdits"
    from alert join shortlist_freeze basis on basis.id = alert.freeze_id
      join shortlist on shortlist.id = basis.shortlist
      join shortlist_revision revision on revision.shortlist = basis.shortlist and revision.revision = basis.revision
      join commit on commit.id = alert.commit_id
    where ${which} order by alert.seq ${isOldestFirst ? sql`asc` : sql`desc`} limit ${limit}`.execute(db)
  return rows.map(({ at, foundAt, ...row }) => ({ ...row, at: at.toISOString(), foundAt: foundAt.toISOString() }))
}

export interface AlertQuery {
  threshold: AlertThreshold
  limit: number
  /** Those found after this one, oldest first; else the newest first. */
  since?: number | undefined
  /** Those found before this one. */
  before?: number | undefined
}

/** Alerts of the shortlists of these organisations that are not put away. */
export const alertsOf = (db: Kysely<Database>, organisationIds: readonly string[], query: AlertQuery) =>
  read(
    db,
    sql`shortlist.organisation_id = any(${[...organisationIds]}::text[]) and shortlist.archived_at is null
      and ${IS_OF_NEWEST} and ${isMaterial(query.threshold)}
      and alert.seq > ${query.since ?? 0} and alert.seq < ${query.before ?? Number.MAX_SAFE_INTEGER}`,
    { isOldestFirst: query.since !== undefined, limit: query.limit },
  )

/** Alerts of one freeze, as whoever has a link to it is told of them: the newest first. */
export const alertsOfFreeze = (
  db: Kysely<Database>,
  freezeId: string,
  { threshold, limit }: Pick<AlertQuery, 'threshold' | 'limit'>,
) => read(db, sql`alert.freeze_id = ${freezeId} and ${isMaterial(threshold)}`, { isOldestFirst: false, limit })

/** What is watched: of each shortlist that is not put away, what was frozen last; of these, what is behind a version. */
export async function freezesBehind(
  db: Kysely<Database>,
  version: number,
  organisationIds?: readonly string[],
): Promise<Freeze[]> {
  const own = organisationIds ? sql`and organisation_id = any(${[...organisationIds]}::text[])` : sql``
  const { rows } = await sql<{ id: string }>`
    select id from (
      select distinct on (basis.shortlist) basis.id, basis.version from shortlist_freeze basis
      join shortlist on shortlist.id = basis.shortlist where archived_at is null ${own}
      order by basis.shortlist, basis.version desc, basis.at desc, basis.id desc
    ) newest left join alert_cursor on alert_cursor.freeze_id = newest.id
    where coalesce(alert_cursor.n, newest.version) < ${version}`.execute(db)
  const freezes = await Promise.all(rows.map(({ id }) => freezeById(db, id)))
  return freezes.filter((freeze) => freeze !== undefined)
}

/** What one person wants to be told of. */
export interface AlertWishes extends AlertThreshold {
  isMailed: boolean
  hasFeed: boolean
}

const NO_WISHES: AlertWishes = { ...DEFAULT_THRESHOLD, isMailed: false, hasFeed: false }

const WISHES = sql`points::float8 as points, cost_pct::float8 as "costPct", seats_pct::float8 as "seatsPct", days, is_mailed as "isMailed",
  feed_hash is not null as "hasFeed"`

export async function wishesOf(db: Kysely<Database>, personId: string): Promise<AlertWishes> {
  const { rows } = await sql<AlertWishes>`select ${WISHES} from alert_reader where person_id = ${personId}`.execute(db)
  return rows[0] ?? NO_WISHES
}

/** Letters begin with what is found from now on. */
export async function setWishes(
  db: Kysely<Database>,
  personId: string,
  { points, costPct, seatsPct, days, isMailed }: Omit<AlertWishes, 'hasFeed'>,
): Promise<void> {
  const head = sql`(select coalesce(max(seq), 0) from alert)`
  await sql`insert into alert_reader (person_id, points, cost_pct, seats_pct, days, is_mailed, told_seq)
    values (${personId}, ${points}, ${costPct}, ${seatsPct}, ${days}, ${isMailed}, ${head})
    on conflict (person_id) do update set points = excluded.points, cost_pct = excluded.cost_pct, seats_pct = excluded.seats_pct, days = excluded.days,
      is_mailed = excluded.is_mailed,
      told_seq = case when alert_reader.is_mailed then alert_reader.told_seq else excluded.told_seq end`.execute(db)
}

/** Gives the person’s feed another key, or none; a former one opens nothing from then on. */
export async function setFeedKey(db: Kysely<Database>, personId: string, hash: Buffer | null): Promise<void> {
  const { points, costPct, seatsPct, days } = DEFAULT_THRESHOLD
  await sql`insert into alert_reader (person_id, points, cost_pct, seats_pct, days, is_mailed, told_seq, feed_hash)
    values (${personId}, ${points}, ${costPct}, ${seatsPct}, ${days}, false, 0, ${hash})
    on conflict (person_id) do update set feed_hash = excluded.feed_hash`.execute(db)
}

export async function personOfFeed(db: Kysely<Database>, hash: Buffer): Promise<string | null> {
  const { rows } = await sql<{
    id: string
  }>`select person_id as id from alert_reader where feed_hash = ${hash}`.execute(db)
  return rows[0]?.id ?? null
}

/** Who wants letters, from which threshold on, and the last alert that each was told of. */
export async function mailedReaders(db: Kysely<Database>): Promise<Map<string, AlertThreshold & { toldSeq: number }>> {
  const { rows } = await sql<AlertThreshold & { id: string; toldSeq: number }>`
    select person_id as id, points::float8 as points, cost_pct::float8 as "costPct", seats_pct::float8 as "seatsPct", days, told_seq::int as "toldSeq"
    from alert_reader where is_mailed`.execute(db)
  return new Map(rows.map(({ id, ...wishes }) => [id, wishes]))
}

/** Takes the alerts up to `to` for a letter to a person. False: another server has. */
export async function claimAlerts(db: Kysely<Database>, personId: string, from: number, to: number): Promise<boolean> {
  const { numAffectedRows } = await sql`update alert_reader set told_seq = ${to}
    where person_id = ${personId} and told_seq = ${from} and is_mailed`.execute(db)
  return numAffectedRows === 1n
}
