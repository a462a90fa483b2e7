import { asksOfOffices, NO_NEED } from '@tvl/model'
import { expect, it } from 'vitest'
import { withoutOffices } from './near-misses.tsx'

it('asks nothing of offices and keeps what is asked of the zone', () => {
  const need = withoutOffices({
    ...NO_NEED,
    seats: 300,
    contiguous: false,
    areaM2: 2000,
    availableBy: '2027-09-01',
    fitOuts: ['shell'],
    maxRentMadPerM2Month: 90,
    verifiedWithinDays: 30,
    regions: ['MA-03'],
    airportKm: 25,
  })
  expect(asksOfOffices(need)).toBe(false)
  expect(need).toEqual({ ...NO_NEED, regions: ['MA-03'], airportKm: 25 })
})
