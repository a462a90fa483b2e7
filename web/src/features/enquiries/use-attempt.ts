import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ENQUIRIES_KEY } from '../../api/enquiries.ts'
import { ApiError } from '../../api/fetch-json.ts'

const KNOWN = [
  'enquiry.unknown',
  'enquiry.step',
  'enquiry.reason',
  'enquiry.assignee',
  'enquiry.changed',
  'enquiry.note-taken',
  'right.missing',
  'second-factor.required',
  'request.invalid',
  'request.cross-site',
  'offline',
] as const

/** Does something to enquiries, reads the lists anew, and keeps what went wrong in words. */
export function useAttempt() {
  const t = useTranslations('enquiries.problem')
  const queries = useQueryClient()
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  /** Null: it did not come to anything. `onError` may take care of an error itself: then nothing is said of it here. */
  const attempt = async <T>(work: () => Promise<T>, onError?: (error: ApiError) => boolean): Promise<T | null> => {
    setProblem(null)
    setIsBusy(true)
    try {
      const done = await work()
      await queries.invalidateQueries({ queryKey: ENQUIRIES_KEY })
      return done
    } catch (error) {
      if (error instanceof ApiError && onError?.(error)) return null
      const code = error instanceof ApiError ? KNOWN.find((known) => known === error.code) : undefined
      setProblem(t(code ?? 'other'))
      return null
    } finally {
      setIsBusy(false)
    }
  }
  return { problem, isBusy, attempt }
}
