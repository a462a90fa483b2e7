import { describe, expect, it } from 'vitest'
import { availability } from './availability.ts'

const stored = {
  status: 'free' as const,
  freeFrom: null,
  verifiedOn: '2026-11-01',
  holdEndsAt: null,
  leaseEndsOn: null,
  deliversOn: null,
}

describe('an office is available', () => {
  it('from its verification if it is free and no other day is given', () => {
    expect(availability(stored).availableFrom).toBe('2026-11-01')
    expect(availability({ ...stored, freeFrom: '2026-09-01' }).availableFrom).toBe('2026-09-01')
    expect(availability({ ...stored, freeFrom: '2027-02-01' }).availableFrom).toBe('2027-02-01')
    expect(availability({ ...stored, verifiedOn: null }).availableFrom).toBeNull()
  })

  it('the day after a hold ends, and not before it is free', () => {
    const held = { ...stored, status: 'held' as const, holdEndsAt: '2026-12-31T17:00Z' }
    expect(availability(held).availableFrom).toBe('2027-01-01')
    expect(availability({ ...held, freeFrom: '2026-06-01' }).availableFrom).toBe('2027-01-01')
    expect(availability({ ...held, freeFrom: '2027-03-01' }).availableFrom).toBe('2027-03-01')
    expect(availability({ ...held, holdEndsAt: null }).availableFrom).toBeNull()
  })

  it('the day after its lease ends; a lease without an end never frees it', () => {
    const let_ = { ...stored, status: 'let' as const, leaseEndsOn: '2028-02-28' }
    expect(availability(let_).availableFrom).toBe('2028-02-29')
    expect(availability({ ...let_, leaseEndsOn: null, freeFrom: '2026-01-01' }).availableFrom).toBeNull()
  })

  it('on its delivery if it is being built', () => {
    const site = { ...stored, status: 'under-construction' as const, deliversOn: '2027-06-15' }
    expect(availability(site).availableFrom).toBe('2027-06-15')
    expect(availability({ ...site, deliversOn: null }).availableFrom).toBeNull()
  })
})

it('tells the day in Morocco on which a hold ends', () => {
  expect(availability({ ...stored, status: 'held', holdEndsAt: '2026-07-31T23:30Z' }).holdEndsOn).toBe('2026-08-01')
  expect(availability(stored).holdEndsOn).toBeNull()
})

describe('an office is counted', () => {
  it.each([
    ['free', '2027-03-01'],
    ['held', '2027-03-01'],
    ['let', '2027-10-27'],
    ['under-construction', '2027-10-27'],
  ] as const)('%s: until %s, 120 or 360 days after 1 November 2026', (status, until) => {
    expect(availability({ ...stored, status }).countedUntil).toBe(until)
  })

  it('never, if it was never verified', () => {
    expect(availability({ ...stored, verifiedOn: null }).countedUntil).toBeNull()
  })

  it('by the older of its seats and its state, whatever else was verified', () => {
    const by = { by: 'zone-manager', method: 'call' as const }
    const old = { status: { on: '2026-12-01', ...by }, rentMadPerM2Month: { on: '2026-12-20', ...by } }
    expect(availability({ ...stored, verifications: old }).countedUntil).toBe('2027-03-01')
    expect(
      availability({ ...stored, verifications: { ...old, seats: { on: '2026-12-11', ...by } } }).countedUntil,
    ).toBe('2027-03-31')
    expect(availability({ ...stored, verifiedOn: null, verifications: old }).countedUntil).toBeNull()
  })
})
