import type { ChangeConflict, ChangeSet, FieldConflict } from '@tvl/model'
import { describe, expect, it } from 'vitest'
import { picturesSettled, settled } from './unit-change.ts'

const SET: ChangeSet = {
  id: '00000000-0000-4000-8000-000000000000',
  method: 'site-visit',
  writes: [
    {
      collection: 'offices',
      id: 'a',
      base: 10,
      patch: { properties: { seats: 300, status: 'held', holdEndsAt: '2027-03-15T17:00Z' } },
      verifies: ['status', 'seats'],
    },
  ],
}
const aField = (field: string, theirs: unknown, yours: unknown): FieldConflict => ({
  field,
  base: null,
  theirs,
  yours,
  role: 'manager',
  at: '2026-11-23T09:00:00Z',
})
const aConflict = (...fields: FieldConflict[]): ChangeConflict => ({
  collection: 'offices',
  id: 'a',
  reason: 'changed',
  base: 10,
  current: 14,
  fields,
})

describe('a change after a conflict', () => {
  const conflict = aConflict(
    aField('seats', 350, 300),
    aField('status', 'let', 'held'),
    aField('leaseEndsOn', '2030-01-31', null),
    aField('holdEndsAt', null, '2027-03-15T17:00Z'),
  )

  it('is based on what stands there now, under an id of its own', () => {
    const next = settled(SET, conflict, new Set(['seats', 'status']))
    expect(next?.writes[0]?.base).toBe(14)
    expect(next?.id).not.toBe(SET.id)
    expect(next?.writes[0]?.patch?.properties).toEqual({
      seats: 300,
      status: 'held',
      holdEndsAt: '2027-03-15T17:00Z',
      leaseEndsOn: null,
    })
  })

  it('leaves a state and its dates to the other together', () => {
    const next = settled(SET, conflict, new Set(['seats']))
    expect(next?.writes[0]).toEqual({
      collection: 'offices',
      id: 'a',
      base: 14,
      patch: { properties: { seats: 300 } },
      verifies: ['seats'],
    })
  })

  it('is none when all of it is left to the other', () => {
    expect(settled(SET, conflict, new Set())).toBeNull()
  })

  it('keeps new pictures, and the write they travel with, unless the other’s pictures stay', () => {
    const seats = aConflict(aField('seats', 350, 300), aField('status', 'let', 'held'))
    const pictures = ['new']
    expect(picturesSettled(pictures, seats, new Set())).toEqual(pictures)
    expect(settled(SET, seats, new Set())).toBeNull()
    expect(settled(SET, seats, new Set(), true)?.writes).toEqual([
      { collection: 'offices', id: 'a', base: 14, verifies: [] },
    ])
    const photos = aConflict(aField('photos', [{ id: 'theirs' }], []))
    expect(picturesSettled(pictures, photos, new Set())).toEqual([])
    expect(picturesSettled(pictures, photos, new Set(['photos']))).toEqual(pictures)
  })
})
