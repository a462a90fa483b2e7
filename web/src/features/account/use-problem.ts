import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '../../api/fetch-json.ts'

const KNOWN = [
  'sign-in.wrong',
  'sign-in.again',
  'sign-in.locked',
  'second-factor.wrong',
  'link.spent',
  'password.weak',
  'password.wrong',
  'second-factor.required',
  'passkey.cancelled',
  'passkey.known',
  'passkey.elsewhere',
  'passkey.refused',
  'demo.fixed',
  'invitation.other',
  'rate.exceeded',
  'sign-on.no-rights',
  'sign-on.not-linked',
  'sign-on.cancelled',
  'sign-on.failed',
  'request.cross-site',
  'request.invalid',
  'offline',
] as const
type Known = (typeof KNOWN)[number]

export const isKnownProblem = (code: string | null | undefined): code is Known => KNOWN.some((known) => known === code)

/** What went wrong with the last attempt, in the reader's language; null: nothing. */
export function useProblem(first: string | null | undefined = null) {
  const t = useTranslations('account.problem')
  const [code, setCode] = useState<Known | 'other' | null>(isKnownProblem(first) ? first : null)
  /** Returns the code of what went wrong; null: nothing did. */
  const attempt = async (work: () => Promise<void>): Promise<string | null> => {
    setCode(null)
    try {
      await work()
      return null
    } catch (error) {
      const known = error instanceof ApiError && isKnownProblem(error.code) ? error.code : 'other'
      setCode(known)
      return known
    }
  }
  return { problem: code && t(code), attempt }
}
