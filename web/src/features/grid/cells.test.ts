import type { Office } from '@tvl/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellText, differing, EDITABLE, readTyped } from './cells.ts'

const anOffice = (over: Partial<Office> = {}): Office => ({
  name: 'A-1',
  zoneId: 'z',
  buildingId: 'a',
  floor: 1,
  stackOrder: 0,
  areaM2: 400,
  seats: 42,
  fitOut: 'fitted',
  rentMadPerM2Month: 78.5,
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
  ...over,
})
const LANGUAGES = ['fr', 'ar', 'en'] as const
const today = '2026-11-23'

describe('a cell', () => {
  it('reads back what it shows, in every language and state', () => {
    const office = fc.record({
      seats: fc.integer({ min: 1, max: 5000 }),
      rentMadPerM2Month: fc.option(fc.integer({ min: 0, max: 40_000 }).map((centimes) => centimes / 100)),
      state: fc.constantFrom<Partial<Office>>(
        { status: 'free', freeFrom: '2027-02-01' },
        { status: 'free' },
        { status: 'held', holdEndsAt: '2027-03-15T17:00Z' },
        { status: 'let', leaseEndsOn: '2029-04-30' },
        { status: 'under-construction', deliversOn: '2028-01-01' },
      ),
    })
    fc.assert(
      fc.property(office, fc.constantFrom(...LANGUAGES), fc.constantFrom(...EDITABLE), (drawn, language, column) => {
        const { state, ...rest } = drawn
        const one = anOffice({ ...rest, ...state })
        const reading = readTyped(one, column, cellText(one, column, language), { language, today })
        expect(reading).toHaveProperty('edit')
        if ('edit' in reading) expect(differing(one, reading.edit)).toEqual({})
      }),
    )
  })

  it('takes the state in any of the languages, and gives up the dates of the former one', () => {
    const held = anOffice({ status: 'held', holdEndsAt: '2027-03-15T17:00Z' })
    for (const word of ['loué', 'let', 'مؤجر']) {
      expect(readTyped(held, 'status', word, { language: 'fr', today })).toMatchObject({
        edit: { status: 'let', holdEndsAt: null },
      })
    }
    expect(readTyped(anOffice(), 'status', 'held', { language: 'en', today })).toMatchObject({
      edit: { status: 'held', holdEndsAt: '2026-12-23T18:00Z' },
    })
  })

  it.each([
    ['seats', '0', 'minimum'],
    ['seats', '4.5', 'number.not-whole'],
    ['seats', '', 'minimum'],
    ['rentMadPerM2Month', 'soon', 'number.unreadable'],
    ['status', 'maybe', 'choice'],
    ['date', '31/02/2027', 'date.unreal'],
    ['rentMadPerM2Month', '=1+1', 'cell.formula'],
  ] as const)('refuses in %s: %j', (column, text, code) => {
    expect(readTyped(anOffice(), column, text, { language: 'en', today })).toMatchObject({ fault: { code } })
  })
})
