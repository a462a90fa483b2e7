import { randomUUID } from 'node:crypto'
import { type Brand, BrokenSeal, type FrozenShortlist, type Sealed, seal, unseal } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import { ProblemError } from '../http/problem.ts'
import type { Database } from '../storage/database.ts'

/** That a shortlist was frozen. */
export interface Freeze {
  id: string
  shortlistId: string
  revision: number
  hash: string
  /** Of the catalogue. */
  version: number
  /** ISO instant. */
  at: string
}

/** In what a dossier is set, as it was when the shortlist was frozen. */
export interface FrozenBrand {
  brand: Brand
  /** PNG. */
  mark: Buffer | null
}

/** The brand that was frozen along. */
export async function frozenBrand(db: Kysely<Database>, freezeId: string): Promise<FrozenBrand> {
  const { rows } = await sql<FrozenBrand>`select brand, mark from shortlist_freeze where id = ${freezeId}`.execute(db)
  const [row] = rows
  if (!row) throw new Error('there is no such freeze')
  return row
}

interface Row extends Omit<Freeze, 'at' | 'version'> {
  at: Date
  version: string
}

const COLUMNS = sql`id, shortlist as "shortlistId", revision, hash, version, at`
const asFreeze = ({ at, version, ...row }: Row): Freeze => ({ ...row, version: Number(version), at: at.toISOString() })

/** Keeps what was frozen. The same content is kept once, however often it is frozen. */
export async function keepFrozen(
  db: Kysely<Database>,
  frozen: FrozenShortlist,
  about: Pick<Freeze, 'shortlistId' | 'revision' | 'version'> & FrozenBrand & { at: Date; by: string | null },
): Promise<Freeze> {
  const { text, hash } = seal(frozen)
  const { shortlistId, revision, version, at, by, mark } = about
  const brand = JSON.stringify(about.brand)
  return db.transaction().execute(async (transaction) => {
    await sql`insert into frozen (hash, content) values (${hash}, ${text}) on conflict do nothing`.execute(transaction)
    // Frozen again without a change: the same freeze.
    const { rows: same } = await sql<Row>`select ${COLUMNS} from shortlist_freeze
      where shortlist = ${shortlistId} and hash = ${hash} and version = ${version} and brand::text = ${brand}
      limit 1`.execute(transaction)
    if (same[0]) return asFreeze(same[0])
    const { rows } = await sql<Row>`
      insert into shortlist_freeze (id, shortlist, revision, hash, version, at, by, brand, mark)
      values (${randomUUID()}, ${shortlistId}, ${revision}, ${hash}, ${version}, ${at}, ${by}, ${brand}::json, ${mark})
      returning ${COLUMNS}`.execute(transaction)
    const [row] = rows
    if (!row) throw new Error('the freeze was not kept')
    return asFreeze(row)
  })
}

/** When a shortlist was frozen, the last time first. */
export async function freezesOf(db: Kysely<Database>, shortlistId: string): Promise<Freeze[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from shortlist_freeze where shortlist = ${shortlistId}
    order by at desc, id`.execute(db)
  return rows.map(asFreeze)
}

export async function freezeById(db: Kysely<Database>, id: string): Promise<Freeze | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from shortlist_freeze where id = ${id}`.execute(db)
  return rows[0] && asFreeze(rows[0])
}

/**
 * What was frozen under a hash.
 * @throws ProblemError 409 `frozen.altered`: it is no longer what its hash says, and is shown to nobody
 */
export async function readFrozen(
  db: Kysely<Database>,
  hash: string,
): Promise<{ sealed: Sealed; frozen: FrozenShortlist }> {
  const { rows } = await sql<{ text: string }>`select content as text from frozen where hash = ${hash}`.execute(db)
  const sealed = { text: rows[0]?.text ?? '', hash }
  try {
    return { sealed, frozen: unseal(sealed) }
  } catch (error) {
    if (!(error instanceof BrokenSeal)) throw error
    throw new ProblemError('frozen.altered', 409, 'What was frozen here was altered since; it is not shown.')
  }
}
