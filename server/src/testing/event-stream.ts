export interface StreamEvent {
  id: number
  event: string
  // biome-ignore lint/suspicious/noExplicitAny: what tests read of an event is theirs to say
  data: any
}

/**
 * A page that follows a stream of events, as the browser’s EventSource does, but never comes back by itself.
 * @param hear takes each event instead of the list
 */
export async function listen(url: string, headers: Record<string, string> = {}, hear?: (event: StreamEvent) => void) {
  const stop = new AbortController()
  const response = await fetch(url, { headers: { accept: 'text/event-stream', ...headers }, signal: stop.signal })
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`)
  const events: StreamEvent[] = []
  const take = hear ?? ((event: StreamEvent) => void events.push(event))
  const over = (async () => {
    let rest = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      rest += decoder.decode(chunk, { stream: true })
      const parts = rest.split('\n\n')
      rest = parts.pop() ?? ''
      for (const part of parts) {
        const lines = part.split('\n').filter((line) => !line.startsWith(':'))
        const of = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
        const event = of('event')
        if (event) take({ id: Number(of('id') ?? -1), event, data: JSON.parse(of('data') ?? 'null') })
      }
    }
  })().catch(() => undefined)
  return {
    response,
    events,
    /** Settles when the server ends the stream, or the listener has left. */
    over,
    leave: async () => {
      stop.abort()
      await over
    },
  }
}
