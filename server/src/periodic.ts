import type { Log } from './catalogue/live.ts'

export interface Periodic {
  /** Does what is due. A failure is logged, and tried again at the next look. */
  work: () => Promise<void>
  /** From the end of one look to the next. */
  everyMs: number
  log: Log
  /** What the log says of a failure. */
  failed: string
}

/** Looks at once, and again and again for as long as it runs, never twice at a time. Stopping waits for the last look. */
export function periodically({ work, everyMs, log, failed }: Periodic): { stop(): Promise<void> } {
  let isStopped = false
  let timer: NodeJS.Timeout
  let looking = Promise.resolve()
  const look = async () => {
    try {
      await work()
    } catch (error) {
      if (!isStopped) log.error({ err: error }, failed)
    }
    if (isStopped) return
    timer = setTimeout(next, everyMs)
    timer.unref()
  }
  const next = () => {
    looking = look()
  }
  next()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await looking
    },
  }
}
