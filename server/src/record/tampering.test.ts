import { sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../storage/database.ts'
import { freshDatabase, type TestDatabase } from '../testing/database.ts'
import { type Writers, writers } from '../testing/writers.ts'
import { type RecordReport, verifyRecord } from './verification.ts'

let server: Writers
beforeAll(async () => {
  server = await writers()
  for (const [id, seats] of [
    ['fes-shore-a-0', 41],
    ['fes-shore-a-1', 52],
    ['casanearshore-a-1', 33],
    ['fes-shore-a-0', 44],
  ] as const) {
    const set = { ...(await server.patchOf(id, { seats })), note: `counted ${seats}`, method: 'site-visit' }
    expect((await server.post(set, server.national)).status).toBe(200)
  }
})
afterAll(() => server.close())

/** Every column of a table, with an expression that makes another value of it. */
const OTHER_VALUE: Record<string, Record<string, string>> = {
  change: {
    n: 'n + 1000',
    at: "at - interval '1 microsecond'",
    commit: '(select id from commit where commit.id <> change.commit limit 1)',
    operation: "case operation when 'seed' then 'create' else 'seed' end",
    collection: "collection || 'x'",
    feature_id: "feature_id || 'x'",
    before: "case when before is null then '{}'::jsonb else jsonb_set(before, '{properties,note}', '1') end",
    after: "jsonb_set(after, '{properties,note}', '1')",
  },
  commit: {
    id: 'gen_random_uuid()',
    first_n: 'first_n + 1000',
    last_n: 'last_n + 1000',
    at: "at + interval '1 second'",
    kind: "case kind when 'import' then 'edit' else 'import' end",
    actor_id: "coalesce(actor_id, '') || 'x'",
    actor_role: "actor_role || 'x'",
    organisation_id: "coalesce(organisation_id, '') || 'x'",
    method: "coalesce(method, '') || 'x'",
    note: "coalesce(note, '') || 'x'",
    undoes: 'gen_random_uuid()',
    content: "sha256('other')",
    chain: "sha256('other')",
  },
}

/** Does something to the record that its guards forbid, as whoever owns the database could, and takes it back again. */
async function tampered(
  statement: string,
  verify: (transaction: Transaction<Database>) => Promise<RecordReport>,
): Promise<RecordReport> {
  let report: RecordReport | undefined
  const guards = ['change', 'commit'].map((table) => `alter table ${table} disable trigger user`)
  const checks = await sql<{ table: string; name: string }>`
    select conrelid::regclass::text as "table", conname as name from pg_constraint
    where conrelid in ('change'::regclass, 'commit'::regclass) and contype = 'c'`.execute(server.db)
  const drops = checks.rows.map(({ table, name }) => `alter table ${table} drop constraint "${name}"`)
  await server.db
    .transaction()
    .execute(async (transaction) => {
      await sql.raw([...guards, ...drops].join('; ')).execute(transaction)
      await sql.raw(statement).execute(transaction)
      report = await verify(transaction)
      throw new Error('take it back')
    })
    .catch((error: Error) => {
      if (error.message !== 'take it back') throw new Error(`${statement}: ${error.message}`)
    })
  if (!report) throw new Error(`${statement}: nothing was verified`)
  return report
}

describe('the verification of the record', () => {
  it('holds what was written for whole', async () => {
    expect(await verifyRecord(server.db)).toMatchObject({
      isWhole: true,
      isPresentRight: true,
      broken: null,
      strays: 0,
    })
  })

  it('has an other value here for every column there is', async () => {
    const { rows } = await sql<{ table: string; column: string }>`
      select table_name as "table", column_name as column from information_schema.columns
      where table_schema = current_schema() and table_name in ('change', 'commit')`.execute(server.db)
    const known = Object.entries(OTHER_VALUE).flatMap(([table, columns]) =>
      Object.keys(columns).map((column) => ({ table, column })),
    )
    const inOrder = (all: { table: string; column: string }[]) => all.map((one) => `${one.table}.${one.column}`).sort()
    expect(inOrder(rows)).toEqual(inOrder(known))
  })

  it.each(
    Object.entries(OTHER_VALUE).flatMap(([table, columns]) =>
      Object.entries(columns).map(([column, value]) => ({ table, column, value })),
    ),
  )('finds another $column in any row of $table', async ({ table, column, value }) => {
    const key = table === 'change' ? 'n' : 'first_n'
    const { rows } = await sql<{ key: string }>`select ${sql.ref(key)} as key from ${sql.table(table)}`.execute(
      server.db,
    )
    // The first, the last and two between them: what is found in one is found in all, at the ends too.
    const keys = rows.map((row) => Number(row.key)).sort((a, b) => a - b)
    for (const one of new Set([keys[0], keys[1], keys.at(-2), keys.at(-1)])) {
      const report = await tampered(`update ${table} set ${column} = ${value} where ${key} = ${one}`, verifyRecord)
      expect([one, report.isWhole]).toEqual([one, false])
    }
  })

  it('finds rows that were added, taken out or exchanged', async () => {
    const head = await server.head()
    for (const statement of [
      `delete from change where n = ${head}`,
      'delete from change where n = 3',
      `delete from commit where last_n = ${head}`,
      'delete from commit where first_n = 1',
      `insert into change (n, at, commit, operation, collection, feature_id, before, after)
         select ${head} + 1, at, commit, operation, collection, feature_id, before, after from change where n = ${head}`,
      `insert into change (n, at, commit, operation, collection, feature_id, before, after)
         select ${head} + 1, at, gen_random_uuid(), 'update', collection, feature_id, after, after from change where n = 5`,
      // Two changes of the seed under each other’s number.
      `update change as a set collection = b.collection, feature_id = b.feature_id, after = b.after
         from change as b where (a.n, b.n) in ((3, 4), (4, 3))`,
    ]) {
      const report = await tampered(statement, verifyRecord)
      expect([statement, report.isWhole]).toEqual([statement, false])
    }
  })

  it('finds a present that the record does not say', async () => {
    const report = await tampered(
      `update feature set properties = jsonb_set(properties, '{seats}', '999') where id = 'fes-shore-a-0'`,
      verifyRecord,
    )
    expect([report.isWhole, report.isPresentRight]).toEqual([true, false])
  })

  it('finds by a link kept elsewhere that the end was cut off, and that all was written anew', async () => {
    const { head } = await verifyRecord(server.db)
    const last = await server.head()
    const cut = `delete from commit where last_n = ${last}; delete from change where n = ${last}`
    const report = await tampered(cut, (transaction) => verifyRecord(transaction, head ?? ''))
    expect([report.isWhole, report.knowsHead]).toEqual([true, false])
    const other: TestDatabase = await freshDatabase([])
    try {
      expect((await verifyRecord(other.db, head ?? '')).knowsHead).toBe(false)
    } finally {
      await other.close()
    }
  })
})
