import { describe, expect, it } from 'vitest'
import { growthM2, leastLanguagePct } from './site.ts'

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
