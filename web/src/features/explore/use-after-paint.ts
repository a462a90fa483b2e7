import { startTransition, useEffect, useState } from 'react'
import { onFrame } from '../../ui/on-frame.ts'

/** Does the work once what is rendered now stands on the screen: the next frame has begun. Gives what calls it off. */
export function afterPaint(work: () => void): () => void {
  let timer = 0
  const stop = onFrame(() => {
    timer = window.setTimeout(work)
  })
  return () => {
    stop()
    window.clearTimeout(timer)
  }
}

/** true once the first rows stand on the screen: what is below them, or beside them, follows without holding them up. */
export function useAfterPaint(): boolean {
  const [isAfter, setIsAfter] = useState(false)
  useEffect(() => afterPaint(() => startTransition(() => setIsAfter(true))), [])
  return isAfter
}

/** The value as it was before the last commit: for a view that follows the list with a commit of its own. */
export function useFollowing<T>(value: T): T {
  const [following, setFollowing] = useState(() => value)
  useEffect(() => startTransition(() => setFollowing(() => value)), [value])
  return following
}
