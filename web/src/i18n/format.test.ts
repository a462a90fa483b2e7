import { describe, expect, it } from 'vitest'
import { formatAsOf, formatDay, formatDistance, formatInstant, formatNumber, formatPercent } from './format.ts'

describe('numbers', () => {
  it('are parted by a no-break space in French and Arabic, by a comma in English', () => {
    expect(formatNumber('fr', 14415)).toBe('14\u00a0415')
    expect(formatNumber('ar', 14415)).toBe('14\u00a0415')
    expect(formatNumber('en', 14415)).toBe('14,415')
  })
  it('have a decimal comma in French and Arabic', () => {
    expect(formatNumber('ar', 18.5)).toBe('18,5')
    expect(formatNumber('en', 18.5)).toBe('18.5')
  })
  it('keep the sign of a percentage with its number in an Arabic line', () => {
    expect(formatPercent('ar', 10, { sign: true })).toBe('\u2066+10\u00a0%\u2069')
    expect(formatPercent('fr', 10, { sign: true })).toBe('+10\u00a0%')
    expect(formatPercent('en', 10)).toBe('10%')
  })
})

describe('dates', () => {
  it('have the month names of Morocco', () => {
    expect(formatDay('ar', '2027-09-01')).toBe('1 شتنبر 2027')
    expect(formatDay('ar', '2027-05-12', 'month')).toBe('ماي 2027')
  })
  it('say the first of the month as French does', () => {
    expect(formatDay('fr', '2027-09-01')).toBe('1ᵉʳ septembre 2027')
    expect(formatDay('fr', '2027-09-11')).toBe('11 septembre 2027')
  })
  it('keep a vague date in the words of its source', () => {
    expect(formatAsOf('en', '2021-03')).toBe('March 2021')
    expect(formatAsOf('en', 'before 2015')).toBe('\u2068before 2015\u2069')
  })
})

describe('instants', () => {
  const instant = new Date('2027-03-15T17:00Z')
  it('are told by the clocks in Morocco', () => {
    expect(formatInstant('fr', instant)).toBe('lun. 15 mars 2027, 18\u00a0h\u00a000')
    expect(formatInstant('en', instant)).toBe('Mon 15 March 2027, 18:00')
    expect(formatInstant('ar', instant)).toBe('الاثنين 15 مارس 2027، 18:00')
    expect(formatInstant('en', new Date('2027-02-20T17:05Z'), 'time')).toBe('17:05')
  })
})

describe('distances', () => {
  it('drop the decimal when it no longer means anything', () => {
    expect(formatDistance('fr', 18.46)).toBe('18,5\u00a0km')
    expect(formatDistance('ar', 146.2)).toBe('146\u00a0كلم')
    expect(formatDistance('en', 10, 'imperial')).toBe('6.2\u00a0mi')
  })
})
