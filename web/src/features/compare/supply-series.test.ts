import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisSteps } from './supply-series.ts'

describe('the steps of an axis', () => {
  it('are round, begin at 0 and reach the most there is', () => {
    expect(axisSteps(640)).toEqual([0, 200, 400, 600, 800])
    expect(axisSteps(0)).toEqual([0, 1])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (most) => {
        const steps = axisSteps(most)
        const last = steps[steps.length - 1] ?? 0
        expect(steps[0]).toBe(0)
        expect(last).toBeGreaterThanOrEqual(most)
        expect(steps.length).toBeLessThanOrEqual(6)
      }),
    )
  })
})
