import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '../../api/fetch-json.ts'
import { type FilledRequest, requestQuery, requestsQuery } from '../../api/requests.ts'

/** Words of each problem: several codes of files say the same to a person. */
const KNOWN = {
  offline: 'offline',
  'body.too-large': 'large',
  'import.empty': 'empty',
  'import.type': 'type',
  'import.old-format': 'old',
  'import.macros': 'macros',
  'import.external-links': 'links',
  'import.encrypted': 'encrypted',
  'import.unreadable': 'broken',
  'import.unsafe-xml': 'broken',
  'import.bomb': 'limits',
  'import.too-heavy': 'limits',
  'import.too-slow': 'limits',
  'import.too-many-cells': 'limits',
  'import.too-many-columns': 'limits',
  'import.too-many-rows': 'limits',
  'import.too-many-sheets': 'limits',
  'import.busy': 'busy',
  'enquiry.unknown': 'enquiry',
  'rfi.no-questions': 'noQuestions',
  'rfi.zones': 'zones',
  'rfi.too-many': 'tooMany',
  'rfi.unknown': 'unknown',
  'rfi.stale': 'stale',
  'rfi.choice': 'choice',
  'rfi.gap': 'gap',
  'rfi.gap-unknown': 'gapUnknown',
  'rfi.due': 'due',
  'rfi.owner': 'owner',
  'change.malformed': 'malformed',
  'right.missing': 'right',
  'sign-in.required': 'session',
  'second-factor.required': 'factor',
} as const

/** Work on a questionnaire that a person waits for, and why it failed, in their language. */
export function useAttemptAt() {
  const t = useTranslations('requests.problem')
  const cache = useQueryClient()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  /** Returns undefined when it failed. What comes back is what the pages show from then on. */
  const attempt = async (work: () => Promise<FilledRequest>, id?: string): Promise<FilledRequest | undefined> => {
    setIsBusy(true)
    setProblem(null)
    try {
      const found = await work()
      cache.setQueryData(requestQuery(found.id).queryKey, found)
      void cache.invalidateQueries({ queryKey: requestsQuery.queryKey })
      return found
    } catch (error) {
      const code = error instanceof ApiError ? error.code : null
      setProblem(t(code !== null && code in KNOWN ? KNOWN[code as keyof typeof KNOWN] : 'other'))
      // Somebody else was there before: it is shown as it is by now.
      if (id !== undefined && code === 'rfi.stale')
        await cache.invalidateQueries({ queryKey: requestQuery(id).queryKey })
      return undefined
    } finally {
      setIsBusy(false)
    }
  }
  return { isBusy, problem, attempt }
}
