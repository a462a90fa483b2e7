import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '../../api/fetch-json.ts'

const KNOWN = ['sign-in.wrong', 'request.cross-site', 'request.invalid', 'offline'] as const
type Known = (typeof KNOWN)[number]

const isKnown = (code: string | null): code is Known => KNOWN.some((known) => known === code)

/** What went wrong with the last attempt, in the reader's language; null: nothing. */
export function useProblem() {
  const t = useTranslations('account.problem')
  const [code, setCode] = useState<Known | 'other' | null>(null)
  const attempt = async (work: () => Promise<void>) => {
    setCode(null)
    try {
      await work()
    } catch (error) {
      setCode(error instanceof ApiError && isKnown(error.code) ? error.code : 'other')
    }
  }
  return { problem: code && t(code), attempt }
}
