import type { EnquiryTicket } from '@tvl/model'
import { useEffect, useMemo, useRef } from 'react'
import { takeTicket } from '../../api/enquiry.ts'
import { findWork } from './work.ts'

/** ms: who sends a kept draft again is faster than anybody types, and should not be taken for a robot. */
const LEAST_AGE_MS = 5_500
/** ms that the sending waits for work that is not found yet. */
const PATIENCE_MS = 4_000

const pause = (ms: number) => new Promise<undefined>((resolve) => setTimeout(resolve, ms))

interface Taken {
  ticket: Promise<EnquiryTicket>
  work: Promise<number | undefined>
  since: number
}

function take(signal: AbortSignal): Taken {
  const ticket = takeTicket(signal)
  const work = ticket.then(
    ({ ticket, bits }) => findWork(ticket, bits, signal).catch(() => undefined),
    () => undefined,
  )
  return { ticket, work, since: Date.now() }
}

/** The ticket of a form: taken when it opens, worked for while its reader types. */
export function useTicket(): { ready: () => Promise<{ ticket: string; work?: number }>; renew: () => void } {
  const taken = useRef<Taken | null>(null)
  const stop = useRef<AbortController | null>(null)
  const handle = useMemo(() => {
    const renew = () => {
      stop.current?.abort()
      stop.current = new AbortController()
      taken.current = take(stop.current.signal)
    }
    const ready = async () => {
      if (!taken.current) renew()
      // One that failed without a network is asked for again at each sending.
      const isThere = await taken.current?.ticket.then(
        () => true,
        () => false,
      )
      if (!isThere) renew()
      const { ticket, work, since } = taken.current as unknown as Taken
      const known = await ticket
      await pause(Math.max(0, LEAST_AGE_MS - (Date.now() - since)))
      const found = await Promise.race([work, pause(PATIENCE_MS)])
      return { ticket: known.ticket, ...(found === undefined ? {} : { work: found }) }
    }
    return { ready, renew }
  }, [])
  useEffect(() => {
    handle.renew()
    return () => stop.current?.abort()
  }, [handle])
  return handle
}
