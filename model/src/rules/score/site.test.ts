import { describe, expect, it } from 'vitest'
import { growthM2, leastLanguagePct, officeForScore, siteForScore } from './site.ts'

describe('growthM2', () => {
  const zone = {
    status: 'operational',
    officeM2Announced: null,
    officeM2PlannedTotal: null,
    officeM2Built: null,
  } as const
  it('is unknown where nothing is published, and where what stands is not', () => {
    expect(growthM2(zone)).toBeNull()
    expect(growthM2({ ...zone, officeM2PlannedTotal: 100_000 })).toBeNull()
  })
  it('is what the plan leaves, or what is announced if that is more', () => {
    expect(growthM2({ ...zone, officeM2PlannedTotal: 100_000, officeM2Built: 30_000 })).toBe(70_000)
    expect(growthM2({ ...zone, officeM2PlannedTotal: 35_000, officeM2Built: 30_000, officeM2Announced: 15_000 })).toBe(
      15_000,
    )
    expect(growthM2({ ...zone, officeM2PlannedTotal: 20_000, officeM2Built: 30_000 })).toBe(0)
  })
  it('takes a site that is only a plan as not built', () => {
    expect(growthM2({ ...zone, status: 'planned', officeM2PlannedTotal: 180_000 })).toBe(180_000)
  })
})

describe('leastLanguagePct', () => {
  it('is unknown without a pool or without a language', () => {
    expect(leastLanguagePct(null, ['fr'])).toBeNull()
    expect(leastLanguagePct(null, [])).toBeNull()
  })
})

describe('a site for the score', () => {
  const zone = {
    id: 'a-zone',
    status: 'operational',
    rentMadPerM2Month: 75,
    irCapPct: 10,
    territorialPremiumPct: 10,
    airportKm: 10,
    hsrStationKm: 147.5,
    officeM2Announced: 15_000,
    officeM2PlannedTotal: null,
    officeM2Built: null,
  } as const
  const none = { languages: [] }

  it('takes the asking rent of the inventory, else the published one', () => {
    const inventory = { contiguousSeats: 420, medianRentMadPerM2Month: 90 }
    expect(siteForScore(zone, null, inventory, none)).toMatchObject({ rentMadPerM2Month: 90, contiguousSeats: 420 })
    expect(siteForScore(zone, null, null, none)).toMatchObject({ rentMadPerM2Month: 75, contiguousSeats: null })
  })

  it('takes an office’s own rent and seats, and none where it is not to be had', () => {
    const office = { id: 'a-zone-b-04-2', rentMadPerM2Month: null, seats: 60 }
    expect(officeForScore(office, true, zone, null, none)).toMatchObject({
      id: 'a-zone-b-04-2',
      rentMadPerM2Month: null,
      contiguousSeats: 60,
      airportKm: 10,
    })
    expect(officeForScore(office, false, zone, null, none).contiguousSeats).toBe(0)
  })
})
