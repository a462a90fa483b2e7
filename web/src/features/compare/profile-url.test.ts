import { CRITERIA, DEFAULT_WEIGHTS, type Measure, SCALES, type Weights } from '@tvl/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveWeight, readBounds, readWeights, vetoesOf, writeBounds, writeWeights } from './profile-url.ts'

const weights: fc.Arbitrary<Weights> = fc.record(
  Object.fromEntries(CRITERIA.map((criterion) => [criterion, fc.integer({ min: 0, max: 60 })])) as Record<
    (typeof CRITERIA)[number],
    fc.Arbitrary<number>
  >,
)
const hundredths = (given: Weights) => CRITERIA.reduce((sum, criterion) => sum + Math.round(given[criterion] * 100), 0)

describe('weights in the address', () => {
  it('come back as they were written, and always make 100', () => {
    fc.assert(
      fc.property(weights, (given) => {
        const text = writeWeights(given)
        const read = readWeights(text)
        expect(hundredths(read)).toBe(10_000)
        expect(writeWeights(read)).toBe(text)
      }),
    )
  })

  it('need no words when they are the default ones', () => {
    expect(writeWeights(DEFAULT_WEIGHTS)).toBeNull()
    expect(readWeights(undefined)).toEqual(DEFAULT_WEIGHTS)
  })

  it('are the default ones where the text is not readable', () => {
    expect(readWeights('rent:-4,taxes:x,zzz:5,premium:5:5,:,talent')).toEqual(DEFAULT_WEIGHTS)
    expect(readWeights(CRITERIA.map((criterion) => `${criterion}:0`).join(','))).toEqual(DEFAULT_WEIGHTS)
  })

  it('move one and share the rest in proportion', () => {
    const moved = moveWeight(DEFAULT_WEIGHTS, 'rent', 60)
    expect(moved.rent).toBe(60)
    expect(moved.talent).toBe(12.5)
    expect(hundredths(moved)).toBe(10_000)
    const alone = moveWeight(DEFAULT_WEIGHTS, 'rent', 100)
    expect(alone).toMatchObject({ rent: 100, talent: 0 })
    // From there back, the others come back as they are by default, since nothing is left of their proportions.
    expect(moveWeight(alone, 'rent', 20)).toEqual(DEFAULT_WEIGHTS)
  })
})

describe('bounds in the address', () => {
  it('come back as they were written', () => {
    const bounds = fc.dictionary(
      fc.constantFrom(...(Object.keys(SCALES) as Measure[])),
      fc.integer({ min: 0, max: 9_999_999 }),
    )
    fc.assert(
      fc.property(bounds, (given) => {
        expect(readBounds(writeBounds(given))).toEqual({ ...given })
      }),
    )
  })

  it('are none where the text is not readable', () => {
    expect(readBounds('rent:abc,__proto__:3,toString:2,airport:12345678')).toEqual({})
    expect(writeBounds({})).toBeNull()
  })

  it('rule out on the measure in use alone, seats as shares of the asked ones', () => {
    const bounds = readBounds('rent:110,talent-language:60,availability:250,airport:25')
    expect(vetoesOf(bounds, false)).toEqual([
      { criterion: 'rent', bound: 'at-most', value: 110 },
      { criterion: 'availability', bound: 'at-least', value: 0.5 },
      { criterion: 'airport', bound: 'at-most', value: 25 },
    ])
    expect(vetoesOf(bounds, true)).toContainEqual({ criterion: 'talent', bound: 'at-least', value: 60 })
  })
})
