import { useEffect, useRef } from 'react'

/** Whether the address asks for this part of the page (`#rent`); it is brought into view then. */
export function useLanding(name: string | undefined) {
  const part = useRef<HTMLElement>(null)
  const isAsked = name !== undefined && location.hash === `#${name}`
  useEffect(() => {
    if (isAsked) part.current?.scrollIntoView({ block: 'center' })
  }, [isAsked])
  return { part, isAsked }
}
