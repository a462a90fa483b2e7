import type { Evaluation, ZoneEvaluation, ZoneScore } from '@tvl/model'
import { describe, expect, it } from 'vitest'
import { orderHits } from './use-search.ts'

const aZone = (id: string, change: Partial<ZoneEvaluation> = {}): ZoneEvaluation =>
  ({
    zone: { id },
    isHit: true,
    contiguousSeats: 100,
    minRentMadPerM2Month: 90,
    block: null,
    ...change,
  }) as ZoneEvaluation
const anEvaluation = (...zones: ZoneEvaluation[]) => ({ zones }) as unknown as Evaluation
const aScore = (id: string, mid: number, low = mid, high = mid) =>
  [
    id,
    { score: { id, low, mid, high, vetoed: [], vetoUnknown: [], contributions: [] } } as unknown as ZoneScore,
  ] as const
const ids = (hits: ReturnType<typeof orderHits>) => hits.map((hit) => hit.evaluation.zone.id)

describe('the order of the hits', () => {
  const scores = new Map([aScore('a', 50), aScore('b', 70), aScore('c', 70)])

  it('is the score, then the id, and numbers the hits from 1', () => {
    const hits = orderHits(anEvaluation(aZone('a'), aZone('c'), aZone('b')), scores, 'score')
    expect(ids(hits)).toEqual(['b', 'c', 'a'])
    expect(hits.map(({ rank }) => rank)).toEqual([1, 2, 3])
  })

  it('leaves out what is no hit, without moving the rest', () => {
    const hits = orderHits(anEvaluation(aZone('a'), aZone('c', { isHit: false }), aZone('b')), scores, 'score')
    expect(ids(hits)).toEqual(['b', 'a'])
  })

  it('puts an unknown rent last and breaks ties by the neutral order', () => {
    const zones = [aZone('a', { minRentMadPerM2Month: null }), aZone('c'), aZone('b')]
    expect(ids(orderHits(anEvaluation(...zones), scores, 'rent'))).toEqual(['b', 'c', 'a'])
  })

  it('says which ranks unknown values leave open', () => {
    const open = new Map([aScore('a', 50, 40, 80), aScore('b', 70)])
    const [first, second] = orderHits(anEvaluation(aZone('a'), aZone('b')), open, 'score')
    expect(first?.interval).toMatchObject({ id: 'b', best: 1, worst: 2 })
    expect(second?.interval).toMatchObject({ id: 'a', best: 1, worst: 2 })
  })
})
