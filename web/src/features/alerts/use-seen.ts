import { useEffect, useState } from 'react'

const KEY = 'tvl.alerts-seen'

/** Which alerts had not been on this screen at an earlier visit. `newest`: the first one shown now. */
export function useSeen(newest: number | undefined): (seq: number) => boolean {
  // As it was when the page was opened: what is new stays marked while one reads.
  const [seen] = useState(() => Number(localStorage.getItem(KEY) ?? 0))
  useEffect(() => {
    if (newest !== undefined && newest > Number(localStorage.getItem(KEY) ?? 0)) {
      localStorage.setItem(KEY, String(newest))
    }
  }, [newest])
  return (seq) => seq > seen
}
