import { keepChanges, type LiveChange } from '../state/live.ts'
import { catalogueQuery } from './catalogue.ts'
import { refreshCatalogue } from './publish.ts'
import { queryClient } from './query-client.ts'

/** Many changes that come together are read together. */
const GATHER_MS = 400
/** A stream that was refused is asked for again after this. */
const AGAIN_MS = 5000
const NAME = 'tvl.live'

type Told = { type: 'changes'; changes: LiveChange[]; next: number } | { type: 'again' }

/**
 * Keeps every open page in step with the catalogue. One tab of a browser listens and tells the others: a browser opens
 * six connections to a server, and a stream a tab would use them up. When that tab closes, another one goes on from the
 * last change it heard of. Returns how to stop.
 */
export function followChanges(): () => void {
  let since: number | null = null
  let stream: EventSource | null = null
  let isOver = false
  let gathering: ReturnType<typeof setTimeout> | undefined
  let release: () => void = () => undefined
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME)

  const refresh = () => {
    gathering ??= setTimeout(() => {
      gathering = undefined
      void refreshCatalogue()
    }, GATHER_MS)
  }
  const hear = (told: Told) => {
    if (told.type === 'changes') {
      since = Math.max(since ?? 0, told.next)
      keepChanges(told.changes)
    }
    refresh()
  }
  const tell = (told: Told) => {
    hear(told)
    channel?.postMessage(told)
  }
  channel?.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data))

  const listen = async (): Promise<void> => {
    if (isOver) return
    // From the version that the page shows: what came between it and the stream is told at once.
    since ??= (await queryClient.ensureQueryData(catalogueQuery)).version
    const opened = new EventSource(`/api/changes/stream?since=${since}`)
    stream = opened
    opened.addEventListener('change', ({ data }: MessageEvent<string>) => {
      const { changes, next } = JSON.parse(data) as { changes: LiveChange[]; next: number }
      tell({ type: 'changes', changes, next })
    })
    // Figures that age have changed with the day.
    opened.addEventListener('day', () => tell({ type: 'again' }))
    opened.addEventListener('error', () => {
      // The browser itself comes back to a stream that broke. One that was refused is over: its number may be of another
      // catalogue, so everything is read anew.
      if (opened.readyState !== EventSource.CLOSED) return
      opened.close()
      setTimeout(() => {
        if (isOver) return
        since = null
        void queryClient
          .refetchQueries({ queryKey: catalogueQuery.queryKey })
          .then(() => tell({ type: 'again' }))
          .then(listen)
          .catch(() => undefined)
      }, AGAIN_MS)
    })
  }
  const lead = () => {
    void listen().catch(() => setTimeout(lead, AGAIN_MS))
    return new Promise<void>((done) => {
      release = done
    })
  }
  if (navigator.locks && channel) void navigator.locks.request(NAME, lead)
  else void lead()

  return () => {
    isOver = true
    clearTimeout(gathering)
    stream?.close()
    channel?.close()
    release()
  }
}
