import { describe, expect, it } from 'vitest'
import { clockInMorocco, dayInMorocco, instantInMorocco } from './morocco.ts'

describe('the day in Morocco', () => {
  it('begins an hour before that of UTC, and with it during Ramadan', () => {
    expect(dayInMorocco(new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-23')
    expect(dayInMorocco(new Date('2026-03-01T23:30:00Z'))).toBe('2026-03-01')
  })
})

describe('an instant by the clocks of Morocco', () => {
  it('follows their changes around Ramadan, and comes back to the same clock', () => {
    expect(instantInMorocco('2027-03-15', '18:00')).toBe('2027-03-15T17:00Z')
    expect(instantInMorocco('2027-02-20', '18:00')).toBe('2027-02-20T18:00Z')
    for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2029, 0, 1); day += 86_400_000 * 3) {
      const iso = new Date(day).toISOString().slice(0, 10)
      const instant = instantInMorocco(iso, '12:34')
      expect(instant && clockInMorocco(new Date(instant))).toEqual({ day: iso, time: '12:34' })
    }
  })

  it('takes an hour that is left out by the clock before it, and of a double hour the first', () => {
    // On 14 March 2027 the clocks go from 02:00 to 03:00, on 7 February from 03:00 back to 02:00.
    expect(instantInMorocco('2027-03-14', '02:30')).toBe('2027-03-14T02:30Z')
    expect(instantInMorocco('2027-02-07', '02:30')).toBe('2027-02-07T01:30Z')
  })

  it('is none for what is no day or no time', () => {
    for (const [day, time] of [
      ['2027-02-30', '10:00'],
      ['2027-2-3', '10:00'],
      ['2027-02-03', '24:00'],
      ['', ''],
    ] as const) {
      expect(instantInMorocco(day, time)).toBeNull()
    }
  })
})
