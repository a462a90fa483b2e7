import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dayOfIso, isIsoDay, isoOfDay, quarterOf } from './days.ts'

const anyDay = fc.integer({ min: -700_000, max: 2_900_000 })

describe('days', () => {
  it('count like UTC midnights, before 1970 and across every leap rule', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const iso = isoOfDay(day)
        expect(iso).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10))
        expect(dayOfIso(iso)).toBe(day)
      }),
    )
  })

  it.each(['2027-02-29', '2100-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '2026-01-01T00', ''])(
    'refuse %s',
    (text) => {
      expect(isIsoDay(text)).toBe(false)
      expect(() => dayOfIso(text)).toThrow(RangeError)
    },
  )

  it('know the leap days that exist', () => {
    expect([isIsoDay('2028-02-29'), isIsoDay('2000-02-29')]).toEqual([true, true])
  })

  it('refuse to write a day that is not whole or not in four digits', () => {
    expect(() => isoOfDay(0.5)).toThrow(RangeError)
    expect(() => isoOfDay(3_000_000)).toThrow(RangeError)
  })

  it('step over the end of a year', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
  })
})

describe('addMonths', () => {
  it('keeps the day, or takes the last one of a shorter month', () => {
    expect(addMonths('2026-11-23', 3)).toBe('2027-02-23')
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
    expect(addMonths('2027-01-15', -1)).toBe('2026-12-15')
    expect(addMonths('2026-03-31', -13)).toBe('2025-02-28')
  })
})

describe('quarterOf', () => {
  it('finds the quarter a day lies in and those after and before', () => {
    expect(quarterOf('2026-11-23')).toEqual({ year: 2026, quarter: 4, startsOn: '2026-10-01' })
    expect(quarterOf('2026-11-23', 1)).toEqual({ year: 2027, quarter: 1, startsOn: '2027-01-01' })
    expect(quarterOf('2027-03-31', 6)).toEqual({ year: 2028, quarter: 3, startsOn: '2028-07-01' })
    expect(quarterOf('2027-01-01', -1)).toEqual({ year: 2026, quarter: 4, startsOn: '2026-10-01' })
  })
})
