import { randomUUID } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'

/** Wakes the servers that follow the record. It carries nothing: what changed is read from the record. */
export const CHANNEL = 'catalogue_changed'

export const COMMIT_KINDS = ['seed', 'edit', 'verification', 'import', 'undo', 'hold-expiry', 'repair'] as const
export type CommitKind = (typeof COMMIT_KINDS)[number]

/** Who writes. The public sees the role and the organisation, never the person. */
export interface Author {
  /** Of a person or a token; null: the system itself. */
  actorId: string | null
  role: string
  organisationId: string | null
}

export const SYSTEM: Author = { actorId: null, role: 'system', organisationId: null }

/** One transaction that writes: by whom, why, and which numbers its changes have. */
export interface Commit extends Author {
  id: string
  firstN: number
  lastN: number
  /** ISO instant. Never before that of the commit before it. */
  at: string
  kind: CommitKind
  method: string | null
  note: string | null
  /** The commit that this one takes back. */
  undoes: string | null
}

/** What a writer says of its commit. */
export interface CommitWords {
  /** Made by the writer: the same id again writes nothing and has the first outcome. */
  id?: string
  kind: CommitKind
  author: Author
  /** Of the writer’s clock. */
  at: Date
  method?: string | null
  note?: string | null
  undoes?: string | null
}

/** Columns of `commit` as a `Commit`, for selects of other queries too. */
export const COMMIT_COLUMNS = sql`commit.id, commit.first_n::int as "firstN", commit.last_n::int as "lastN", commit.at,
  commit.kind, commit.actor_id as "actorId", commit.actor_role as role, commit.organisation_id as "organisationId",
  commit.method, commit.note, commit.undoes`

type Row = Omit<Commit, 'at'> & { at: Date }

const asCommit = (row: Row): Commit => ({ ...row, at: row.at.toISOString() })

export async function commitById(db: Kysely<Database>, id: string): Promise<Commit | undefined> {
  const { rows } = await sql<Row>`select ${COMMIT_COLUMNS} from commit where id = ${id}`.execute(db)
  return rows[0] && asCommit(rows[0])
}

/**
 * Where a new commit begins: the number of the last change, and the new commit’s instant, which is the writer’s, or that of
 * the last commit when the writer’s clock is behind.
 */
export async function endOfRecord(transaction: Transaction<Database>, at: Date): Promise<{ last: number; at: string }> {
  const { rows } = await sql<{ n: number; at: Date | null }>`
    select coalesce((select max(n)::int from change), 0) as n,
      (select at from commit order by last_n desc limit 1) as at`.execute(transaction)
  const { n: last = 0, at: lastAt } = rows[0] ?? {}
  return { last, at: (lastAt && lastAt > at ? lastAt : at).toISOString() }
}

/** Seals the changes `firstN` to `lastN`, already written, as one commit at the end of the chain, and wakes its readers. */
export async function sealCommit(
  transaction: Transaction<Database>,
  words: CommitWords,
  about: { id: string; at: string; firstN: number; lastN: number },
): Promise<Commit> {
  const { kind, author, method = null, note = null, undoes = null } = words
  await sql`select seal_commit(row(${about.id}, ${about.firstN}, ${about.lastN}, ${about.at}, ${kind}, ${author.actorId},
    ${author.role}, ${author.organisationId}, ${method}, ${note}, ${undoes}, null, null)::commit), pg_notify(${CHANNEL}, '')`.execute(
    transaction,
  )
  return { ...about, ...author, kind, method, note, undoes }
}

export const newCommitId = (): string => randomUUID()

export interface ChainReport {
  isWhole: boolean
  commits: number
  changes: number
  /** Hex. The last link: who keeps it elsewhere can tell later that nothing before it was rewritten. */
  head: string | null
  /** The first commit that does not fit, and why. */
  broken: { commit: string; reason: 'content' | 'chain' | 'numbers' } | null
  /** Changes that belong to no commit. */
  strays: number
}

/** Recomputes every link of the record from its rows. Reads all of it: seconds for a large catalogue. */
export async function verifyChain(db: Kysely<Database>): Promise<ChainReport> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(chainOf)
}

/** The same within a transaction of the caller's. */
export async function chainOf(transaction: Transaction<Database>): Promise<ChainReport> {
  const { rows } = await sql<{ id: string; content: boolean; chain: boolean; numbers: boolean; head: string }>`
    select id, content = commit_content(commit) as content,
      chain = sha256(coalesce(lag(chain) over follow, '') || content) as chain,
      first_n = coalesce(lag(last_n) over follow, 0) + 1
        and last_n - first_n + 1 = (select count(*) from change where change.commit = commit.id)
        and not exists (select from change where change.commit = commit.id and n not between first_n and last_n)
        as numbers,
      encode(commit.chain, 'hex') as head
    from commit window follow as (order by last_n) order by last_n`.execute(transaction)
  const counted = await sql<{ changes: string; strays: string }>`
    select count(*) as changes, count(*) filter (where commit.id is null) as strays
    from change left join commit on commit.id = change.commit`.execute(transaction)
  const { changes = '0', strays = '0' } = counted.rows[0] ?? {}
  const bad = rows.find((row) => !row.content || !row.chain || !row.numbers)
  return {
    isWhole: !bad && strays === '0',
    commits: rows.length,
    changes: Number(changes),
    head: rows.at(-1)?.head ?? null,
    broken: bad ? { commit: bad.id, reason: !bad.content ? 'content' : !bad.chain ? 'chain' : 'numbers' } : null,
    strays: Number(strays),
  }
}
