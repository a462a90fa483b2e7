import type { ChangeSet } from '@tvl/model'
import { get, update } from 'idb-keyval'
import { create } from 'zustand'
import { ApiError } from '../api/fetch-json.ts'
import { isTransient, type Published, publish, refreshCatalogue } from '../api/publish.ts'
import { queryClient } from '../api/query-client.ts'
import { sessionQuery } from '../api/session.ts'
import { type Picture, withPictures } from './outbox-pictures.ts'
import { rebased } from './outbox-rebase.ts'

/** `queued`: waits for a connection; `sending`; `published`; `conflict`: somebody was faster; `refused`: see `problem`. */
export type OutboxState = 'queued' | 'sending' | 'published' | 'conflict' | 'refused'

/** What the maker of a change adds to it. */
export interface OutboxAbout {
  /** What it is about, in words for people: a unit's code. */
  label: string
  /** Id of the person who made it: another person on this device never sends it. */
  personId: string
  /** The values that were seen of what is written, by `collection/id`: two changes of one record can follow each other. */
  seen?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Pictures that travel first, each then named by the record it is of. */
  pictures?: readonly Picture[]
}

export interface OutboxEntry extends OutboxAbout {
  set: ChangeSet
  state: OutboxState
  /** ms: when it was made */
  madeAt: number
  answer: Published | null
  /** The problem document of a refusal. */
  problem: Readonly<Record<string, unknown>> | null
}

interface Outbox {
  /** of the person who opened it, oldest first */
  entries: readonly OutboxEntry[]
  /** false until the entries kept on this device were read */
  isRead: boolean
}

const KEY = 'tvl.outbox'
/** Published entries stay this long, to be undone. */
const KEEP_PUBLISHED_MS = 60 * 60_000
const FIRST_RETRY_MS = 2000
const LAST_RETRY_MS = 60_000
/** A line that swallows everything looks like one that is slow; sending again is harmless. */
const PATIENCE_MS = 45_000

/**
 * Changes on their way to the server. An entry lies in this browser's own database before it is sent and until it is
 * answered, so that closing the page, losing the network or a second tab neither lose nor repeat it.
 */
export const useOutbox = create<Outbox>()(() => ({ entries: [], isRead: false }))

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(KEY)
let owner: string | null = null

const read = async () => (await get<readonly OutboxEntry[]>(KEY)) ?? []

/** Changes the kept entries, in one step for all tabs, and shows them in every tab. */
async function change(work: (entries: readonly OutboxEntry[]) => readonly OutboxEntry[]): Promise<void> {
  await update<readonly OutboxEntry[]>(KEY, (kept = []) => work(kept))
  await show()
  channel?.postMessage('changed')
}

async function show(): Promise<void> {
  const entries = await read()
  useOutbox.setState({ entries: entries.filter(({ personId }) => personId === owner), isRead: true })
}

const replaced = (id: string, part: Partial<OutboxEntry>) => (entries: readonly OutboxEntry[]) =>
  entries.map((entry) => (entry.set.id === id ? { ...entry, ...part } : entry))

/** Whether somebody would lose something if this entry went. */
export const isUnsent = ({ state }: Pick<OutboxEntry, 'state'>): boolean => state !== 'published'

/** Whether an entry will still be sent by itself. */
export const isWaiting = ({ state }: Pick<OutboxEntry, 'state'>): boolean => state === 'queued' || state === 'sending'

const isWorthKeeping = (entry: OutboxEntry): boolean => isUnsent(entry) || Date.now() - entry.madeAt < KEEP_PUBLISHED_MS

/**
 * Keeps a change and sends it as soon as it can be. Resolves when it is kept: from then on it cannot be lost.
 * `instead`: the entry that it takes the place of, one that was refused.
 */
export async function enqueue(changes: ChangeSet, about: OutboxAbout, instead?: string): Promise<void> {
  const entry: OutboxEntry = {
    set: changes,
    ...about,
    state: 'queued',
    madeAt: Date.now(),
    answer: null,
    problem: null,
  }
  await change((entries) => [...entries.filter((one) => isWorthKeeping(one) && one.set.id !== instead), entry])
  void sendQueued(about.personId)
}

/** Takes an entry away: published ones that were seen, or refused ones that were given up. */
export const discard = (id: string): Promise<void> => change((entries) => entries.filter((one) => one.set.id !== id))

let retryMs = FIRST_RETRY_MS
let retry: ReturnType<typeof setTimeout> | undefined

/** Sends what waits, oldest first, one tab at a time. What finds no server waits and is tried again. */
export async function sendQueued(personId: string): Promise<void> {
  clearTimeout(retry)
  await withLock(async () => {
    while (owner === personId) {
      // One that was being sent when its tab was closed may have arrived; its id makes sending it again harmless.
      const next = (await read()).find((entry) => entry.personId === personId && isWaiting(entry))
      if (!next) return
      const { id } = next.set
      await change(replaced(id, { state: 'sending' }))
      const outcome = await sent(next)
      await change((entries) => rebased(replaced(id, outcome)(entries), next, outcome.answer))
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

async function sent(entry: OutboxEntry): Promise<Pick<OutboxEntry, 'state' | 'answer' | 'problem'>> {
  try {
    const changes = await withPictures(entry.set, entry.pictures ?? [])
    return { state: 'published', answer: await publish(changes, AbortSignal.timeout(PATIENCE_MS)), problem: null }
  } catch (error) {
    if (!(error instanceof ApiError)) return { state: 'queued', answer: null, problem: null }
    const { code, problem } = error
    if (error.status === 401) {
      // The session has ended elsewhere: the page leads to signing in, and what waits is sent after it.
      void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
      return { state: 'queued', answer: null, problem }
    }
    // No answer, a server in trouble or too many requests: the change itself may be right.
    if (isTransient(error)) return { state: 'queued', answer: null, problem: null }
    return { state: code === 'change.conflict' ? 'conflict' : 'refused', answer: null, problem }
  }
}

/** Browsers without locks have tabs that may both send; the id of the change keeps that harmless. */
const withLock = (work: () => Promise<void>): Promise<void> =>
  navigator.locks ? navigator.locks.request(KEY, work) : work()

/** Reads what is kept on this device, follows the other tabs, and sends whenever the network comes back. */
export function openOutbox(personId: string): () => void {
  owner = personId
  const send = () => {
    retryMs = FIRST_RETRY_MS
    void sendQueued(personId)
  }
  const hear = () => void show()
  channel?.addEventListener('message', hear)
  addEventListener('online', send)
  void show().then(send)
  return () => {
    owner = null
    channel?.removeEventListener('message', hear)
    removeEventListener('online', send)
    clearTimeout(retry)
  }
}

/** Takes everything of a person off this device, at sign-out once they have agreed. What others wait for stays. */
export const clearOutbox = (personId: string): Promise<void> =>
  change((entries) => entries.filter((entry) => entry.personId !== personId))
