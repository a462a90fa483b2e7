import { randomUUID } from 'node:crypto'

type Headers = Record<string, string>

/** A commit that was acknowledged: what the writer had read, and what it wrote, office by office. */
export interface Acknowledged {
  commit: string
  version: number
  offices: { id: string; was: number | null; is: number }[]
  /** `performance.now()` when it was first sent, and milliseconds to the acknowledgement of the last attempt. */
  sentAt: number
  ms: number
}

export interface WriterOutcome {
  acknowledged: Acknowledged[]
  conflicts: number
  /** Attempts without an answer: the same set was sent again. */
  silences: number
}

export interface WriterOptions {
  /** Where it writes; asked before each attempt, so that it can go to another server. */
  url: () => string
  headers: Headers
  /** Its number, which makes its values its own. */
  number: number
  count: number
  /** The offices of the k-th commit. */
  pick: (k: number) => readonly string[]
  /** What stands between two commits. */
  pause?: (k: number) => Promise<void>
  isOver?: () => boolean
}

interface Read {
  rent: number | null
  base: number
}

const RETRY_MS = 50

/**
 * Changes the rent of offices, one commit after the other, as a manager’s program would: reads, writes with what it
 * read as base, on a conflict takes the value of the other side as read and tries again, and without an answer sends
 * the same set again. No two of its values are the same, nor any of two writers.
 */
export async function writeRents(options: WriterOptions): Promise<WriterOutcome> {
  const outcome: WriterOutcome = { acknowledged: [], conflicts: 0, silences: 0 }
  const known = new Map<string, Read>()
  let value = 6000 + options.number
  for (let k = 0; k < options.count && !options.isOver?.(); k++) {
    await options.pause?.(k)
    const ids = options.pick(k)
    for (const id of ids)
      if (!known.has(id)) known.set(id, await patiently(() => readRent(options, id), outcome, options))
    for (let isWritten = false; !isWritten; ) {
      const offices = ids.map((id) => {
        value += 20
        return { id, was: known.get(id)?.rent ?? null, is: value / 100 }
      })
      const set = {
        id: randomUUID(),
        writes: offices.map(({ id, is }) => ({
          collection: 'offices',
          id,
          base: known.get(id)?.base ?? 0,
          patch: { properties: { rentMadPerM2Month: is } },
        })),
      }
      const sentAt = performance.now()
      const { status, body, ms } = await patiently(() => post(options, set), outcome, options)
      if (status === 200) {
        isWritten = true
        outcome.acknowledged.push({ commit: set.id, version: body.version, offices, sentAt, ms })
        for (const { id, is } of offices) known.set(id, { rent: is, base: body.version })
      } else if (status === 409 && body.code === 'change.conflict') {
        outcome.conflicts += 1
        for (const { id, current, fields } of body.conflicts) known.set(id, { rent: fields[0].theirs, base: current })
      } else throw new Error(`${status} ${JSON.stringify(body).slice(0, 500)}`)
    }
  }
  return outcome
}

/** Again and again until there is an answer that is one: a server that was killed comes back. */
async function patiently<T extends { status: number }>(
  ask: () => Promise<T>,
  outcome: WriterOutcome,
  { isOver }: WriterOptions,
): Promise<T>
async function patiently<T>(ask: () => Promise<T>, outcome: WriterOutcome, options: WriterOptions): Promise<T>
async function patiently<T>(ask: () => Promise<T>, outcome: WriterOutcome, { isOver }: WriterOptions): Promise<T> {
  for (;;) {
    const answer = await ask().catch(() => undefined)
    const status = (answer as { status?: number } | undefined)?.status ?? 200
    if (answer !== undefined && status < 500) return answer
    outcome.silences += 1
    if (isOver?.()) throw new Error('the writer was stopped while it waited for an answer')
    await new Promise((done) => setTimeout(done, RETRY_MS))
  }
}

async function post({ url, headers }: WriterOptions, set: object) {
  const sentAt = performance.now()
  const answer = await fetch(`${url()}/api/changes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(set),
    signal: AbortSignal.timeout(15_000),
  })
  // biome-ignore lint/suspicious/noExplicitAny: an answer or a problem, looked at by its status
  const body = (await answer.json()) as any
  return { status: answer.status, body, ms: performance.now() - sentAt }
}

async function readRent({ url, headers }: WriterOptions, id: string): Promise<Read> {
  const answer = await fetch(`${url()}/ogc/collections/offices/items/${id}?f=json`, { headers })
  if (answer.status !== 200) throw new Error(`${id}: ${answer.status}`)
  const { properties } = (await answer.json()) as { properties: { rentMadPerM2Month: number | null } }
  // The ETag begins with the version of the catalogue.
  const base = Number(/\d+/.exec(answer.headers.get('etag') ?? '')?.[0])
  return { rent: properties.rentMadPerM2Month, base }
}
