import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIT_OUTS, OFFICE_STATUSES } from '../schema/inventory.ts'
import {
  BEFORE_ALL_DAYS,
  COLUMN_FIT_OUTS,
  COLUMN_STATUSES,
  columnsOf,
  inColumnOrder,
  NEVER_DAY,
  UNKNOWN_MONEY,
} from './columns.ts'
import { decodeColumns, encodeColumns } from './columns-codec.ts'
import { dayOfIso } from './days.ts'
import { A_DAY, aBuilding, anOffice, arbitraryCatalogue } from './need/arbitraries.ts'

const one = (properties: Parameters<typeof anOffice>[2]) => columnsOf([anOffice('b', 0, properties)], [])

describe('columnsOf', () => {
  it('sorts by zone, building and order in the building', () => {
    const offices = [
      anOffice('b-2', 1, { zoneId: 'fes' }),
      anOffice('b-2', 0, { zoneId: 'fes' }),
      anOffice('b-1', 10, { zoneId: 'rabat' }),
      anOffice('b-10', 3, { zoneId: 'fes' }),
    ]
    const columns = columnsOf(offices, [aBuilding('b-1', 'rabat', [-6.8, 34])])
    expect(inColumnOrder(offices).map(({ id }) => id)).toEqual(['b-10-3', 'b-2-0', 'b-2-1', 'b-1-10'])
    expect(columns.zoneIds).toEqual(['fes', 'rabat'])
    expect(columns.buildingIds).toEqual(['b-10', 'b-2', 'b-1'])
    expect([...columns.building]).toEqual([0, 1, 1, 2])
    expect([...columns.stackOrder]).toEqual([3, 0, 1, 10])
    expect([...columns.buildingLonLat]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN, -6.8, 34])
  })

  it('writes each value in its unit and each unknown as one that fails every test', () => {
    const known = one({ rentMadPerM2Month: 80.01, fitOut: 'plug-and-play', status: 'let', leaseEndsOn: '2026-12-31' })
    expect([known.rentCentimes[0], known.fitOut[0], known.status[0]]).toEqual([8001, 2, 2])
    expect(known.availableFromDay[0]).toBe(dayOfIso('2027-01-01'))
    expect(known.countedUntilDay[0]).toBe(dayOfIso(A_DAY) + 360)
    const unknown = one({ rentMadPerM2Month: null, verifiedOn: null })
    expect(unknown.rentCentimes[0]).toBe(UNKNOWN_MONEY)
    expect(unknown.availableFromDay[0]).toBe(NEVER_DAY)
    expect([unknown.countedUntilDay[0], unknown.verifiedDay[0]]).toEqual([BEFORE_ALL_DAYS, BEFORE_ALL_DAYS])
  })

  it('numbers fit-outs and statuses as the schema lists them', () => {
    expect([COLUMN_FIT_OUTS, COLUMN_STATUSES]).toEqual([FIT_OUTS, OFFICE_STATUSES])
  })

  it.each([
    ['seats', { seats: 65_536 }],
    ['seats', { seats: 0 }],
    ['floor', { floor: 128 }],
    ['stackOrder', { stackOrder: 65_536 }],
    ['centimes', { rentMadPerM2Month: 80.005 }],
  ])('refuses %s that do not fit instead of bending them', (what, properties) => {
    expect(() => one(properties)).toThrow(what)
  })

  it('refuses two offices at one place of a building, and a building in two zones', () => {
    expect(() => columnsOf([anOffice('b', 1), anOffice('b', 1)], [])).toThrow('twice')
    const twoZones = [anOffice('b', 0, { zoneId: 'a' }), anOffice('b', 1, { zoneId: 'z' })]
    expect(() => columnsOf(twoZones, [])).toThrow('two zones')
  })
})

describe('the binary form of the columns', () => {
  const columns = columnsOf([anOffice('bâtiment-é', 0), anOffice('فاس', 1), anOffice('b', 2)], [aBuilding('b', 'zone')])
  const message = encodeColumns(columns)

  it('gives back what it was given', () => {
    fc.assert(
      fc.property(arbitraryCatalogue, ({ offices, buildings }) => {
        const original = columnsOf(offices, buildings)
        expect(decodeColumns(encodeColumns(original).buffer)).toEqual(original)
      }),
    )
    expect(decodeColumns(message.buffer)).toEqual(columns)
  })

  it('is read in place', () => {
    expect(decodeColumns(message.buffer).seats.buffer).toBe(message.buffer)
  })

  it('is refused if it was cut anywhere', () => {
    for (let length = 0; length < message.length; length++)
      expect(() => decodeColumns(message.buffer.slice(0, length))).toThrow(/office columns/)
  })

  it('is refused if it comes from elsewhere', () => {
    const page = Uint8Array.from('<!doctype html><title>502 Bad Gateway</title>', (c) => c.charCodeAt(0))
    expect(() => decodeColumns(page.buffer)).toThrow('unknown first bytes')
  })

  it('is refused if it is longer than it says or names a building that it does not list', () => {
    const longer = new Uint8Array(message.length + 8)
    longer.set(message)
    expect(() => decodeColumns(longer.buffer)).toThrow(/office columns/)
    new DataView(longer.buffer).setUint32(12, longer.length, true)
    expect(() => decodeColumns(longer.buffer)).toThrow('longer than their header says')
    const forged = decodeColumns(message.buffer.slice(0))
    forged.building[0] = 7
    expect(() => decodeColumns(forged.building.buffer as ArrayBuffer)).toThrow('row 0')
  })
})
