import { create } from 'zustand'

/** One change of the catalogue as the feed tells it; see `/api/changes` in the API's own reference. */
export interface LiveChange {
  n: number
  /** ISO instant */
  at: string
  kind: string
  role: string
  organisation: string | null
  method: string | null
  operation: 'seed' | 'create' | 'update' | 'delete'
  collection: string
  id: string
  zone: string | null
  fields: Readonly<Record<string, { before: unknown; after: unknown }>>
}

interface Live {
  /** What changed since this page was opened, oldest first; the last few hundred. */
  changes: readonly LiveChange[]
}

const MOST = 300

/** What this page has been told of since it was opened. */
export const useLive = create<Live>()(() => ({ changes: [] }))

/** Keeps what was told, each change once. */
export function keepChanges(told: readonly LiveChange[]): void {
  useLive.setState(({ changes }) => {
    const last = changes.at(-1)?.n ?? 0
    const fresh = told.filter(({ n }) => n > last)
    return fresh.length === 0 ? { changes } : { changes: [...changes, ...fresh].slice(-MOST) }
  })
}
