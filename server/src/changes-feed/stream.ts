import type { ServerResponse } from 'node:http'
import type { CollectionId } from '@tvl/model'
import type { Kysely } from 'kysely'
import type { Database } from '../storage/database.ts'
import { type ChangeEntry, readEntries } from './entries.ts'
import { BATCH, type Hub, type Told } from './hub.ts'

/** A page that has fallen behind by this much is let go: it comes back and resumes from its last event. */
const MOST_WAITING = 1024 * 1024
/** Proxies close what is silent for a minute. */
export const HEARTBEAT_MS = 20_000

export interface Subscriber {
  since: number
  collection?: CollectionId | undefined
  zone?: string | undefined
}

const event = (name: string, id: number, data: unknown) =>
  `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`

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

  const send = (text: string) => {
    if (isOver) return
    response.write(text)
    if (response.writableLength > MOST_WAITING) response.destroy()
  }
  const tell = (entries: readonly ChangeEntry[], next: number) => {
    const meant = entries.filter(isMeant)
    at = next
    // Without an entry nothing is sent: the next event carries the number to resume from.
    if (meant.length > 0) send(event('change', next, { changes: meant, next, head: hub.head }))
  }
  const hear = (told: Told) => {
    if (told.type === 'day') send(event('day', at, { today: told.today, head: told.head }))
    else if (isLive) tell(told.entries, told.head)
  }

  const unsubscribe = hub.subscribe(hear)
  const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS)
  const over = new Promise<void>((done) => response.once('close', done)).then(() => {
    isOver = true
    unsubscribe()
    clearInterval(heartbeat)
  })
  // The browser waits this long before it comes back.
  send(`retry: 2000\nevent: hello\ndata: ${JSON.stringify({ since, head: hub.head })}\n\n`)
  while (!isOver && at < hub.head) {
    const until = hub.head
    const entries = await readEntries(db, { since: at, limit: BATCH, until, collection, zone })
    tell(entries, entries.length < BATCH ? until : (entries.at(-1)?.n ?? until))
    if (response.writableNeedDrain)
      await new Promise((done) => {
        response.once('drain', done)
        response.once('close', done)
      })
  }
  isLive = true
  await over
}
