import { describe, expect, it } from 'vitest'
import { addDays } from './days.ts'
import { freshness } from './freshness.ts'

const VERIFIED = '2026-07-10'
const after = (days: number, status: 'free' | 'held' | 'let' | 'under-construction' = 'free') =>
  freshness(VERIFIED, status, addDays(VERIFIED, days))

describe('freshness', () => {
  it.each([
    [0, 'fresh'],
    [29, 'fresh'],
    [30, 'due'],
    [59, 'due'],
    [60, 'late'],
    [89, 'late'],
    [90, 'doubtful'],
    [119, 'doubtful'],
    [120, 'expired'],
  ] as const)('after %i days a free office is %s', (days, state) => {
    expect(after(days)).toMatchObject({ state, days })
  })

  it.each(['let', 'under-construction'] as const)('runs three times slower for an office that is %s', (status) => {
    expect(after(89, status)?.state).toBe('fresh')
    expect(after(90, status)?.state).toBe('due')
    expect(after(359, status)?.state).toBe('doubtful')
    expect(after(360, status)?.state).toBe('expired')
  })

  it('tells when the next verification is due and from when the office no longer counts', () => {
    expect(after(1, 'held')).toMatchObject({ dueOn: '2026-08-09', countedUntil: '2026-11-07' })
    expect(after(1, 'let')).toMatchObject({ dueOn: '2026-10-08', countedUntil: '2027-07-05' })
  })

  it('has no answer for an office never verified', () => {
    expect(freshness(null, 'free', '2026-11-23')).toBeNull()
  })
})
