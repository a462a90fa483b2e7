import { queryOptions } from '@tanstack/react-query'
import type { Attempt, AttemptBody, DueAnswer, Round, RoundBody, SampleBody } from '@tvl/model'
import { fetchJson } from './fetch-json.ts'
import { sendJson } from './send-json.ts'

/** What has to be verified again in a zone, the most urgent first. */
export const dueQuery = (zoneId: string) =>
  queryOptions({
    queryKey: ['due', zoneId],
    queryFn: ({ signal }) => fetchJson<DueAnswer>(`/api/due?zone=${encodeURIComponent(zoneId)}&limit=1000`, signal),
  })

/** Keeps that something could not be verified, and why. @throws ApiError */
export const keepAttempt = (attempt: AttemptBody) => sendJson<Attempt>('POST', '/api/due/attempts', attempt)

/** Begins a round: the server draws of which offices the values are to be given again. @throws ApiError */
export const beginRound = (round: RoundBody) => sendJson<Round>('POST', '/api/rounds', round)

/** Gives the values of one office of the sample. @throws ApiError `round.differs`, with the fields */
export const giveSample = (round: string, sample: SampleBody) =>
  sendJson<Round>('POST', `/api/rounds/${round}/sample`, sample)

/** Confirms the rest, once the sample is. @throws ApiError */
export const confirmRound = (round: string, except: readonly string[] = []) =>
  sendJson<Round>('POST', `/api/rounds/${round}/confirm`, { except: [...except] })
