import { ApiError, problemOf } from './fetch-json.ts'

/** What is sent while its page is being left arrives all the same; browsers take 64 kB of it. */
const isShort = (body: string | undefined): boolean => body === undefined || body.length < 20_000

/**
 * Sends something that changes the server's state, as JSON, and reads its answer; null when it has none.
 * @throws ApiError with the problem's code; `code` is `offline` when no answer came
 */
export async function sendJson<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  signal: AbortSignal | null = null,
) {
  const init: { headers?: Record<string, string>; body?: string } =
    body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  let response: Response
  try {
    response = await fetch(path, { method, signal, ...init, keepalive: isShort(init.body) })
  } catch {
    throw new ApiError(0, 'offline')
  }
  if (!response.ok) throw await problemOf(response)
  const answer = await response.text()
  return (answer === '' ? null : JSON.parse(answer)) as T
}
