import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rounded } from './rounding.ts'

describe('rounding', () => {
  it('goes up at a half that binary fractions cannot write', () => {
    expect(Math.round(0.29 * 50)).toBe(14)
    expect(rounded(0.29 / 2, 2)).toBe(0.15)
    expect(rounded(1.005, 2)).toBe(1.01)
    expect(rounded(7.474999999999999, 2)).toBe(7.48)
    expect(rounded(7.4749, 2)).toBe(7.47)
    expect(rounded(10.5, 0)).toBe(11)
  })

  it('gives half of any hundredths as whole numbers do', () => {
    const hundredths = fc.integer({ min: 0, max: 10_000 })
    fc.assert(
      fc.property(hundredths, (n) => {
        expect(rounded(n / 100 / 2, 2)).toBe(Math.floor((n + 1) / 2) / 100)
      }),
    )
  })

  it('gives the product of two decimals as whole numbers do', () => {
    const decimals = fc.integer({ min: 0, max: 10_000 })
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(rounded((a / 100) * (b / 10_000), 2)).toBe(Math.floor((a * b + 5_000) / 10_000) / 100)
      }),
    )
  })
})
