import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OfficeStatus, Verification, VerifiedField } from '../schema/inventory.ts'
import { VERIFIED_FIELDS } from '../schema/inventory.ts'
import { availability } from './availability.ts'
import { addDays } from './days.ts'
import {
  COUNTED_FIELDS,
  FRESHNESS_FIELDS,
  fieldFreshness,
  freshness,
  officeFreshness,
  VERIFICATION_STATES,
  type VerifiedOffice,
  verificationOf,
  withVerified,
} from './freshness.ts'

const VERIFIED = '2026-07-10'
const after = (days: number, status: OfficeStatus = 'free') => freshness(VERIFIED, status, addDays(VERIFIED, days))

const office: VerifiedOffice = {
  status: 'free',
  verifiedOn: VERIFIED,
  verifiedBy: 'manager',
  verificationMethod: 'call',
}
const visit = (on: string): Verification => ({ on, by: 'manager', method: 'site-visit' })

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
    expect(after(days, 'held')).toMatchObject({ state, days })
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

  it('knows every field of the schema that is verified', () => {
    expect([...FRESHNESS_FIELDS].sort()).toEqual([...VERIFIED_FIELDS].sort())
  })
})

describe('the freshness of a field', () => {
  it('is its own where it was verified by itself, else the office’s', () => {
    const own = { ...office, verifications: { fitOut: visit('2026-08-01') } }
    expect(fieldFreshness(own, 'fitOut', '2026-08-31')).toMatchObject({
      state: 'due',
      days: 30,
      on: '2026-08-01',
      by: 'manager',
      method: 'site-visit',
    })
    expect(fieldFreshness(own, 'areaM2', '2026-08-31')).toMatchObject({ days: 52, method: 'call' })
  })

  it('is none where neither it nor the office was verified', () => {
    const never = { ...office, verifiedOn: null, verifications: { seats: visit('2026-08-01') } }
    expect(fieldFreshness(never, 'status', '2026-08-31')).toBeNull()
    expect(fieldFreshness(never, 'seats', '2026-08-31')?.days).toBe(30)
  })
})

describe('the freshness of an office', () => {
  it('is that of the older of its seats and its state, whatever else is old or new', () => {
    const parts = {
      ...office,
      verifications: { status: visit('2026-09-01'), seats: visit('2026-10-01'), fitOut: visit('2026-02-01') },
    }
    expect(officeFreshness(parts, '2026-10-31')).toMatchObject({
      state: 'late',
      field: 'status',
      isCounted: true,
      age: { days: 60, on: '2026-09-01' },
    })
  })

  it('says which field keeps it from being counted', () => {
    const parts = { ...office, verifications: { status: visit('2026-11-01') } }
    expect(officeFreshness(parts, '2026-11-06')).toMatchObject({ state: 'doubtful', isCounted: true, field: 'seats' })
    expect(officeFreshness(parts, '2026-11-07')).toMatchObject({ state: 'expired', isCounted: false, field: 'seats' })
    const never = { ...office, verifiedOn: null, verifications: { status: visit('2026-11-01') } }
    expect(officeFreshness(never, '2026-11-06')).toEqual({
      state: 'never',
      field: 'seats',
      isCounted: false,
      age: null,
    })
  })
})

const day = fc.integer({ min: 0, max: 500 }).map((before) => addDays('2026-11-23', -before))
const verification = fc.record<Verification>({
  on: day,
  by: fc.constantFrom('manager', 'administrator'),
  method: fc.constantFrom('site-visit' as const, 'call' as const, 'import' as const),
})
const fields = fc.subarray([...FRESHNESS_FIELDS], { minLength: 1 })
const anyOffice: fc.Arbitrary<VerifiedOffice> = fc
  .record({
    status: fc.constantFrom<OfficeStatus>('free', 'held', 'let', 'under-construction'),
    verifiedOn: fc.option(day, { freq: 6 }),
    own: fc.array(fc.tuple(fc.constantFrom(...FRESHNESS_FIELDS), verification), { maxLength: 4 }),
  })
  .map(({ status, verifiedOn, own }) => ({
    status,
    verifiedOn,
    verifiedBy: verifiedOn === null ? null : 'manager',
    verificationMethod: verifiedOn === null ? null : 'call',
    ...(own.length > 0 ? { verifications: Object.fromEntries(own) } : {}),
  }))
const dates = { freeFrom: null, holdEndsAt: null, leaseEndsOn: null, deliversOn: null }
const rank = (state: (typeof VERIFICATION_STATES)[number]) => VERIFICATION_STATES.indexOf(state)

describe('for any office', () => {
  it('counted is the same word here and in the availability that every total goes by', () => {
    fc.assert(
      fc.property(anyOffice, day, (one, today) => {
        const { countedUntil } = availability({ ...one, ...dates })
        const own = officeFreshness(one, today)
        expect(own.isCounted).toBe(countedUntil !== null && countedUntil > today)
        expect(own.age?.countedUntil ?? null).toBe(countedUntil)
      }),
    )
  })

  it('nothing becomes fresher by waiting', () => {
    fc.assert(
      fc.property(anyOffice, day, fc.nat(200), (one, today, days) => {
        const later = officeFreshness(one, addDays(today, days))
        expect(rank(later.state)).toBeGreaterThanOrEqual(rank(officeFreshness(one, today).state))
      }),
    )
  })

  it('verifying fields today makes those fresh, leaves the others as they are, and worsens nothing', () => {
    fc.assert(
      fc.property(anyOffice, fields, (one, verified) => {
        const today = '2026-11-23'
        const next = withVerified(one, verified, visit(today))
        for (const field of FRESHNESS_FIELDS) {
          const expected = verified.includes(field) ? visit(today) : verificationOf(one, field)
          expect(verificationOf(next, field)).toEqual(expected)
        }
        const [before, after] = [officeFreshness(one, today), officeFreshness(next, today)]
        expect(rank(after.state)).toBeLessThanOrEqual(rank(before.state))
        if (COUNTED_FIELDS.every((field) => (verified as VerifiedField[]).includes(field))) {
          expect(after).toMatchObject({ state: 'fresh', isCounted: true })
        }
        if (!COUNTED_FIELDS.some((field) => (verified as VerifiedField[]).includes(field))) {
          expect(after).toEqual(before)
        }
      }),
    )
  })
})
