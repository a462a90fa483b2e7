import type { ChangeWrite } from '@tvl/model'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Clock } from '../catalogue/clock.ts'
import type { Log } from '../catalogue/live.ts'
import { ProblemError } from '../http/problem.ts'
import { SYSTEM } from '../storage/commit.ts'
import type { Content, Database } from '../storage/database.ts'
import { lastChange, type Outcome, type Write, write } from '../storage/store.ts'
import { type Applied, type ApplyOptions, applyChangeSet, momentAt, type Writing } from './apply.ts'
import { permitRecord } from './permit-record.ts'
import { readStored } from './records.ts'
import type { Permit } from './rights.ts'

export interface Hold {
  /** Of the commit, made by the client. */
  id: string
  officeId: string
  /** ISO instant to the minute, UTC. */
  endsAt: string
  base?: number
  note?: string
}

/**
 * Holds a free office until an instant.
 * @throws ProblemError 409 `hold.exists` or `hold.not-free`, 404 `feature.unknown`, and as `applyChangeSet`
 */
export async function holdOffice(on: Writing, hold: Hold, options: ApplyOptions): Promise<Applied> {
  const { id, officeId, endsAt, base, note } = hold
  const properties = { status: 'held', holdEndsAt: endsAt }
  const asks = askedOf(officeId, properties)
  return applyChangeSet(on, { id, ...(note === undefined ? {} : { note }), writes: decide, asks }, options)

  async function decide(transaction: Transaction<Database>): Promise<ChangeWrite[]> {
    const { status, holdEndsAt } = await statusOf(transaction, officeId, options.permit)
    const isOver = typeof holdEndsAt === 'string' && holdEndsAt <= momentAt(on.clock.now()).minute
    if (status === 'held' && !isOver) {
      throw new ProblemError('hold.exists', 409, `${officeId} is held already.`, {}, { holdEndsAt })
    }
    if (status !== 'held' && status !== 'free') {
      throw new ProblemError('hold.not-free', 409, `${officeId} is ${status}.`, {}, { officeStatus: status })
    }
    return [await patchOf(transaction, officeId, properties, base)]
  }
}

/** Ends a hold before its time. @throws ProblemError 409 `hold.none`, and as `holdOffice` */
export async function releaseOffice(
  on: Writing,
  { id, officeId, base }: Pick<Hold, 'id' | 'officeId' | 'base'>,
  options: ApplyOptions,
): Promise<Applied> {
  const properties = { status: 'free', holdEndsAt: null }
  const decide = async (transaction: Transaction<Database>) => {
    const { status } = await statusOf(transaction, officeId, options.permit)
    if (status !== 'held') throw new ProblemError('hold.none', 409, `Nobody holds ${officeId}.`)
    return [await patchOf(transaction, officeId, properties, base)]
  }
  return applyChangeSet(on, { id, writes: decide, asks: askedOf(officeId, properties) }, options)
}

const askedOf = (id: string, properties: Content['properties']): ChangeWrite[] => [
  { collection: 'offices', id, base: null, patch: { properties } },
]

async function statusOf(
  transaction: Transaction<Database>,
  officeId: string,
  permit: Permit,
): Promise<Content['properties']> {
  const key = { collection: 'offices', id: officeId } as const
  const [stored] = (await readStored(transaction, [key])).values()
  if (!stored) throw new ProblemError('feature.unknown', 404, `There is no office ${officeId}.`)
  await permitRecord(transaction, key, stored.content, permit)
  return stored.content.properties
}

async function patchOf(
  transaction: Transaction<Database>,
  id: string,
  properties: Record<string, unknown>,
  base: number | undefined,
): Promise<ChangeWrite> {
  return { collection: 'offices', id, base: base ?? (await lastChange(transaction)), patch: { properties } }
}

/** Frees every office whose hold is over, as one commit. Null when there was none; of several servers one does it. */
export async function endHolds(db: Kysely<Database>, now: Date): Promise<Outcome | null> {
  const { minute } = momentAt(now)
  // Asked every minute by every server: only who finds one waits for the lock of all writers, and looks again.
  if ((await overdue(db, minute)).length === 0) return null
  return write(db, { kind: 'hold-expiry', author: SYSTEM, at: now }, async (transaction) =>
    (await overdue(transaction, minute)).map(
      ({ id, geometry, properties }): Write => ({
        collection: 'offices',
        id,
        content: { geometry, properties: { ...properties, status: 'free', holdEndsAt: null } },
      }),
    ),
  )
}

async function overdue(db: Kysely<Database>, minute: string): Promise<(Content & { id: string })[]> {
  const { rows } = await sql<Content & { id: string }>`
    select id, geometry, properties from feature where collection = 'offices' and properties->>'status' = 'held'
      and properties->>'holdEndsAt' <= ${minute} order by id`.execute(db)
  return rows
}

const MINUTE_MS = 60_000

/**
 * Ends holds at their minute, for as long as it runs; those that ended while no server ran, at once. The instant of a
 * hold is in the record, so nothing is lost with the process.
 */
export function watchHolds(options: { db: Kysely<Database>; clock: Clock; log: Log }): { stop(): Promise<void> } {
  const { db, clock, log } = options
  let timer: NodeJS.Timeout
  let isStopped = false
  const look = async () => {
    const now = clock.now()
    // Of the instant looked at, not of the end of the look: a minute that turns meanwhile is not passed over.
    const nextMinute = now.getTime() - (now.getTime() % MINUTE_MS) + MINUTE_MS
    try {
      const outcome = await endHolds(db, now)
      if (outcome?.commit) log.info({ commit: outcome.commit.id, version: outcome.version }, 'holds have ended')
    } catch (error) {
      if (!isStopped) log.error({ err: error }, 'holds could not be ended; tried again in a minute')
    }
    if (isStopped) return
    timer = setTimeout(next, Math.max(0, nextMinute - clock.now().getTime()))
    timer.unref()
  }
  let work = Promise.resolve()
  const next = () => {
    work = look()
  }
  next()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await work
    },
  }
}
