import type { ServerResponse } from 'node:http'
import type { CollectionId } from '@tvl/model'
import type { Kysely } from 'kysely'
import type { Database } from '../storage/database.ts'
import { type ChangeEntry, readEntries } from './entries.ts'
import { BATCH, type Hub, type Told } from './hub.ts'

/** A page that is this far behind when something new comes is let go: it comes back and resumes from its last event. */
const MOST_WAITING = 1024 * 1024
/** Whoever takes nothing for so long while it catches up is gone, or as good as. */
const PATIENCE_MS = 30_000
/** Proxies close what is silent for a minute. */
export const HEARTBEAT_MS = 20_000

export interface Subscriber {
  since: number
  collection?: CollectionId | undefined
  zone?: string | undefined
}

const event = (name: string, id: number, data: unknown) =>
  `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`

const texts = new WeakMap<Told, Buffer>()

/** Put into bytes once for all who follow everything: five hundred pages would do it, and hold it, five hundred times. */
function textOf(told: Told & { type: 'changes' }): Buffer {
  const known = texts.get(told)
  if (known !== undefined) return known
  const { entries, head } = told
  const text = Buffer.from(event('change', head, { changes: entries, next: head, head }))
  texts.set(told, text)
  return text
}

/**
 * Sends the changes after `since` to one listener, first those that were, then those that come, each once and in order,
 * until it goes or falls behind. Server-Sent Events: `change` (entries and `next`, the number to resume from), `day`
 * (the catalogue’s day has changed: figures that age have), and comments that keep the line open.
 */
export async function follow(
  response: ServerResponse,
  db: Kysely<Database>,
  hub: Hub,
  { since, collection, zone }: Subscriber,
): Promise<void> {
  let at = since
  let isLive = false
  let isOver = false
  const isMeant = (entry: ChangeEntry) =>
    (collection === undefined || entry.collection === collection) && (zone === undefined || entry.zone === zone)

  const send = (text: string | Buffer) => {
    if (isOver) return
    // By what waits already: one event may be longer than that, and whoever takes it is not behind.
    if (response.writableLength > MOST_WAITING) response.destroy()
    else response.write(text)
  }
  const tell = (entries: readonly ChangeEntry[], next: number) => {
    const meant = entries.filter(isMeant)
    at = next
    // Without an entry nothing is sent: the next event carries the number to resume from.
    if (meant.length > 0) send(event('change', next, { changes: meant, next, head: hub.head }))
  }
  const hear = (told: Told) => {
    if (told.type === 'day') send(event('day', at, { today: told.today, head: told.head }))
    else if (!isLive) return
    else if (collection !== undefined || zone !== undefined) tell(told.entries, told.head)
    else {
      at = told.head
      send(textOf(told))
    }
  }

  const unsubscribe = hub.subscribe(hear)
  const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS)
  const over = new Promise<void>((done) => response.once('close', done)).then(() => {
    isOver = true
    unsubscribe()
    clearInterval(heartbeat)
  })
  // The browser waits this long before it comes back. With a number from the first event on, it never misses a change.
  send(`retry: 2000\n${event('hello', since, { since, head: hub.head })}`)
  while (!isOver && at < hub.head) {
    const until = hub.head
    const entries = await readEntries(db, { since: at, limit: BATCH, until, collection, zone })
    tell(entries, entries.length < BATCH ? until : (entries.at(-1)?.n ?? until))
    if (response.writableNeedDrain) await drained(response)
  }
  isLive = true
  await over
}

/** Waits until what was written has left, and gives up on whoever does not take it. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(() => response.destroy(), PATIENCE_MS)
    const finish = () => {
      clearTimeout(timer)
      response.off('drain', finish).off('close', finish)
      done()
    }
    response.once('drain', finish).once('close', finish)
  })
}
