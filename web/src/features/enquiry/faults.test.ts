import { describe, expect, it } from 'vitest'
import { faultsOf, seatsOf } from './faults.ts'

const draft = {
  ...{ id: 'x', name: 'Hélène', company: '', email: 'h@acme.example', message: 'Une visite ?', seats: '', trade: '' },
}

describe('a form', () => {
  it('is ready with a question, a name, an address and consent', () => {
    expect(faultsOf(draft, true)).toEqual([])
  })

  it('says what is missing in the order of the page, the consent too', () => {
    const empty = { ...draft, name: ' ', email: '', message: '\n' }
    expect(faultsOf(empty, false).map(([field]) => field)).toEqual(['message', 'name', 'email', 'consent'])
  })

  it.each(['h@acme', 'acme.example', 'h @acme.example', 'a@b.c', '<h@acme.example>'])(
    'knows %s for no address',
    (email) => {
      expect(faultsOf({ ...draft, email }, true)).toEqual([['email', 'emailForm']])
    },
  )

  it.each([
    ['120', 120],
    ['1 200', 1200],
    ['1\u202f200', 1200],
    ['1,200', 1200],
    ['١٢٠', 120],
    ['65535', 65_535],
    ['65536', null],
    ['0', null],
    ['12.5', null],
    ['about 100', null],
  ])('reads %s seats as %s', (text, seats) => {
    expect(seatsOf(text)).toBe(seats)
  })
})
