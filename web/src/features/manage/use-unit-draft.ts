import type { Office } from '@tvl/model'
import { useState } from 'react'
import { draftOf, type UnitDraft } from './unit-draft.ts'

/** What was read when the first field was changed: what the change is held against, whatever comes in meanwhile. */
interface Base {
  version: number
  office: Office
}
interface Kept extends Base {
  edits: Partial<UnitDraft>
}

const keyOf = (id: string) => `tvl.unit.${id}`

function keptOf(id: string): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(id)) ?? 'null') as Kept | null
  } catch {
    return null
  }
}

export interface UnitDraftState {
  draft: UnitDraft
  base: Base
  isEdited: boolean
  edit: (part: Partial<UnitDraft>) => void
  reset: () => void
}

/** What is being typed of a unit. It outlives a reload, going back and another language, in this tab. */
export function useUnitDraft(id: string, office: Office, version: number): UnitDraftState {
  const [kept, setKept] = useState(() => keptOf(id))
  const base = kept ?? { version, office }
  const keep = (next: Kept | null) => {
    setKept(next)
    if (next) sessionStorage.setItem(keyOf(id), JSON.stringify(next))
    else sessionStorage.removeItem(keyOf(id))
  }
  return {
    draft: { ...draftOf(base.office), ...kept?.edits },
    base,
    isEdited: kept !== null,
    edit: (part) => keep({ version: base.version, office: base.office, edits: { ...kept?.edits, ...part } }),
    reset: () => keep(null),
  }
}
