import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centimesOfMad, convert, type ExchangeRate, madOfCentimes, showMoney } from './money.ts'

const aRate = (madPerUnit: string, currency: ExchangeRate['currency'] = 'EUR'): ExchangeRate => ({
  currency,
  madPerUnit,
  asOf: '2026-11-20',
})

describe('centimesOfMad', () => {
  it('is exact for every amount written to the centime', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), (centimes) => {
        expect(centimesOfMad(madOfCentimes(centimes))).toBe(centimes)
      }),
    )
  })
  it('rounds half away from zero on the digits a person sees', () => {
    expect(centimesOfMad(1.005)).toBe(101)
    expect(centimesOfMad(-1.005)).toBe(-101)
    expect(centimesOfMad(8.575)).toBe(858)
  })
  it('refuses what is no amount', () => {
    expect(() => centimesOfMad(Number.NaN)).toThrow(RangeError)
  })
})

describe('convert', () => {
  it('comes back within half a centime of the rate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.integer({ min: 10_001, max: 150_000 }),
        (centimes, rate) => {
          const madPerUnit = rate / 10_000
          const cents = convert(centimes, aRate(madPerUnit.toFixed(4)))
          expect(Math.abs(cents * madPerUnit - centimes)).toBeLessThanOrEqual(madPerUnit / 2 + 1e-3)
        },
      ),
    )
  })
  it('is exact where binary fractions are not', () => {
    expect(convert(10_785, aRate('10.785'))).toBe(1000)
    expect(convert(3, aRate('2'))).toBe(2)
    expect(convert(-3, aRate('2'))).toBe(-2)
  })
  it.each(['0.00', '-1', 'ten', '1e3', ''])('refuses %j as a rate', (rate) => {
    expect(() => convert(100, aRate(rate))).toThrow(RangeError)
  })
})

describe('showMoney', () => {
  it('shows dirhams without any rate, and nothing at all without one for another currency', () => {
    expect(showMoney(12_100, 'MAD', [], { locale: 'en' })).toBe('MAD\u00a0121')
    expect(showMoney(12_100, 'EUR', [], { locale: 'en' })).toBeNull()
  })
  it('shows euros at the given rate', () => {
    expect(showMoney(12_100, 'EUR', [aRate('10.785')], { locale: 'en', fractionDigits: 2 })).toBe('€11.22')
  })
})
