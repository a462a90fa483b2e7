import { describe, expect, it } from 'vitest'
import { columnsOf } from '../columns.ts'
import { A_DAY, aBuilding, anOffice, aZone } from '../need/arbitraries.ts'
import { prepare } from '../need/evaluate.ts'
import { scoreZones } from './zones.ts'

describe('scoreZones', () => {
  const zones = [aZone('with-offices'), aZone('all-let'), aZone('nothing-on-record')]
  const offices = [
    anOffice('with-offices-a', 0, { zoneId: 'with-offices' }),
    anOffice('all-let-a', 0, { zoneId: 'all-let', status: 'let', leaseEndsOn: null }),
  ]
  const columns = columnsOf(offices, [aBuilding('with-offices-a', 'with-offices'), aBuilding('all-let-a', 'all-let')])
  const ruleZones = zones.map(({ id, properties }) => ({ id, lon: -7, lat: 33, properties }))
  const index = prepare(columns, ruleZones, [])
  const scores = scoreZones(index, A_DAY, new Map(), {
    availableBy: null,
    languages: [],
  })
  const availability = (id: string) =>
    scores.get(id)?.score.contributions.find(({ criterion }) => criterion === 'availability')

  it('counts what is free where offices are on record', () => {
    expect(availability('with-offices')).toMatchObject({ value: 0.2, missing: false })
    expect(availability('all-let')).toMatchObject({ value: 0, missing: false })
  })

  it('leaves availability unknown where none is, with the whole weight as interval', () => {
    const unknown = availability('nothing-on-record')
    expect(unknown).toMatchObject({ value: null, missing: true, low: 0 })
    expect(unknown?.high).toBeGreaterThan(0)
  })
})
