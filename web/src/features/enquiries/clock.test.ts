import { describe, expect, it } from 'vitest'
import { clockOf } from './clock.ts'

const HOUR = 3_600_000
const row = {
  status: 'new',
  at: '2026-11-23T09:00:00Z',
  dueAt: '2026-11-25T09:00:00Z',
  firstAnsweredAt: null,
  isOverdue: false,
} as const
const now = (hours: number) => Date.parse(row.at) + hours * HOUR

describe('the clock of an enquiry', () => {
  it('never promises more than is left', () => {
    expect(clockOf(row, now(0))).toEqual({ key: 'left', hours: 48 })
    expect(clockOf(row, now(46.1))).toEqual({ key: 'left', hours: 1 })
    expect(clockOf(row, now(47.1))).toEqual({ key: 'minutes', hours: null })
  })

  it('runs on when the time is over, and before the list is read anew', () => {
    expect(clockOf({ ...row, isOverdue: true }, now(50.9))).toEqual({ key: 'overdue', hours: 2 })
    expect(clockOf(row, now(48))).toEqual({ key: 'overdue', hours: 0 })
  })

  it('stands once there was an answer', () => {
    const answered = { ...row, status: 'in-progress', firstAnsweredAt: '2026-11-23T16:20:00Z' } as const
    expect(clockOf(answered, now(90))).toEqual({ key: 'answered', hours: 8 })
    expect(clockOf({ ...row, status: 'closed' }, now(90)).key).toBe('closed')
    expect(clockOf({ ...row, status: 'spam' }, now(90)).key).toBe('spam')
  })
})
