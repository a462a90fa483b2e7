import type { ChangeConflict, ChangeError, ChangeSet, VerificationMethod } from '@tvl/model'
import { useRef, useState } from 'react'
import { catalogueQuery } from '../../api/catalogue.ts'
import { conflictsOf, errorsOf, isTransient, publish, refreshCatalogue } from '../../api/publish.ts'
import { queryClient } from '../../api/query-client.ts'
import type { GridField } from './cells.ts'
import { useGrid } from './grid-store.ts'
import type { UnitRow } from './rows.ts'

export interface Publishing {
  method: VerificationMethod
  setMethod: (method: VerificationMethod) => void
  state: 'idle' | 'sending' | 'published' | 'offline' | 'refused'
  conflicts: readonly ChangeConflict[]
  /** What the server refuses, field by field. */
  errors: readonly ChangeError[]
  send: () => Promise<void>
  /** Gives up one field for what somebody else wrote. */
  takeTheirs: (id: string, field: GridField) => Promise<void>
  /** What the others wrote was seen: the typed values go over it. */
  keepMine: () => Promise<void>
  /** The unusual value of a field is meant. */
  confirm: (id: string, field: GridField) => void
  isConfirmed: (id: string, field: GridField) => boolean
}

/** Sends everything that was typed as one commit; nothing of it is given up before the server has it. */
export function usePublishing(rows: readonly UnitRow[], version: number): Publishing {
  const [method, setMethod] = useState<VerificationMethod>('site-visit')
  const [state, setState] = useState<Publishing['state']>('idle')
  const [conflicts, setConflicts] = useState<readonly ChangeConflict[]>([])
  const [errors, setErrors] = useState<readonly ChangeError[]>([])
  const [confirmed, setConfirmed] = useState<readonly string[]>([])
  // The same set keeps its id while it is tried again: an answer that was lost must not become a second commit.
  const sent = useRef<{ text: string; id: string } | null>(null)

  const setOf = (): ChangeSet => {
    const { base, ticked } = useGrid.getState()
    const writes = rows.flatMap(({ id, edit }): ChangeSet['writes'] => {
      const isEdited = Object.keys(edit).length > 0
      if (!isEdited && !ticked.includes(id)) return []
      const confirm = confirmed.flatMap((key) => (key.startsWith(`${id} `) ? [key.slice(id.length + 1)] : []))
      return [
        {
          collection: 'offices',
          id,
          base: base ?? version,
          ...(isEdited ? { patch: { properties: edit } } : {}),
          ...(ticked.includes(id) ? { verifies: ['*'] } : {}),
          ...(confirm.length > 0 ? { confirm } : {}),
        },
      ]
    })
    const text = JSON.stringify({ method, writes })
    if (sent.current?.text !== text) sent.current = { text, id: crypto.randomUUID() }
    return { id: sent.current.id, method, writes }
  }

  const send = async () => {
    setState('sending')
    setConflicts([])
    setErrors([])
    try {
      await publish(setOf())
      sent.current = null
      useGrid.getState().clear()
      setConfirmed([])
      setState('published')
      await refreshCatalogue()
    } catch (error) {
      setConflicts(conflictsOf(error))
      setErrors(errorsOf(error))
      setState(isTransient(error) ? 'offline' : 'refused')
    }
  }
  const readAgain = async () => {
    await refreshCatalogue()
    const { version: now } = await queryClient.fetchQuery({ ...catalogueQuery, staleTime: 0 })
    useGrid.getState().rebase(now)
    setState('idle')
  }
  return {
    method,
    setMethod,
    state,
    conflicts,
    errors,
    send,
    takeTheirs: async (id, field) => {
      const { edits, change } = useGrid.getState()
      const { [field]: _, ...rest } = edits[id] ?? {}
      change({ [id]: rest }, version)
      const left = conflicts
        .map((one) => (one.id === id ? { ...one, fields: one.fields.filter((each) => each.field !== field) } : one))
        .filter(({ fields }) => fields.length > 0)
      setConflicts(left)
      if (left.length === 0) await readAgain()
    },
    keepMine: async () => {
      setConflicts([])
      await readAgain()
    },
    confirm: (id, field) => setConfirmed((before) => [...before, `${id} ${field}`]),
    isConfirmed: (id, field) => confirmed.includes(`${id} ${field}`),
  }
}
