import { fetchOnce } from './early-fetch.ts'

/** An answer that is not 2xx. `code` is the problem document's own, when it has one. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string | null
  /** The whole problem document: some have more to say than their code. */
  readonly problem: Readonly<Record<string, unknown>>

  constructor(status: number, code: string | null, problem: Readonly<Record<string, unknown>> = {}) {
    super(code ?? `HTTP ${status}`)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.problem = problem
  }
}

export async function problemOf(response: Response): Promise<ApiError> {
  let code: string | null = null
  let problem: Record<string, unknown> = {}
  try {
    const body: unknown = await response.json()
    if (body && typeof body === 'object') problem = { ...body }
    if (typeof problem.code === 'string') code = problem.code
  } catch {
    // Not a problem document: the status says enough.
  }
  return new ApiError(response.status, code, problem)
}

/** GET of our own API, as the caller's type; the server validates every answer against the same schema. */
export async function fetchJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetchOnce(path, signal ? { signal } : {})
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as T
}

/** The same with the version of the catalogue that the answer is of: what a change of it is based on. */
export async function fetchVersioned<T>(path: string, signal?: AbortSignal): Promise<{ body: T; version: number }> {
  const response = await fetchOnce(path, signal ? { signal } : {})
  if (!response.ok) throw await problemOf(response)
  const version = /^(?:W\/)?"(\d+)-/.exec(response.headers.get('etag') ?? '')?.[1]
  if (version === undefined) throw new ApiError(response.status, 'etag.missing')
  return { body: (await response.json()) as T, version: Number(version) }
}

export async function fetchBytes(path: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetchOnce(path, signal ? { signal } : {})
  if (!response.ok) throw await problemOf(response)
  return await response.arrayBuffer()
}
