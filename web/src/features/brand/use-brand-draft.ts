import { useQueryClient } from '@tanstack/react-query'
import {
  type BrandAnswer,
  type BrandBody,
  type ColourCorrection,
  faultsOfBrand,
  judgeColours,
  tidyBrand,
} from '@tvl/model'
import { useState } from 'react'
import { brandQuery, setBrand } from '../../api/brand.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { type BrandProblem, brandProblem } from './use-brand-problem.ts'

export type DraftState =
  | { kind: 'idle' | 'sending' }
  | { kind: 'saved'; corrections: readonly ColourCorrection[] }
  | { kind: 'failed'; problem: BrandProblem }
  /** Somebody else set it meanwhile: both sides are shown. */
  | { kind: 'conflict'; current: BrandAnswer }

const bodyOf = ({ brand: { names, primary, accent, contact } }: BrandAnswer): BrandBody => ({
  ...{ names, primary, accent, contact },
})

/**
 * What is typed, beside what is in force: it stays until it is sent or given up, whatever the server says meanwhile.
 * `revision` is the one that was seen when typing began.
 */
export function useBrandDraft(saved: BrandAnswer | undefined) {
  const cache = useQueryClient()
  const [typed, setTyped] = useState<{ body: BrandBody; revision: number } | null>(null)
  const [state, setState] = useState<DraftState>({ kind: 'idle' })
  const [isTried, setIsTried] = useState(false)
  const body = typed?.body ?? (saved ? bodyOf(saved) : null)

  const keep = (answer: BrandAnswer) => cache.setQueryData(brandQuery.queryKey, answer)

  /** @param revision the one that the server must still have */
  const send = async (revision: number, tidy: BrandBody): Promise<void> => {
    setState({ kind: 'sending' })
    try {
      const answer = await setBrand(revision, tidy)
      keep(answer)
      setTyped(null)
      setIsTried(false)
      setState({ kind: 'saved', corrections: answer.corrections })
    } catch (error) {
      const current = error instanceof ApiError && error.code === 'brand.changed' ? error.problem.current : undefined
      if (current) setState({ kind: 'conflict', current: current as BrandAnswer })
      else setState({ kind: 'failed', problem: brandProblem(error) })
    }
  }

  return {
    body,
    state,
    /** Faults are shown once somebody has tried to send. */
    isTried,
    change: (change: Partial<BrandBody>) => {
      if (!saved || !body) return
      setTyped({ body: { ...body, ...change }, revision: typed?.revision ?? saved.revision })
      if (state.kind !== 'conflict') setState({ kind: 'idle' })
    },
    /** Returns the first field that stands in the way; null: it is on its way. */
    save: (): string | null => {
      if (!saved || !body) return null
      const tidy = tidyBrand(body)
      const [fault] = faultsOfBrand(tidy)
      const [refusal] = fault ? [] : judgeColours(tidy).refusals
      const field = fault?.field ?? refusal?.field ?? null
      setIsTried(true)
      if (field === null) void send(typed?.revision ?? saved.revision, tidy)
      return field
    },
    keepMine: (current: BrandAnswer) => {
      if (!body) return
      keep(current)
      void send(current.revision, tidyBrand(body))
    },
    takeTheirs: (current: BrandAnswer) => {
      keep(current)
      setTyped(null)
      setState({ kind: 'idle' })
    },
    /** The mark was changed by this page: what was typed over the revision before it stands on the one after it. */
    rebase: (before: number, answer: BrandAnswer) => {
      keep(answer)
      setTyped((now) => (now && now.revision === before ? { ...now, revision: answer.revision } : now))
    },
  }
}

export type BrandDraft = ReturnType<typeof useBrandDraft>
