import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from './cell.ts'
import { choiceOf, choiceWord, choiceWords } from './choices.ts'
import { readInstant, readWallTime, wallTimeInMorocco } from './dates.ts'
import { bulkField } from './fields.ts'
import { neutralised, restored } from './neutral.ts'
import { decimalIn, readNumber } from './numbers.ts'
import { type CellContext, readCell } from './read-cell.ts'

const CONTEXT: CellContext = {
  decimal: ',',
  is1904: false,
  zoneOf: (text) => (text === 'Fès Shore' ? { id: 'fes-shore' } : { code: 'unknown' }),
  buildingOf: () => ({ code: 'ambiguous' }),
}
const read = (name: string, cell: Cell, context = CONTEXT) => {
  const field = bulkField('offices', name)
  if (!field) throw new Error(name)
  return readCell(field, cell, context)
}

describe('a number', () => {
  it.each([
    ['1 234,5', ',', 1234.5],
    ['1\u202f234,5', ',', 1234.5],
    ['1\u00a0234', ',', 1234],
    ['1,234.5', '.', 1234.5],
    ['1,234.5', ',', 1234.5],
    ['1.234,5', '.', 1234.5],
    ['1.234.567', ',', 1234567],
    ["1'234.5", '.', 1234.5],
    ['١٬٢٣٤٫٥', '.', 1234.5],
    ['١٬٢٣٤٫٥', ',', 1234.5],
    ['۱۲۳', ',', 123],
    ['110,5 MAD/m²', ',', 110.5],
    ['85 درهم', ',', 85],
    ['-1', ',', -1],
    ['\u200f1 234,5', ',', 1234.5],
  ] as const)('is read from %j with decimal %j', (text, decimal, value) => {
    expect(readNumber(text, decimal, false)).toBe(value)
  })

  it('of one group of three goes by the language, and is a group where it must be whole', () => {
    expect([readNumber('1,234', ',', false), readNumber('1,234', '.', false)]).toEqual([1.234, 1234])
    expect([readNumber('1,234', ',', true), readNumber('1.234', '.', true)]).toEqual([1234, 1234])
    expect(readNumber('0,234', '.', false)).toBe(0.234)
  })

  it.each(['', 'abc', '1,2,3', '1.23.4', '12 m² et plus', '1,23.456,7', '--1', 'Infinity', '0x10', '=1'])(
    'is not read from %j',
    (text) => {
      expect(readNumber(text, ',', false)).toBeUndefined()
    },
  )

  it('comes back from how each language writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (hundredths) => {
        const value = hundredths / 100
        for (const [language, decimal] of [
          ['fr', ','],
          ['en', '.'],
          ['de', ','],
          ['ar-EG', '.'],
        ] as const) {
          const text = new Intl.NumberFormat(language, { minimumFractionDigits: 2 }).format(value)
          expect([language, text, readNumber(text.replace('\u061c', ''), decimal, false)]).toEqual([
            language,
            text,
            value,
          ])
        }
      }),
    )
  })

  it('of a rent loses what binary fractions add to a computed cell, and nothing that was written', () => {
    expect(read('rentMadPerM2Month', { f: 'A1+B1', v: 0.1 + 0.2 })).toEqual({ value: 0.3 })
    expect(read('serviceChargeMadPerM2Month', 129.99999999999997)).toEqual({ value: 130 })
    expect(read('rentMadPerM2Month', '110,125')).toEqual({ value: 110.125 })
  })

  it('shows by its column which sign is before the decimals', () => {
    expect(decimalIn(['1 234,5', '90', '1,234'])).toBe(',')
    expect(decimalIn(['1,234.50', '90'])).toBe('.')
    expect(decimalIn(['1,234', '12'])).toBeNull()
  })
})

describe('a date', () => {
  it.each([
    ['2027-12-31', '2027-12-31'],
    ['31/12/2027', '2027-12-31'],
    ['31.12.27', '2027-12-31'],
    ['1-2-2027', '2027-02-01'],
    ['31 décembre 2027', '2027-12-31'],
    ['1er mars 2027', '2027-03-01'],
    ['31 déc. 2027', '2027-12-31'],
    ['December 31, 2027', '2027-12-31'],
    ['31-Dec-2027', '2027-12-31'],
    ['٣١ دجنبر ٢٠٢٧', '2027-12-31'],
    ['31 كانون الأول 2027', '2027-12-31'],
    [46_752, '2027-12-31'],
    ['46752', '2027-12-31'],
    [{ d: '2027-12-31T00:00' }, '2027-12-31'],
  ] as const)('is read from %j', (cell, day) => {
    expect(readWallTime(cell)).toEqual({ value: { day, time: null } })
  })

  it('of a workbook that counts from 1904 is the same day', () => {
    expect(readWallTime(46_752 - 1462, true)).toEqual({ value: { day: '2027-12-31', time: null } })
  })

  it('is the day before the month, and never guessed the other way', () => {
    expect(readWallTime('03/04/2027')).toEqual({ value: { day: '2027-04-03', time: null } })
    expect(readWallTime('12/31/2027')).toEqual({ code: 'date.unreal' })
    expect(readWallTime('31/02/2027')).toEqual({ code: 'date.unreal' })
    for (const cell of ['soon', 'T3 2027', '', true, 12, 3e9, '99999999'])
      expect([cell, readWallTime(cell)]).toEqual([cell, { code: 'date.unreadable' }])
  })

  it('has its hour in Morocco, whose clocks have changed', () => {
    expect(readInstant('15/07/2026 18:00')).toEqual({ value: '2026-07-15T17:00Z' })
    expect(readInstant('15/07/2027 à 18h30')).toEqual({ value: '2027-07-15T18:30Z' })
    expect(readInstant({ d: '2027-07-15T18:00' })).toEqual({ value: '2027-07-15T18:00Z' })
    expect(readInstant('2027-07-15T18:00+02:00')).toEqual({ value: '2027-07-15T16:00Z' })
    // A day alone lasts to its end.
    expect(readInstant('15/07/2027')).toEqual({ value: '2027-07-15T23:59Z' })
    expect(readInstant('25/13/2027 10:00')).toEqual({ code: 'date.unreal' })
    expect(readInstant('25/12/2027 25:00')).toEqual({ code: 'date.unreal' })
  })

  it('comes back from its wall time, but for the hour that clocks pass twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 525_600 * 3 }), (minutes) => {
        const instant = `${new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString().slice(0, 16)}Z`
        const back = readInstant({ d: wallTimeInMorocco(instant) })
        const value = 'value' in back ? back.value : ''
        // Midnight in a cell of dates is a day alone.
        fc.pre(!wallTimeInMorocco(instant).endsWith('00:00'))
        expect(value === instant || Date.parse(instant) - Date.parse(value) === 3_600_000).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a cell', () => {
  it('is read as its column has it', () => {
    expect(read('seats', '1 200 postes')).toEqual({ value: 1200 })
    expect(read('status', 'LOUÉ')).toEqual({ value: 'let' })
    expect(read('status', 'شاغر')).toEqual({ value: 'free' })
    expect(read('fitOut', 'Clé en main')).toEqual({ value: 'plug-and-play' })
    expect(read('zoneId', 'Fès Shore')).toEqual({ value: 'fes-shore' })
    expect(read('name', '  A-00-1 \u00a0 bis ')).toEqual({ value: 'A-00-1 bis' })
    expect(read('name', 12)).toEqual({ value: '12' })
    expect(read('areaM2', { f: 'B2*8', v: 320 })).toEqual({ value: 320 })
  })

  it('that is empty says nothing, and says unknown by a word', () => {
    for (const cell of [null, '', ' \u00a0', '\u200f']) expect(read('leaseEndsOn', cell)).toEqual({ isBlank: true })
    for (const cell of ['inconnu', 'N/A', 'غير معروف', '—']) expect(read('leaseEndsOn', cell)).toEqual({ value: null })
  })

  it.each([
    ['seats', 'beaucoup', 'number.unreadable'],
    ['seats', 12.5, 'number.not-whole'],
    ['seats', true, 'number.unreadable'],
    ['leaseEndsOn', '12/31/2027', 'date.unreal'],
    ['status', 'peut-être', 'choice'],
    ['zoneId', 'Atlantis', 'zone.unknown'],
    ['buildingId', 'A', 'building.ambiguous'],
    ['id', 'a b', 'id.malformed'],
    ['id', '../../etc', 'id.malformed'],
    ['name', 'x'.repeat(301), 'too-long'],
    ['seats', { e: '#REF!' }, 'cell.error'],
    ['seats', { f: 'B2', v: { e: '#DIV/0!' } }, 'cell.error'],
  ] as const)('of %s that says %j is refused as %s', (name, cell, code) => {
    expect(read(name, cell)).toMatchObject({ fault: { code } })
  })

  it.each(['=1+1', '=cmd|’/C calc’!A0', '+1+1|x', '-2+3+cmd|x', '@SUM(1)'])(
    'that is the text of a formula, %j, is refused in every column',
    (text) => {
      for (const name of ['name', 'seats', 'status', 'leaseEndsOn', 'buildingId'])
        expect([name, read(name, text)]).toMatchObject([name, { fault: {} }])
      expect(read('name', text)).toEqual({ fault: { code: 'cell.formula' } })
      expect(read('seats', text.replace(/^[-+]\d/, '='))).toEqual({ fault: { code: 'cell.formula' } })
    },
  )

  it('whose formula reaches out of the workbook is refused, whatever it came to', () => {
    for (const f of ['[1]Feuil1!A1', 'WEBSERVICE("http://x")', 'HYPERLINK("http://x","y")', "cmd|'/C calc'!A0"])
      expect(read('name', { f, v: 'A-1' })).toEqual({ fault: { code: 'cell.formula' } })
    expect(read('name', { f: 'A1', v: null })).toEqual({ fault: { code: 'cell.formula' } })
  })
})

describe('a text that looks like a formula', () => {
  it('leaves masked and comes back as it was', () => {
    expect(neutralised('=1+1')).toBe("'=1+1")
    expect(restored("'=1+1")).toBe('=1+1')
    expect(neutralised("'=1")).toBe("''=1")
    expect(neutralised('A-1')).toBe('A-1')
    const start = fc.constantFrom('', "'", "''", '=', '+', '-', '@', '\t', '\r', "'=", "''@", 'A')
    fc.assert(
      fc.property(start, fc.string(), (a, b) => {
        expect(restored(neutralised(a + b))).toBe(a + b)
        expect(neutralised(a + b)).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})

describe('the words of a choice', () => {
  it('come back in every language', () => {
    for (const kind of ['office-status', 'building-status', 'fit-out'] as const)
      for (const language of ['fr', 'ar', 'en'] as const)
        for (const word of choiceWords(kind, language))
          expect(choiceWord(kind, choiceOf(kind, word) ?? '', language)).toBe(word)
  })
})
