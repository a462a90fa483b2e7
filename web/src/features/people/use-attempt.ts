import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '../../api/fetch-json.ts'
import { PEOPLE_KEY } from '../../api/people.ts'

const KNOWN = [
  'second-factor.required',
  'right.missing',
  'organisation.not-yours',
  'demo.fixed',
  'grant.own',
  'grant.unknown',
  'person.self',
  'person.unknown',
  'invitation.unknown',
  'rate.exceeded',
  'request.invalid',
  'offline',
] as const

/** Does something to people, reads them anew, and keeps what went wrong in words. */
export function useAttempt() {
  const t = useTranslations('people.problem')
  const queries = useQueryClient()
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    setProblem(null)
    setIsBusy(true)
    try {
      await work()
      await queries.invalidateQueries({ queryKey: PEOPLE_KEY })
      return true
    } catch (error) {
      const code = error instanceof ApiError ? KNOWN.find((known) => known === error.code) : undefined
      setProblem(t(code ?? 'other'))
      return false
    } finally {
      setIsBusy(false)
    }
  }
  return { problem, isBusy, attempt }
}
