import type { ChangeAnswer, ChangeConflict, ChangeError, ChangeSet } from '@tvl/model'
import type { Feature } from './features.ts'
import { ApiError } from './fetch-json.ts'
import { queryClient } from './query-client.ts'
import { sendJson } from './send-json.ts'
import { sessionQuery } from './session.ts'

/** What a writer gets back: the records as everybody reads them now. */
export interface Published extends Omit<ChangeAnswer, 'features'> {
  features: Feature<Record<string, unknown>>[]
}

/**
 * Sends a set of changes, all or nothing. Sending the same set again gives the first answer and writes nothing, so it
 * may be repeated until an answer comes. @throws ApiError; see `conflictsOf` and `errorsOf`
 */
export const publish = (set: ChangeSet, signal: AbortSignal | null = null) =>
  sendJson<Published>('POST', '/api/changes', set, signal)

/** Takes a commit back by a new one. `id` is that one's, made by the caller. @throws ApiError */
export const undoCommit = (commit: string, id: string) =>
  sendJson<Published>('POST', `/api/commits/${encodeURIComponent(commit)}/undo`, { id })

const listOf = <T>(error: unknown, name: string): readonly T[] => {
  const list = error instanceof ApiError ? error.problem[name] : null
  return Array.isArray(list) ? (list as T[]) : []
}

/** The fields that somebody else changed since, of a refusal with 409; else none. */
export const conflictsOf = (error: unknown) => listOf<ChangeConflict>(error, 'conflicts')

/** What is wrong with which field, of a refusal with 422; else none. */
export const errorsOf = (error: unknown) => listOf<ChangeError>(error, 'errors')

/** Whether sending the same again may help: no answer, a busy server, or one that does not serve it yet. */
export const isTransient = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.status === 0 || error.status === 429 || error.status >= 500

/** Everything the page has read of the catalogue is asked for again where it is shown; who is signed in is not. */
export const refreshCatalogue = (): Promise<void> =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
