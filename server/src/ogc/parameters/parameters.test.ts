import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ordinaryBoxes, readBbox } from './bbox.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { readDatetime } from './datetime.ts'
import { readLimit } from './limit.ts'
import { readQuery } from './query-string.ts'
import { readSortby } from './sortby.ts'

const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'no error'
}
const DAY = 20_780 // 2026-11-23

describe('readQuery', () => {
  it('decodes names, values and plus signs', () => {
    expect([...readQuery('/x?a=1%2C2&b=c+d&e')]).toEqual([
      ['a', '1,2'],
      ['b', 'c d'],
      ['e', ''],
    ])
  })
  it('refuses a broken percent-encoding and a repeated parameter', () => {
    expect(codeOf(() => readQuery('/x?a=%E0%A4%A'))).toBe('query.encoding')
    expect(codeOf(() => readQuery('/x?a=1&a=2'))).toBe('query.repeated')
  })
})

describe('readBbox', () => {
  it('takes four numbers, or six of which the heights are ignored', () => {
    expect(readBbox('-8,33,-6.5,34')).toEqual([-8, 33, -6.5, 34])
    expect(readBbox('-8,33,0,-6.5,34,9')).toEqual([-8, 33, -6.5, 34])
  })
  it('splits a box across the antimeridian', () => {
    expect(ordinaryBoxes(readBbox('170,-10,-170,10'))).toEqual([
      [170, -10, 180, 10],
      [-180, -10, -170, 10],
    ])
  })
  it.each([
    '',
    '1,2,3',
    '1,2,3,4,5',
    'NaN,1,2,3',
    '1,2,3,Infinity',
    '0x1,2,3,4',
    '1,2,3,',
    '0,10,1,5',
    '-181,0,1,1',
    '0,-91,1,1',
    '0,0,5,1,1,4',
  ])('refuses %s', (text) => expect(codeOf(() => readBbox(text))).toBe('bbox.invalid'))
})

describe('readDatetime', () => {
  it.each([
    ['2026-11-23', DAY, DAY],
    ['2026-11-23T23:59:59Z', DAY, DAY],
    ['2026-11-23T23:30:00-01:00', DAY + 1, DAY + 1],
    ['2026-11-23/2026-11-24', DAY, DAY + 1],
    ['../2026-11-23', Number.NEGATIVE_INFINITY, DAY],
    ['2026-11-23/', DAY, Number.POSITIVE_INFINITY],
    ['../..', Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])('reads %s', (text, from, to) => expect(readDatetime(text)).toEqual({ from, to }))
  it.each(['', '..', '2026', '2026-02-30', '2026-11-24/2026-11-23', '1/2/3', '2026-11-23T25:00:00Z', 'yesterday'])(
    'refuses %s',
    (text) => expect(codeOf(() => readDatetime(text))).toBe('datetime.invalid'),
  )
})

describe('readLimit', () => {
  it('defaults to 10 and clamps what is over the maximum', () => {
    expect([readLimit(undefined), readLimit('1'), readLimit('10000'), readLimit('10001')]).toEqual([
      10, 1, 10_000, 10_000,
    ])
  })
  it.each(['', '0', '-1', '1.5', 'NaN', '1e3', '99999999999999999999'])('refuses %s', (text) =>
    expect(codeOf(() => readLimit(text))).toBe('limit.invalid'),
  )
})

describe('readSortby', () => {
  const known = (property: string) => ['seats', 'name'].includes(property)
  it('reads descending, ascending and plus', () => {
    expect(readSortby('-seats, name', known)).toEqual([
      { property: 'seats', descending: true },
      { property: 'name', descending: false },
    ])
  })
  it.each(['', 'x', '-seats,seats', '--seats', 'seats,'])('refuses %s', (text) =>
    expect(codeOf(() => readSortby(text, known))).toBe('sortby.invalid'),
  )
})

describe('cursor', () => {
  const keys = [{ property: 'seats', descending: true }]
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.boolean()), fc.string(), (value, id) => {
        const place = { values: [value], id }
        expect(readCursor(writeCursor(keys, place), keys)).toEqual(place)
      }),
    )
  })
  it('is refused for another order, and when it was tampered with', () => {
    const cursor = writeCursor(keys, { values: [3], id: 'a' })
    expect(codeOf(() => readCursor(cursor, []))).toBe('cursor.invalid')
    expect(codeOf(() => readCursor(cursor.slice(0, -3), keys))).toBe('cursor.invalid')
    expect(codeOf(() => readCursor('', keys))).toBe('cursor.invalid')
    expect(codeOf(() => readCursor(Buffer.from('{"a":1}').toString('base64url'), keys))).toBe('cursor.invalid')
  })
})
