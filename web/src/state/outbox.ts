import type { ChangeSet } from '@tvl/model'
import { get, set, update } from 'idb-keyval'
import { create } from 'zustand'
import { ApiError } from '../api/fetch-json.ts'
import { isTransient, type Published, publish, refreshCatalogue } from '../api/publish.ts'

/** `queued`: waits for a connection; `sending`; `published`; `conflict`: somebody was faster; `refused`: see `problem`. */
export type OutboxState = 'queued' | 'sending' | 'published' | 'conflict' | 'refused'

export interface OutboxEntry {
  set: ChangeSet
  /** What it is about, in words for people: a unit's code. */
  label: string
  state: OutboxState
  /** ms: when it was made */
  madeAt: number
  /** Id of the person who made it: another person on this device never sends it. */
  personId: string
  answer: Published | null
  /** The problem document of a refusal. */
  problem: Readonly<Record<string, unknown>> | null
}

interface Outbox {
  entries: readonly OutboxEntry[]
  /** false until the entries kept on this device were read */
  isRead: boolean
}

const KEY = 'tvl.outbox'
const LOCK = 'tvl.outbox'
/** Published entries stay this long, to be undone. */
const KEEP_PUBLISHED_MS = 15 * 60_000
const FIRST_RETRY_MS = 2000
const LAST_RETRY_MS = 60_000

/**
 * Changes on their way to the server. An entry lies in this browser's own database before it is sent and until it is
 * answered, so that closing the page, losing the network or a second tab neither lose nor repeat it.
 */
export const useOutbox = create<Outbox>()(() => ({ entries: [], isRead: false }))

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(KEY)

/** Changes the kept entries, in one step for all tabs, and shows them in every tab. */
async function change(work: (entries: readonly OutboxEntry[]) => readonly OutboxEntry[]): Promise<void> {
  await update<readonly OutboxEntry[]>(KEY, (kept = []) => work(kept))
  await show()
  channel?.postMessage('changed')
}

async function show(): Promise<void> {
  useOutbox.setState({ entries: (await get<readonly OutboxEntry[]>(KEY)) ?? [], isRead: true })
}

const replaced = (id: string, part: Partial<OutboxEntry>) => (entries: readonly OutboxEntry[]) =>
  entries.map((entry) => (entry.set.id === id ? { ...entry, ...part } : entry))

/** Keeps a change and sends it as soon as it can be. Resolves when it is kept: from then on it cannot be lost. */
export async function enqueue(set: ChangeSet, about: { label: string; personId: string }): Promise<void> {
  const entry: OutboxEntry = { set, ...about, state: 'queued', madeAt: Date.now(), answer: null, problem: null }
  await change((entries) => [...entries.filter(isWorthKeeping), entry])
  void sendQueued(about.personId)
}

/** Takes an entry away: published ones that were seen, or refused ones that were given up. */
export const discard = (id: string): Promise<void> => change((entries) => entries.filter(({ set }) => set.id !== id))

const isWorthKeeping = (entry: OutboxEntry): boolean =>
  entry.state !== 'published' || Date.now() - entry.madeAt < KEEP_PUBLISHED_MS

let retryMs = FIRST_RETRY_MS
let retry: ReturnType<typeof setTimeout> | undefined

/** Sends what waits, oldest first, one tab at a time. What finds no server waits and is tried again. */
export async function sendQueued(personId: string): Promise<void> {
  clearTimeout(retry)
  await withLock(async () => {
    for (;;) {
      const kept = (await get<readonly OutboxEntry[]>(KEY)) ?? []
      // One that was being sent when its tab was closed may have arrived; its id makes sending it again harmless.
      const next = kept.find((entry) => entry.personId === personId && isWaiting(entry))
      if (!next) return
      await change(replaced(next.set.id, { state: 'sending' }))
      const outcome = await sent(next.set)
      await change(replaced(next.set.id, outcome))
      if (outcome.state === 'queued') {
        retry = setTimeout(() => void sendQueued(personId), retryMs)
        retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)
        return
      }
      retryMs = FIRST_RETRY_MS
      if (outcome.state === 'published') void refreshCatalogue()
    }
  })
}

const isWaiting = ({ state }: OutboxEntry): boolean => state === 'queued' || state === 'sending'

async function sent(set: ChangeSet): Promise<Pick<OutboxEntry, 'state' | 'answer' | 'problem'>> {
  try {
    return { state: 'published', answer: await publish(set), problem: null }
  } catch (error) {
    // No answer, a server in trouble or too many requests: the change itself may be right.
    if (isTransient(error) || !(error instanceof ApiError)) return { state: 'queued', answer: null, problem: null }
    return { state: error.code === 'change.conflict' ? 'conflict' : 'refused', answer: null, problem: error.problem }
  }
}

/** Browsers without locks have tabs that may both send; the id of the change keeps that harmless. */
const withLock = (work: () => Promise<void>): Promise<void> =>
  navigator.locks ? navigator.locks.request(LOCK, work) : work()

/** Reads what is kept on this device, follows the other tabs, and sends whenever the network comes back. */
export function openOutbox(personId: string): () => void {
  const send = () => {
    retryMs = FIRST_RETRY_MS
    void sendQueued(personId)
  }
  const hear = () => void show()
  channel?.addEventListener('message', hear)
  addEventListener('online', send)
  void show().then(send)
  return () => {
    channel?.removeEventListener('message', hear)
    removeEventListener('online', send)
    clearTimeout(retry)
  }
}

/** Takes everything of this device away, at sign-out once its person has agreed. */
export async function clearOutbox(): Promise<void> {
  await set(KEY, [])
  await show()
  channel?.postMessage('changed')
}
