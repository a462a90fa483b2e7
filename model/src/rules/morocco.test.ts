import { describe, expect, it } from 'vitest'
import { dayInMorocco } from './morocco.ts'

describe('the day in Morocco', () => {
  it('begins an hour before that of UTC, and with it during Ramadan', () => {
    expect(dayInMorocco(new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-23')
    expect(dayInMorocco(new Date('2026-03-01T23:30:00Z'))).toBe('2026-03-01')
  })
})
