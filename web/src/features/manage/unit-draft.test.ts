import type { Office } from '@tvl/model'
import { describe, expect, it } from 'vitest'
import { draftOf, readDecimal, readDraft } from './unit-draft.ts'

const OFFICE: Office = {
  name: 'A-1',
  zoneId: 'z',
  buildingId: 'a',
  floor: 1,
  stackOrder: 0,
  areaM2: 400,
  seats: 42,
  fitOut: 'fitted',
  rentMadPerM2Month: 78,
  serviceChargeMadPerM2Month: null,
  status: 'free',
  leaseEndsOn: null,
  holdEndsAt: null,
  deliversOn: null,
  freeFrom: null,
  verifiedOn: '2026-11-01',
  verifiedBy: 'zone-manager',
  verificationMethod: 'call',
  provenance: {},
}

describe('a draft of a unit', () => {
  it('that nothing was changed in changes nothing', () => {
    for (const office of [OFFICE, { ...OFFICE, status: 'held' as const, holdEndsAt: '2027-03-15T18:00Z' }]) {
      expect(readDraft(office, draftOf(office))).toEqual({ office, patch: {}, unreadable: [] })
    }
  })

  it('holds until a minute by the clocks of Morocco', () => {
    const draft = { ...draftOf(OFFICE), status: 'held' as const, holdDay: '2027-03-15', holdTime: '18:00' }
    expect(readDraft(OFFICE, draft).patch).toEqual({ status: 'held', holdEndsAt: '2027-03-15T18:00Z' })
  })

  it.each([
    ['seats', { seats: '70000' }],
    ['rentMadPerM2Month', { rent: '99999999999' }],
    ['freeFrom', { freeFrom: '27777-12-31' }],
    ['leaseEndsOn', { status: 'let', leaseEndsOn: '9999-12-31' }],
    ['leaseEndsOn', { status: 'let', leaseEndsOn: '0002-12-03' }],
    ['deliversOn', { status: 'under-construction', deliversOn: '2101-01-01' }],
    ['holdEndsAt', { status: 'held', holdDay: '9999-12-31', holdTime: '18:00' }],
  ] as const)('takes no %s beyond what the catalogue holds: %j', (field, typed) => {
    const reading = readDraft(OFFICE, { ...draftOf(OFFICE), ...typed })
    expect(reading.unreadable).toEqual([field])
    expect(Object.keys(reading.patch)).not.toContain(field)
  })

  it('asks a hold for its end, but not one that never had any', () => {
    const held = { ...draftOf(OFFICE), status: 'held' as const, holdDay: '' }
    expect(readDraft(OFFICE, held).unreadable).toEqual(['holdEndsAt'])
    const endless: Office = { ...OFFICE, status: 'held', holdEndsAt: null }
    expect(readDraft(endless, { ...draftOf(endless), seats: '30' }).unreadable).toEqual([])
    expect(readDraft(endless, { ...draftOf(endless), holdDay: '2027-03-15', holdTime: '' }).unreadable).toEqual([
      'holdEndsAt',
    ])
  })

  it('gives up the dates that another state had', () => {
    const held: Office = { ...OFFICE, status: 'held', holdEndsAt: '2027-03-15T18:00Z' }
    const draft = { ...draftOf(held), status: 'let' as const, leaseEndsOn: '2030-01-31' }
    expect(readDraft(held, draft).patch).toEqual({ status: 'let', holdEndsAt: null, leaseEndsOn: '2030-01-31' })
  })

  it('tells what cannot be read, and publishes nothing of it', () => {
    const draft = { ...draftOf(OFFICE), seats: '0', rent: '7x' }
    expect(readDraft(OFFICE, draft)).toEqual({ office: OFFICE, patch: {}, unreadable: ['seats', 'rentMadPerM2Month'] })
    expect(readDraft(OFFICE, { ...draftOf(OFFICE), rent: '78.123' }).unreadable).toEqual(['rentMadPerM2Month'])
    expect(readDraft(OFFICE, { ...draftOf(OFFICE), rent: '' }).patch).toEqual({ rentMadPerM2Month: null })
  })

  it.each([
    ['1 234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['78', 78],
    ['78,5', 78.5],
    ['-3', null],
    ['1e3', null],
    ['', null],
  ] as const)('reads %j as %j', (text, value) => {
    expect(readDecimal(text)).toBe(value)
  })
})
