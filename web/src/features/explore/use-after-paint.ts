import { startTransition, useEffect, useState } from 'react'

/** true once the first rows stand on the screen: what is below them, or beside them, follows without holding them up. */
export function useAfterPaint(): boolean {
  const [isAfter, setIsAfter] = useState(false)
  useEffect(() => {
    // The first frame has been painted when the second one begins.
    let handle = requestAnimationFrame(() => {
      handle = requestAnimationFrame(() => startTransition(() => setIsAfter(true)))
    })
    return () => cancelAnimationFrame(handle)
  }, [])
  return isAfter
}
