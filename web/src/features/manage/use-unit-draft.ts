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

function keptAt(key: string): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | null
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

/**
 * What is being typed of a unit. It outlives a reload, going back and another language, in this tab.
 * @param key of whom it is and of which unit
 */
export function useUnitDraft(key: string, office: Office, version: number): UnitDraftState {
  const [kept, setKept] = useState(() => keptAt(key))
  const base = kept ?? { version, office }
  const keep = (next: Kept | null) => {
    setKept(next)
    if (next) sessionStorage.setItem(key, JSON.stringify(next))
    else sessionStorage.removeItem(key)
  }
  return {
    draft: { ...draftOf(base.office), ...kept?.edits },
    base,
    isEdited: kept !== null,
    edit: (part) => keep({ version: base.version, office: base.office, edits: { ...kept?.edits, ...part } }),
    reset: () => keep(null),
  }
}
