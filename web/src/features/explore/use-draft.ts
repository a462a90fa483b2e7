import { useState } from 'react'

const KEY = 'tvl.draft'

/** A browser that keeps nothing is a browser that forgets the draft, no more. */
function kept(use: (storage: Storage) => string | null): string | null {
  try {
    return use(sessionStorage)
  } catch {
    return null
  }
}

/**
 * Words typed and not yet sent; null = none. They outlive a reload, another language and a page turned back, in this
 * tab alone: what an investor has not asked goes nowhere.
 */
export function useDraft(): [draft: string | null, setDraft: (draft: string | null) => void] {
  const [draft, setState] = useState(() => kept((storage) => storage.getItem(KEY)))
  const setDraft = (next: string | null) => {
    kept((storage) => {
      if (next === null) storage.removeItem(KEY)
      else storage.setItem(KEY, next)
      return next
    })
    setState(next)
  }
  return [draft, setDraft]
}
