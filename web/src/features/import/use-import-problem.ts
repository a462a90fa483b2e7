import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '../../api/fetch-json.ts'

const KNOWN = {
  offline: 'offline',
  'body.too-large': 'large',
  'import.empty': 'empty',
  'import.unknown': 'expired',
  'import.stale': 'stale',
  'import.applied': 'applied',
  'import.has-errors': 'errors',
  'import.mapping': 'mapping',
  'change.conflict': 'conflict',
  'change.invalid': 'invalid',
  'right.missing': 'right',
  'sign-in.required': 'session',
  'second-factor.required': 'factor',
  'undo.conflict': 'undoConflict',
  'undo.nothing': 'undoNothing',
  'import.type': 'type',
  'import.unreadable': 'broken',
  'import.old-format': 'old',
  'import.macros': 'macros',
  'import.external-links': 'links',
  'import.bomb': 'limits',
  'import.too-heavy': 'limits',
  'import.too-slow': 'limits',
  'import.too-many-cells': 'limits',
  'import.too-many-columns': 'limits',
  'import.too-many-rows': 'limits',
  'import.unsafe-xml': 'broken',
  'import.busy': 'busy',
} as const
export type ImportProblem = (typeof KNOWN)[keyof typeof KNOWN] | 'other'

const problemOf = (error: unknown): ImportProblem => {
  const code = error instanceof ApiError ? error.code : null
  return code !== null && code in KNOWN ? KNOWN[code as keyof typeof KNOWN] : 'other'
}

/** What a person waits for while a file is looked at. */
export type Step = 'compare' | 'apply' | 'drop'

/** Work on a file that a person waits for: whether it goes on, and why it failed, in the person's language. */
export function useImportProblem<Name extends string>() {
  const t = useTranslations('import.problem')
  const [busy, setBusy] = useState<Name | null>(null)
  const [problem, setProblem] = useState<ImportProblem | null>(null)
  /** Returns undefined when it failed. */
  const attempt = async <T>(step: Name, work: () => Promise<T>): Promise<T | undefined> => {
    setBusy(step)
    setProblem(null)
    try {
      return await work()
    } catch (error) {
      setProblem(problemOf(error))
      return undefined
    } finally {
      setBusy(null)
    }
  }
  return { busy, problem, words: problem && t(problem), attempt }
}
