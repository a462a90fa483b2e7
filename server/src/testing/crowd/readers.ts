import { createHash } from 'node:crypto'
import { queryablesOf } from '../../catalogue/queryables.ts'
import type { ChangeEntry } from '../../changes-feed/entries.ts'
import type { ChangesAnswer } from '../../changes-feed/routes.ts'
import { listen } from '../event-stream.ts'

/** Offices as somebody keeps them who has read the collection once and follows its changes. */
export type Copy = Map<string, Record<string, unknown>>

/** What is worked out from the others; a copy has only what is stored. */
const DERIVED = new Set(queryablesOf('offices').flatMap(({ name, isDerived }) => (isDerived ? [name] : [])))

/** The collection as of a version, page by page by its own links. */
export async function copyAt(url: string, version: number): Promise<Copy> {
  const copy: Copy = new Map()
  for (
    let next: string | undefined = `${url}/ogc/collections/offices/items?f=json&limit=1000&as-of=${version}`;
    next;
  ) {
    const answer = await fetch(next)
    if (answer.status !== 200) throw new Error(`${next}: ${answer.status}`)
    const page = (await answer.json()) as {
      features: { id: string; geometry: unknown; properties: Record<string, unknown> }[]
      links: { rel: string; href: string }[]
    }
    for (const { id, geometry, properties } of page.features) copy.set(id, { ...properties, geometry })
    next = page.links.find(({ rel }) => rel === 'next')?.href
  }
  return copy
}

export const headOf = async (url: string): Promise<number> =>
  ((await (await fetch(`${url}/api/changes?limit=1`)).json()) as ChangesAnswer).head

/** All changes after a number, page by page. */
export async function changesAfter(url: string, since: number): Promise<ChangeEntry[]> {
  const all: ChangeEntry[] = []
  for (let at = since; ; ) {
    const page = (await (await fetch(`${url}/api/changes?since=${at}&limit=1000`)).json()) as ChangesAnswer
    all.push(...page.changes)
    if (page.next >= page.head) return all
    at = page.next
  }
}

export function apply(copy: Copy, { collection, id, operation, fields }: ChangeEntry): void {
  if (collection !== 'offices') return
  if (operation === 'delete') {
    copy.delete(id)
    return
  }
  const record = { ...copy.get(id) }
  for (const [name, { after }] of Object.entries(fields)) record[name] = after
  copy.set(id, record)
}

/** The same for two copies that say the same, whatever the order of what they say. */
export function hashOf(copy: Copy): string {
  const hash = createHash('sha256')
  for (const id of [...copy.keys()].sort()) hash.update(`${id}\n${canonical(stored(copy.get(id) ?? {}))}\n`)
  return hash.digest('hex')
}

const stored = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).filter(([name, value]) => value !== null && !DERIVED.has(name)))

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`
}

export interface Reader {
  readonly copy: Copy
  /** Number of the last change it has. */
  readonly at: number
  /** What must not be: a number left out or told twice. */
  readonly faults: string[]
  /** `performance.now()` at which it had each change. */
  readonly heardAt: Map<number, number>
  /** How often it came back. */
  readonly returns: number
  /** Leaves the stream; it comes back by itself, like a browser. */
  breakOff(): Promise<void>
  stop(): Promise<void>
}

const RETRY_MS = 100

/** Follows the stream of changes from a version on and keeps its copy; comes back with Last-Event-ID when it breaks. */
export function followChanges(url: () => string, since: number, base: Copy): Reader {
  let at = since
  let returns = 0
  let isStopped = false
  let leave: (() => Promise<void>) | undefined
  const copy: Copy = new Map(base)
  const faults: string[] = []
  const heardAt = new Map<number, number>()

  const hear = (entry: ChangeEntry) => {
    if (entry.n !== at + 1) faults.push(`${entry.n} after ${at}`)
    at = entry.n
    heardAt.set(entry.n, performance.now())
    apply(copy, entry)
  }
  const run = async () => {
    while (!isStopped) {
      try {
        const stream = await listen(`${url()}/api/changes/stream`, { 'last-event-id': String(at) }, ({ data }) => {
          for (const entry of data.changes ?? []) hear(entry)
        })
        leave = stream.leave
        if (isStopped) await leave()
        await stream.over
      } catch {
        // Nobody answers at this moment.
      }
      leave = undefined
      if (isStopped) return
      returns += 1
      await new Promise((done) => setTimeout(done, RETRY_MS))
    }
  }
  const running = run()
  return {
    copy,
    faults,
    heardAt,
    get at() {
      return at
    },
    get returns() {
      return returns
    },
    breakOff: async () => {
      while (!leave) await new Promise((done) => setTimeout(done, 10))
      await leave()
    },
    stop: async () => {
      isStopped = true
      await leave?.()
      await running
    },
  }
}
