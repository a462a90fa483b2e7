import { useQuery, useQueryClient } from '@tanstack/react-query'
import { mergeEdits, type Shortlist, type ShortlistConflict } from '@tvl/model'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '../../api/fetch-json.ts'
import { saveShortlist, shortlistQuery, shortlistsQuery } from '../../api/shortlists.ts'
import { applyChoices, type Choice } from './choices.ts'

export type SaveState = 'saved' | 'waiting' | 'sending' | 'offline' | 'refused'

interface Base {
  revision: number
  content: Shortlist
}

/** Two sides of the same things, until one has chosen. */
export interface OpenConflict extends Base {
  conflicts: readonly ShortlistConflict[]
}

const PAUSE_MS = 700
const AGAIN_MS = 5000
const keyOf = (id: string) => `tvl.shortlist.draft.${id}`

/** What was typed and not sent, from this browser. */
function keptDraft(id: string): { base: Base; draft: Shortlist } | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null')
  } catch {
    return null
  }
}

/**
 * A shortlist of the organisation while it is edited: saved a moment after each change, merged with what others write,
 * kept in this browser until it has arrived.
 */
export function useKept(id: string) {
  const queries = useQueryClient()
  const read = useQuery({ ...shortlistQuery(id), refetchInterval: 8000 })
  const [base, setBase] = useState<Base | null>(null)
  const [draft, setDraft] = useState<Shortlist | null>(null)
  const [before, setBefore] = useState<Shortlist | null>(null)
  const [state, setState] = useState<SaveState>('saved')
  const [conflict, setConflict] = useState<OpenConflict | null>(null)
  const now = useRef({ base, draft, isSending: false, isGone: false })
  now.current.base = base
  now.current.draft = draft

  const isIdle = state === 'saved' && conflict === null
  useEffect(() => {
    if (!read.data || now.current.isSending) return
    const { revision, content } = read.data
    if (now.current.base === null) {
      const kept = keptDraft(id)
      setBase(kept?.base ?? { revision, content })
      setDraft(kept?.draft ?? content)
      if (kept) setState('waiting')
    } else if (isIdle && revision > now.current.base.revision) {
      // Somebody else changed it while one looked.
      setBase({ revision, content })
      setDraft(content)
    }
  }, [read.data, id, isIdle])

  const send = useCallback(async () => {
    const { base: from, draft: sent, isSending } = now.current
    if (!from || !sent || isSending) return
    now.current.isSending = true
    setState('sending')
    try {
      const saved = await saveShortlist(id, from.revision, sent)
      const typed = now.current.draft
      const next = typed === sent || !typed ? saved.content : mergeEdits(sent, saved.content, typed).shortlist
      Object.assign(now.current, { base: saved, draft: next })
      // Who comes back goes on from there, not from what was read before.
      queries.setQueryData(shortlistQuery(id).queryKey, (known) => known && { ...known, ...saved })
      setBase(saved)
      setDraft(next)
      setState(typed === sent ? 'saved' : 'waiting')
      if (typed === sent) localStorage.removeItem(keyOf(id))
      void queries.invalidateQueries({ queryKey: shortlistsQuery.queryKey })
    } catch (error) {
      if (error instanceof ApiError && error.status === 412) {
        setConflict(error.problem as unknown as OpenConflict)
        setState('refused')
      } else setState(error instanceof ApiError && error.status !== 0 ? 'refused' : 'offline')
    } finally {
      now.current.isSending = false
    }
    // What was typed while it was under way, by who has left since.
    if (now.current.isGone && localStorage.getItem(keyOf(id)) !== null && now.current.draft !== sent) void send()
  }, [id, queries])

  useEffect(() => {
    if (conflict || (state !== 'waiting' && state !== 'offline')) return
    const timer = setTimeout(() => void send(), state === 'waiting' ? PAUSE_MS : AGAIN_MS)
    return () => clearTimeout(timer)
  })

  // Who leaves within the pause has still written it: it is sent as they go. What does not arrive is kept in this browser.
  const isPending = useRef(false)
  isPending.current = conflict === null && (state === 'waiting' || state === 'offline')
  useEffect(() => {
    now.current.isGone = false
    const leave = () => {
      if (isPending.current) void send()
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      now.current.isGone = true
      leave()
    }
  }, [send])

  const change = (content: Shortlist, isUndoable = false) => {
    setBefore(isUndoable ? draft : null)
    setDraft(content)
    setState('waiting')
    if (base) localStorage.setItem(keyOf(id), JSON.stringify({ base, draft: content }))
  }

  /** Settles a conflict: their state with what of one’s own is to stand, which is then sent. */
  const settle = (choices: readonly Choice[]) => {
    if (!conflict || !base || !draft) return
    const merged = mergeEdits(base.content, conflict.content, draft).shortlist
    const next = { revision: conflict.revision, content: conflict.content }
    const settled = applyChoices(merged, conflict.conflicts, choices)
    setBase(next)
    setDraft(settled)
    setConflict(null)
    setState('waiting')
    localStorage.setItem(keyOf(id), JSON.stringify({ base: next, draft: settled }))
  }

  return {
    kept: read.data,
    error: read.error,
    refetch: read.refetch,
    content: draft,
    revision: base?.revision ?? 0,
    state,
    before,
    undo: () => before && change(before),
    change,
    conflict,
    settle,
  }
}
