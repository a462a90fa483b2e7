import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEMAND_CAUSES, type DemandGroup } from '../schema/demand.ts'
import { COACH_GAPS, COACH_USES, type CoachInput, type CoachItem, coach } from './coach.ts'
import { aBuilding, anOffice, arbitraryCatalogue, aZone } from './need/arbitraries.ts'

const arbitraryGroup: fc.Arbitrary<DemandGroup> = fc.record({
  seats: fc.constantFrom(null, 20, 300),
  contiguous: fc.boolean(),
  cause: fc.constantFrom(...DEMAND_CAUSES),
  searches: fc.integer({ min: 5, max: 40 }),
})

const arbitraryInput: fc.Arbitrary<CoachInput> = fc
  .tuple(arbitraryCatalogue, fc.array(arbitraryGroup, { maxLength: 6 }))
  .map(([{ zones, buildings, offices }, groups]) => ({ zone: zones[0] ?? null, buildings, offices, groups }))

const check = (test: (input: CoachInput) => void) => fc.assert(fc.property(arbitraryInput, test), { numRuns: 60 })
const gapsOf = (items: readonly CoachItem[]) => items.map(({ gap }) => gap).sort()

describe('the coach', () => {
  it('names what is missing, with what it would change, and nothing of a record that is complete', () => {
    const photo = { id: '0'.repeat(64), widthPx: 4, heightPx: 3, altFr: 'Vue', altAr: null, altEn: null }
    const photos = (['photo', 'plan'] as const).map((kind) => ({ ...photo, kind }))
    const done = anOffice('b', 0, { serviceChargeMadPerM2Month: 20, photos })
    const building = aBuilding('b', 'zone')
    const complete = { ...building.properties, powerKva: 0, backupPowerHours: 0, fibrePaths: 0 }
    const zone = aZone('zone', { irCapPct: 0, airportKm: 0 })
    const input = { zone, buildings: [{ id: 'b', properties: complete }], offices: [done], groups: [] }
    // Zero is known.
    expect(coach(input)).toEqual([])

    const rentless = { ...done, id: 'b-1', properties: { ...done.properties, rentMadPerM2Month: null, seats: 40 } }
    const dateless = { ...done, id: 'b-2', properties: { ...done.properties, status: 'let' as const, seats: 90 } }
    const group = { seats: null, contiguous: true, cause: 'rentMadPerM2Month' as const, searches: 7 }
    const open = { ...input, offices: [done, rentless, dateless] }
    expect(coach(open).map(({ gap, searches }) => [gap, searches])).toEqual([
      ['dates', null],
      ['rentMadPerM2Month', null],
    ])
    expect(coach({ ...open, groups: [group, { ...group, seats: 20, searches: 5 }] })).toEqual([
      {
        ...{ gap: 'rentMadPerM2Month', of: 'offices', use: 'filter', searches: 12, seats: 40, all: 3 },
        missing: [{ id: 'b-1', seats: 40 }],
      },
      expect.objectContaining({ gap: 'dates', searches: null, seats: 90 }),
    ])
  })

  it('ranks by searches kept out, then by use, then by seats, whatever the order of the records', () => {
    check((input) => {
      const items = coach(input)
      const weight = ({ searches, use, seats, gap }: CoachItem) => [
        -(searches ?? 0),
        COACH_USES.indexOf(use),
        -seats,
        COACH_GAPS.indexOf(gap),
      ]
      for (const [i, item] of items.entries()) {
        const next = items[i + 1]
        if (!next) continue
        const [a, b] = [weight(item), weight(next)]
        const differing = a.findIndex((value, at) => value !== b[at])
        expect(a[differing]).toBeLessThan(b[differing] ?? 0)
      }
      const reversed = { ...input, buildings: [...input.buildings].reverse(), offices: [...input.offices].reverse() }
      expect(coach(reversed)).toEqual(items)
    })
  })

  it('claims of searches what the record of demand says, and no more', () => {
    check((input) => {
      for (const { gap, searches } of coach(input)) {
        let told = 0
        for (const group of input.groups) if (group.cause === gap) told += group.searches
        expect(searches).toBe(told === 0 ? null : told)
      }
    })
  })

  it('no longer names what is filled in, and names nothing else for it', () => {
    check((input) => {
      const before = coach(input)
      const filled: CoachInput = {
        ...input,
        offices: input.offices.map((one) => ({
          ...one,
          properties: { ...one.properties, rentMadPerM2Month: one.properties.rentMadPerM2Month ?? 0 },
        })),
      }
      expect(gapsOf(coach(filled))).toEqual(gapsOf(before).filter((gap) => gap !== 'rentMadPerM2Month'))
      const rent = before.find(({ gap }) => gap === 'rentMadPerM2Month')
      const unknown = input.offices.filter(({ properties }) => properties.rentMadPerM2Month === null)
      expect(rent?.missing.map(({ id }) => id).sort() ?? []).toEqual(unknown.map(({ id }) => id).sort())
    })
  })
})
