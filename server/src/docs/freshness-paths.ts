import { FreshnessBoard } from '@tvl/model/schema'
import { operation } from './operation.ts'

export const FRESHNESS_TAG = 'Freshness'

/** How long ago the inventory was verified, and what is due. */
export function freshnessPaths(): Record<string, unknown> {
  return {
    '/api/freshness': {
      get: operation({
        id: 'getFreshness',
        tag: FRESHNESS_TAG,
        summary: 'The public board: offices and seats by the age of their verification, by zone, region and country',
        description:
          'A free or held office is fresh for 30 days, then due, late from 60, doubtful from 90, and no longer counted from ' +
          '120 days on. For offices that are let or being built the days count threefold. Regions are the sums of their zones.',
        answer: FreshnessBoard,
        problems: { 400: 'A parameter that it does not know (`parameter.unknown`)' },
      }),
    },
  }
}
