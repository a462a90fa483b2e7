import type { Office } from '@tvl/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellText, copiedText, readTyped } from './cells.ts'
import { EDITABLE, fieldOf } from './columns.ts'
import { anOffice } from './units.maker.ts'

const LANGUAGES = ['fr', 'ar', 'en'] as const

describe('a cell', () => {
  it('reads back what it shows and what is copied of it, in every language and state', () => {
    const office = fc.record({
      name: fc.constantFrom('A-1', '-3', '=B2', 'Plateau "Nord"'),
      seats: fc.integer({ min: 1, max: 5000 }),
      floor: fc.integer({ min: -2, max: 12 }),
      fitOut: fc.constantFrom('shell', 'fitted', 'plug-and-play'),
      rentMadPerM2Month: fc.option(fc.integer({ min: 0, max: 400_000 }).map((centimes) => centimes / 100)),
      state: fc.constantFrom<Partial<Office>>(
        { status: 'free', freeFrom: '2027-02-01' },
        { status: 'free' },
        { status: 'held', holdEndsAt: '2027-03-15T17:00Z' },
        { status: 'held', holdEndsAt: '2027-03-15T23:59Z' },
        { status: 'let', leaseEndsOn: '2029-04-30' },
        { status: 'under-construction', deliversOn: '2028-01-01' },
      ),
    })
    fc.assert(
      fc.property(office, fc.constantFrom(...LANGUAGES), fc.constantFrom(...EDITABLE), (drawn, language, column) => {
        const { state, ...rest } = drawn
        const one = anOffice({ ...rest, ...state } as Partial<Office>)
        const value = one[fieldOf(column, one)]
        expect(readTyped(one, column, copiedText(one, column, language), language)).toEqual({ value })
        if (column !== 'name')
          expect(readTyped(one, column, cellText(one, column, language), language)).toEqual({ value })
      }),
    )
  })

  it.each([
    ['fr', '1 234,5', 1234.5],
    ['fr', '1,234.5', 1234.5],
    ['en', '1 234,5', 1234.5],
    ['en', '1,234.5', 1234.5],
    ['ar', '1 234,5', 1234.5],
    ['ar', '١٢٣٤٫٥', 1234.5],
    ['fr', '78,5', 78.5],
    ['en', '78.5', 78.5],
  ] as const)('takes a rent as people write it in %s: %s', (language, text, value) => {
    expect(readTyped(anOffice(), 'rentMadPerM2Month', text, language)).toEqual({ value })
  })

  it.each([
    ['loué', 'let'],
    ['Let', 'let'],
    ['مكترى', 'let'],
    ['réservé', 'held'],
    ['مجهز', null],
  ] as const)('takes the state in any of the languages: %s', (text, value) => {
    const reading = readTyped(anOffice(), 'status', text, 'en')
    if (value) expect(reading).toEqual({ value })
    else expect(reading).toMatchObject({ fault: { code: 'choice' } })
  })

  it.each([
    ['31/12/2027', '2027-12-31'],
    ['2027-12-31', '2027-12-31'],
    ['31 déc. 2027', '2027-12-31'],
    ['31 دجنبر 2027', '2027-12-31'],
    ['now', null],
    ['maintenant', null],
    ['', null],
  ] as const)('takes a day as people write it: %s', (text, value) => {
    expect(readTyped(anOffice(), 'date', text, 'fr')).toEqual({ value })
  })

  it('gives a hold the minute that is said, or the whole of its last day', () => {
    const held = anOffice({ status: 'held' })
    expect(readTyped(held, 'date', '15/03/2027 18:00', 'fr')).toEqual({ value: '2027-03-15T18:00Z' })
    expect(readTyped(held, 'date', '15/03/2027', 'fr')).toEqual({ value: '2027-03-15T23:59Z' })
  })

  it.each([
    ['seats', '', 'required'],
    ['seats', '4.5', 'number.not-whole'],
    ['name', '', 'required'],
    ['rentMadPerM2Month', 'soon', 'number.unreadable'],
    ['date', '31/02/2027', 'date.unreal'],
    ['rentMadPerM2Month', '=1+1', 'cell.formula'],
  ] as const)('refuses in %s: %j', (column, text, code) => {
    expect(readTyped(anOffice(), column, text, 'en')).toMatchObject({ fault: { code } })
  })
})
