import { type Evaluation, NO_NEED, termBit } from '@tvl/model'
import { describe, expect, it } from 'vitest'
import { countDistances } from './facet-counts.ts'

const aZone = (airportKm: number | null, failing = 0) => ({ zone: { properties: { airportKm } }, failing })
const anEvaluation = (zones: ReturnType<typeof aZone>[], airportKm: number | null = null) =>
  ({ need: { ...NO_NEED, airportKm }, zones }) as unknown as Evaluation

describe('counts of distances', () => {
  const within = (evaluation: Evaluation, km: number) =>
    countDistances(evaluation).find((count) => count.term === 'airportKm' && count.km === km)

  it('count a site on the bound and leave out one beyond it or of unknown distance', () => {
    const count = within(anEvaluation([aZone(25), aZone(25.1), aZone(null)]), 25)
    expect(count).toMatchObject({ hits: 1, total: 1 })
  })

  it('do not count what fails another term, and do count what fails this one only', () => {
    const count = within(anEvaluation([aZone(9, termBit('airportKm')), aZone(9, termBit('seats'))]), 10)
    expect(count).toMatchObject({ hits: 1, total: 2 })
  })

  it('offer the distance that is asked when it is not among the usual ones', () => {
    expect(within(anEvaluation([aZone(30)], 40), 40)).toMatchObject({ hits: 1, isChosen: true })
  })
})
