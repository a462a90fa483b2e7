import moment from 'moment-timezone'
import { describe, expect, it } from 'vitest'
import { clockInMorocco, dayInMorocco, instantInMorocco, minutesAheadInMorocco } from './morocco.ts'
import { IANA_RELEASE, OFFSETS } from './morocco-offsets.ts'

describe('the clocks of Morocco', () => {
  it('are those of the newest packed IANA data, hour by hour', () => {
    const zone = moment.tz.zone('Africa/Casablanca')
    expect(IANA_RELEASE).toBe(moment.tz.dataVersion)
    const first = Date.parse(OFFSETS[0]?.[0] ?? '')
    for (let at = first; at < Date.UTC(2032, 0, 1); at += 3_600_000) {
      if (minutesAheadInMorocco(new Date(at)) !== -(zone?.utcOffset(at) ?? Number.NaN) + 0) {
        throw new Error(`${new Date(at).toISOString()} differs`)
      }
    }
  })

  it('left UTC+1 on 20 September 2026', () => {
    expect(minutesAheadInMorocco(new Date('2026-09-20T00:59:59Z'))).toBe(60)
    expect(minutesAheadInMorocco(new Date('2026-09-20T01:00:00Z'))).toBe(0)
  })

  it('begin the day with UTC now, and an hour before it until then', () => {
    expect(dayInMorocco(new Date('2026-07-22T23:30:00Z'))).toBe('2026-07-23')
    expect(dayInMorocco(new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-22')
    expect(dayInMorocco(new Date('2026-03-01T23:30:00Z'))).toBe('2026-03-01')
  })
})

describe('an instant by the clocks of Morocco', () => {
  it('comes back to the same clock', () => {
    expect(instantInMorocco('2027-03-15', '18:00')).toBe('2027-03-15T18:00Z')
    expect(instantInMorocco('2026-07-15', '18:00')).toBe('2026-07-15T17:00Z')
    for (let day = Date.UTC(2025, 0, 1); day < Date.UTC(2029, 0, 1); day += 86_400_000 * 3) {
      const iso = new Date(day).toISOString().slice(0, 10)
      const instant = instantInMorocco(iso, '12:34')
      expect(instant && clockInMorocco(new Date(instant))).toEqual({ day: iso, time: '12:34' })
    }
  })

  it('takes an hour that is left out by the clock before it, and of a double hour the first', () => {
    // On 22 March 2026 the clocks went from 02:00 to 03:00, on 15 February from 03:00 back to 02:00.
    expect(instantInMorocco('2026-03-22', '02:30')).toBe('2026-03-22T02:30Z')
    expect(instantInMorocco('2026-02-15', '02:30')).toBe('2026-02-15T01:30Z')
  })

  it('is none for what is no day or no time', () => {
    const none = [
      ['2027-02-30', '10:00'],
      ['2027-2-3', '10:00'],
      ['2027-02-03', '24:00'],
      ['', ''],
    ] as const
    for (const [day, time] of none) expect(instantInMorocco(day, time)).toBeNull()
  })
})
