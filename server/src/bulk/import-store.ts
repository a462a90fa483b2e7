import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../storage/database.ts'
import type { Choices } from './choices.ts'
import type { Preview } from './preview-shape.ts'
import type { FileType } from './reading/workshop.ts'

const packed = promisify(gzip)
const unpacked = promisify(gunzip)
const DAY_MS = 86_400_000
/** Of one person at a time: the oldest gives way. */
const MOST_OPEN = 10
const UNDO_DAYS = 30

/** A file that waits for its owner’s decision, without its bytes. */
export interface StoredImport {
  id: string
  actorId: string
  createdAt: string
  expiresAt: string
  fileName: string
  fileType: FileType
  fileBytes: number
  choices: Choices
  revision: number
  appliedAt: string | null
}

interface Row extends Omit<StoredImport, 'createdAt' | 'expiresAt' | 'appliedAt'> {
  createdAt: Date
  expiresAt: Date
  appliedAt: Date | null
}

const COLUMNS = sql`id, actor_id as "actorId", created_at as "createdAt", expires_at as "expiresAt",
  file_name as "fileName", file_type as "fileType", length(file) as "fileBytes", choices, revision, applied_at as "appliedAt"`

const asStored = ({ createdAt, expiresAt, appliedAt, ...row }: Row): StoredImport => ({
  ...row,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  appliedAt: appliedAt?.toISOString() ?? null,
})

/** Keeps a file and its first preview for a day. Clears away what is older, and the oldest of a person with many. */
export async function keepImport(
  db: Kysely<Database>,
  one: Pick<StoredImport, 'id' | 'actorId' | 'fileName' | 'fileType' | 'choices'> & {
    file: Uint8Array
    preview: Preview
    now: Date
  },
): Promise<void> {
  const { id, actorId, fileName, fileType, choices, file, preview, now } = one
  const end = new Date(now.getTime() + DAY_MS)
  await sql`delete from import where expires_at <= ${now} or id in (
    select id from import where actor_id = ${actorId} order by created_at desc offset ${MOST_OPEN - 1})`.execute(db)
  await sql`insert into import (id, actor_id, created_at, expires_at, file_name, file_type, file, choices, revision, preview)
    values (${id}, ${actorId}, ${now}, ${end}, ${fileName}, ${fileType}, ${Buffer.from(file)},
      ${JSON.stringify(choices)}::jsonb, 1, ${await pack(preview)})`.execute(db)
}

/** The import of its owner; undefined for another’s, and after its day. */
export async function importOf(
  db: Kysely<Database>,
  id: string,
  actorId: string,
  now: Date,
): Promise<StoredImport | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from import
    where id = ${id} and actor_id = ${actorId} and expires_at > ${now}`.execute(db)
  return rows[0] && asStored(rows[0])
}

export async function openImports(db: Kysely<Database>, actorId: string, now: Date): Promise<StoredImport[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from import
    where actor_id = ${actorId} and expires_at > ${now} and applied_at is null order by created_at desc`.execute(db)
  return rows.map(asStored)
}

export async function fileOf(db: Kysely<Database>, id: string): Promise<Buffer> {
  const { rows } = await sql<{ file: Buffer }>`select file from import where id = ${id}`.execute(db)
  return rows[0]?.file ?? Buffer.alloc(0)
}

export async function previewOfImport(db: Kysely<Database>, id: string): Promise<Preview> {
  const { rows } = await sql<{ preview: Buffer }>`select preview from import where id = ${id}`.execute(db)
  return JSON.parse((await unpacked(rows[0]?.preview ?? Buffer.alloc(0))).toString()) as Preview
}

/** Keeps what was decided with its preview. Returns false when somebody, or another page, decided meanwhile. */
export async function keepPreview(
  db: Kysely<Database>,
  one: { id: string; revision: number; choices: Choices; preview: Preview },
): Promise<boolean> {
  const { numAffectedRows } = await sql`update import set choices = ${JSON.stringify(one.choices)}::jsonb,
    preview = ${await pack(one.preview)}, revision = revision + 1
    where id = ${one.id} and revision = ${one.revision} and applied_at is null`.execute(db)
  return numAffectedRows === 1n
}

export async function markApplied(db: Kysely<Database>, id: string, now: Date): Promise<void> {
  await sql`update import set applied_at = ${now} where id = ${id} and applied_at is null`.execute(db)
}

export async function dropImport(db: Kysely<Database>, id: string): Promise<void> {
  await sql`delete from import where id = ${id}`.execute(db)
}

const pack = (preview: Preview): Promise<Buffer> => packed(JSON.stringify(preview), { level: 3 })

/** An import that was applied, as the record has it. */
export interface AppliedImport {
  commit: string
  at: string
  fileName: string | null
  changes: number
  undoneAt: string | null
}

/** What somebody has imported in the days for which the page offers to take it back. */
export async function appliedImports(db: Kysely<Database>, actorId: string, now: Date): Promise<AppliedImport[]> {
  const since = new Date(now.getTime() - UNDO_DAYS * DAY_MS)
  const { rows } = await sql<Omit<AppliedImport, 'at' | 'undoneAt'> & { at: Date; undoneAt: Date | null }>`
    select commit.id as commit, commit.at, commit.note as "fileName",
      (commit.last_n - commit.first_n + 1)::int as changes,
      (select max(undo.at) from commit as undo where undo.undoes = commit.id) as "undoneAt"
    from commit where kind = 'import' and actor_id = ${actorId} and at >= ${since}
    order by last_n desc limit 50`.execute(db)
  return rows.map(({ at, undoneAt, ...row }) => ({
    ...row,
    at: at.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
  }))
}
