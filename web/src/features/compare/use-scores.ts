import { type RankInterval, rankIntervals, type Score, type ScoreProfile, score } from '@tvl/model'
import { useMemo } from 'react'
import { useApp } from '../../state/store.ts'
import { readBounds, readWeights, vetoesOf } from './profile-url.ts'
import type { Subject } from './subjects.ts'

export interface Scored {
  profile: Required<Pick<ScoreProfile, 'weights' | 'vetoes' | 'byLanguage'>>
  scores: readonly Score[]
  /** ranks each can have among the compared sites */
  ranks: readonly RankInterval[]
}

/** How this investor reads sites: weights and bounds from the address, languages from the need. */
export function useProfile(): Scored['profile'] {
  const weights = useApp((state) => state.params.weights)
  const vetoes = useApp((state) => state.params.vetoes)
  const byLanguage = useApp((state) => state.need.languages.length > 0)
  return useMemo(
    () => ({ weights: readWeights(weights), vetoes: vetoesOf(readBounds(vetoes), byLanguage), byLanguage }),
    [weights, vetoes, byLanguage],
  )
}

/** Each site's score looks at that site alone; only the ranks look at the others. */
export function useScores(subjects: readonly Subject[]): Scored {
  const profile = useProfile()
  return useMemo(() => {
    const scores = subjects.map(({ site }) => score(site, profile))
    return { profile, scores, ranks: rankIntervals(scores) }
  }, [subjects, profile])
}
