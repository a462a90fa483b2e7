import { type BuildingRow, columnsOf, NO_NEED, type Office, type OfficeRow, prepare, type RuleZone } from '@tvl/model'
import { describe, expect, it } from 'vitest'
import { placeInSeries, quarterSeries, seriesDays } from './quarter-series.ts'

const TODAY = '2026-11-23'

const office = (stackOrder: number, seats: number, over: Partial<Office>): OfficeRow => ({
  id: `b-${stackOrder}`,
  properties: {
    name: `b-${stackOrder}`,
    zoneId: 'z',
    buildingId: 'b',
    floor: 0,
    stackOrder,
    areaM2: seats * 8,
    seats,
    fitOut: 'fitted',
    rentMadPerM2Month: null,
    serviceChargeMadPerM2Month: null,
    status: 'free',
    leaseEndsOn: null,
    holdEndsAt: null,
    deliversOn: null,
    freeFrom: null,
    verifiedOn: '2026-11-01',
    verifiedBy: null,
    verificationMethod: null,
    provenance: {},
    ...over,
  },
})

const columns = columnsOf(
  [
    office(0, 100, {}),
    office(1, 40, { status: 'held', holdEndsAt: '2027-03-31T17:00Z' }),
    office(2, 60, { status: 'let', leaseEndsOn: '2027-04-01' }),
    office(3, 500, { status: 'under-construction', deliversOn: '2028-01-01' }),
  ],
  [] as BuildingRow[],
)
const zone = { id: 'z', lon: 0, lat: 0, properties: { regionId: 'MA-03' } } as RuleZone

describe('the seats of a zone by quarter', () => {
  const series = quarterSeries(prepare(columns, [zone], []), 0, NO_NEED, TODAY)
  const by = (name: string) => series.find(({ year, quarter }) => `${year}-${quarter}` === name)

  it('begin today and go on by the first day of each of twelve quarters', () => {
    expect(series.map(({ on }) => on).slice(0, 3)).toEqual([TODAY, '2027-01-01', '2027-04-01'])
    expect(series).toHaveLength(13)
    expect(seriesDays(TODAY).at(-1)?.on).toBe('2029-10-01')
  })

  it('grow as holds and leases end and works are done, and say what part is held or not built today', () => {
    expect(by('2027-1')).toMatchObject({ seats: 100, held: 0, building: 0 })
    expect(by('2027-2')).toMatchObject({ seats: 140, held: 40, building: 0 })
    expect(by('2027-3')).toMatchObject({ seats: 200, held: 40, building: 0 })
    expect(by('2028-1')).toMatchObject({ seats: 700, held: 40, building: 500 })
  })

  it('count only what passes the other terms of the need', () => {
    const shells = quarterSeries(prepare(columns, [zone], []), 0, { ...NO_NEED, fitOuts: ['shell'] }, TODAY)
    expect(shells.every(({ seats }) => seats === 0)).toBe(true)
  })
})

describe('the place of a day in the series', () => {
  const series = seriesDays('2028-05-01')
  it('is the end of the quarter for its last day', () => {
    const index = series.findIndex(({ year, quarter }) => year === 2030 && quarter === 4)
    expect(placeInSeries('2030-12-31', series)).toBe(index + 1)
    expect(placeInSeries('2030-10-01', series)).toBeCloseTo(index + 1 / 92)
  })
  it('is nowhere outside it', () => {
    expect(placeInSeries('2030-12-31', seriesDays(TODAY))).toBeNull()
  })
})
