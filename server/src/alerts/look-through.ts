import { setImmediate as breath } from 'node:timers/promises'
import {
  type CollectionId,
  dayInMorocco,
  type FieldEdit,
  type FreezeCatalogue,
  type FrozenRecord,
  fieldEdits,
  magnitudeOf,
  type RecordEdit,
  type Shortlist,
  type SiteAlert,
  siteAlerts,
  WATCHED_COLLECTIONS,
  withRecords,
} from '@tvl/model'
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { CompareOptions } from '../shortlists/compare.ts'
import { freezeCatalogue } from '../shortlists/freeze-catalogue.ts'
import { type Freeze, readFrozen } from '../shortlists/freezes.ts'
import type { Content, Database } from '../storage/database.ts'
import { leftZone, ZONE_OF_CHANGE } from '../storage/places.ts'
import { oneAtATime } from '../storage/turns.ts'

export interface LookOptions extends CompareOptions {
  db: Kysely<Database>
}

/** Taken by whoever looks through: alerts are numbered in the order in which they become visible. */
const LOOK_LOCK = 7_428_045
const inTurn = oneAtATime()
const COMMITS_AT_ONCE = 200
/** Kept of what one commit changed: the letter and the page name some, and say how many more there are. */
const MOST_EDITS = 12

/**
 * Looks through the record for what has been done to a frozen shortlist since it was looked through last, up to the
 * version that the catalogue in memory has, and keeps an alert for each commit that moved a figure. Looked through
 * again, nothing is found twice.
 * @throws ProblemError 409 `frozen.altered`
 */
export async function lookThrough(options: LookOptions, freeze: Freeze): Promise<void> {
  const { frozen } = await readFrozen(options.db, freeze.hash)
  for (let isDone = false; !isDone; ) isDone = await lookFurther(options, freeze, frozen.shortlist)
}

/** True when there is no more. */
async function lookFurther({ db, snapshot, clock, settings }: LookOptions, freeze: Freeze, shortlist: Shortlist) {
  return inTurn(db, async (transaction) => {
    await sql`select pg_advisory_xact_lock(${LOOK_LOCK})`.execute(transaction)
    const now = snapshot()
    const head = now.changeNumber
    const from = await cursorOf(transaction, freeze)
    if (from >= head) return true
    const concerns = concerning(shortlist)
    const to = await endOfBatch(transaction, from, head)
    const commits = await commitsOf(transaction, concerns, from, to)
    if (commits.length > 0) {
      const present = freezeCatalogue(now, shortlist, settings.catalogue)
      let catalogue = withRecords(present, await statesAt(transaction, concerns, from, head))
      for (const commit of commits) {
        const before = { ...catalogue, today: dayInMorocco(commit.at) }
        catalogue = withRecords(
          before,
          commit.edits.map(({ collection, id, after }) => ({ collection, id, record: after })),
        )
        await keepAlert(transaction, freeze, commit, {
          ...alertOf(shortlist, commit, before, catalogue),
          at: clock.now(),
        })
        // Thousands of commits may be waiting: requests come in between.
        await breath()
      }
    }
    await sql`update alert_cursor set n = ${to} where freeze_id = ${freeze.id}`.execute(transaction)
    return to >= head
  })
}

async function cursorOf(transaction: Transaction<Database>, { id, version }: Freeze): Promise<number> {
  await sql`insert into alert_cursor (freeze_id, n) values (${id}, ${version}) on conflict do nothing`.execute(
    transaction,
  )
  const { rows } = await sql<{ n: number }>`select n::int as n from alert_cursor where freeze_id = ${id}`.execute(
    transaction,
  )
  return rows[0]?.n ?? version
}

async function endOfBatch(transaction: Transaction<Database>, from: number, head: number): Promise<number> {
  const { rows } = await sql<{ n: number | null }>`select max(last_n)::int as n from
    (select last_n from commit where last_n > ${from} and last_n <= ${head} order by last_n limit ${COMMITS_AT_ONCE}) batch`.execute(
    transaction,
  )
  return rows[0]?.n ?? head
}

type Concerns = RawBuilder<unknown>

/** Changes of records that the shortlist’s figures may rest on. */
function concerning({ sites }: Shortlist): Concerns {
  const zones = [...new Set(sites.map(({ zoneId }) => zoneId))]
  const general = WATCHED_COLLECTIONS.filter((id) => !['zones', 'buildings', 'offices'].includes(id))
  return sql`(collection = any(${general}::text[])
    or (collection in ('zones', 'buildings', 'offices') and (${ZONE_OF_CHANGE} = any(${zones}::text[]) or ${leftZone(zones)})))`
}

const asRecord = (id: string, content: Content | null): FrozenRecord<object> | null =>
  content && { id, geometry: content.geometry as FrozenRecord<object>['geometry'], properties: content.properties }

/** The records that were changed later, as they were at a version. */
async function statesAt(transaction: Transaction<Database>, concerns: Concerns, version: number, head: number) {
  const { rows } = await sql<{ collection: CollectionId; id: string; before: Content | null }>`
    select distinct on (collection, feature_id) collection, feature_id as id, before
    from change where n > ${version} and n <= ${head} and ${concerns}
    order by collection, feature_id, n`.execute(transaction)
  return rows.map(({ collection, id, before }) => ({ collection, id, record: asRecord(id, before) }))
}

interface CommitEdits {
  id: string
  lastN: number
  at: Date
  edits: RecordEdit[]
}

/** The commits that changed any of it, in their order, each with what it changed of it. */
async function commitsOf(transaction: Transaction<Database>, concerns: Concerns, from: number, to: number) {
  const { rows } = await sql<{
    commit: string
    lastN: number
    at: Date
    collection: CollectionId
    id: string
    before: Content | null
    after: Content | null
  }>`
    select commit, commit.last_n::int as "lastN", change.at, collection, feature_id as id, before, after
    from change join commit on commit.id = change.commit
    where n > ${from} and n <= ${to} and ${concerns} order by n`.execute(transaction)
  const commits: CommitEdits[] = []
  for (const { commit, lastN, at, collection, id, before, after } of rows) {
    const last = commits.at(-1)
    const edit = { collection, id, before: asRecord(id, before), after: asRecord(id, after) }
    if (last?.id === commit) last.edits.push(edit)
    else commits.push({ id: commit, lastN, at, edits: [edit] })
  }
  return commits
}

interface Found {
  sites: readonly SiteAlert[]
  edits: readonly FieldEdit[]
}

/** What a commit did; lines that it cannot have touched are not computed. */
function alertOf(shortlist: Shortlist, { edits }: CommitEdits, before: FreezeCatalogue, after: FreezeCatalogue): Found {
  const zones = new Set(edits.flatMap(zonesOf))
  const isGeneral = edits.some((edit) => zonesOf(edit).length === 0)
  const lines = isGeneral ? shortlist.sites : shortlist.sites.filter(({ zoneId }) => zones.has(zoneId))
  const sites = siteAlerts({ ...shortlist, sites: [...lines] }, before, after)
  const moved = new Set(sites.map(({ zoneId }) => zoneId))
  const isOfMoved = (edit: RecordEdit) => {
    const own = zonesOf(edit)
    return own.length === 0 || own.some((id) => moved.has(id))
  }
  return { sites, edits: sites.length === 0 ? [] : fieldEdits(edits.filter(isOfMoved)) }
}

/** Zones that an edited record lies or lay in; none: it holds for many. */
function zonesOf({ collection, id, before, after }: RecordEdit): string[] {
  if (collection === 'zones') return [id]
  if (collection !== 'offices' && collection !== 'buildings') return []
  return [before, after].flatMap((record) => (record ? [(record.properties as { zoneId: string }).zoneId] : []))
}

async function keepAlert(
  transaction: Transaction<Database>,
  freeze: Freeze,
  { id, lastN, at }: CommitEdits,
  { sites, edits, at: foundAt }: Found & { at: Date },
): Promise<void> {
  if (sites.length === 0) return
  const { points, costPct, seatsPct, days, hasTurn } = magnitudeOf(sites)
  const [kept, more] = [edits.slice(0, MOST_EDITS), Math.max(0, edits.length - MOST_EDITS)]
  await sql`insert into alert (freeze_id, commit_id, n, at, found_at, points, cost_pct, seats_pct, days, has_turn, sites, edits, more_edits)
    values (${freeze.id}, ${id}, ${lastN}, ${at}, ${foundAt}, ${points}, ${costPct}, ${seatsPct}, ${days}, ${hasTurn},
      ${JSON.stringify(sites)}::json, ${JSON.stringify(kept)}::json, ${more})
    on conflict (freeze_id, commit_id) do nothing`.execute(transaction)
}
