import { BEFORE_ALL_DAYS, COLUMN_STATUSES, dayOfIso, type OfficeColumns, type OfficeStatus } from '@tvl/model'
import { describe, expect, it } from 'vitest'
import { figuresByGrade, officesByFreshness } from './figures-by-grade.ts'

describe('figures by grade', () => {
  it('counts known numbers by their own evidence, else by the record’s, and nothing else', () => {
    const press = { grade: 'press' as const, sources: ['s'], asOf: null }
    const derived = { grade: 'derived' as const, sources: ['s'], asOf: null }
    const records = [
      {
        nameFr: 'Fès',
        areaHa: 12,
        jobs: null,
        airportKm: 10,
        positionRadiusM: 800,
        provenance: { '*': press, airportKm: derived },
      },
      { rent: 75, provenance: { rent: press } },
      { rent: 75, provenance: {} },
    ]
    expect([...figuresByGrade(records)]).toEqual([
      ['press', 2],
      ['derived', 1],
    ])
  })
})

describe('offices by freshness', () => {
  it('counts each on the clock of its status, and those never verified apart', () => {
    const today = '2026-11-23'
    const offices: [OfficeStatus, number | null][] = [
      ['free', 29],
      ['free', 30],
      ['let', 89],
      ['free', 120],
      ['free', null],
    ]
    const columns = {
      count: offices.length,
      status: Uint8Array.from(offices, ([status]) => COLUMN_STATUSES.indexOf(status)),
      verifiedDay: Int32Array.from(offices, ([, days]) => (days === null ? BEFORE_ALL_DAYS : dayOfIso(today) - days)),
    } as OfficeColumns
    expect(Object.fromEntries(officesByFreshness(columns, today))).toEqual({
      fresh: 2,
      due: 1,
      late: 0,
      doubtful: 0,
      expired: 1,
      never: 1,
    })
  })
})
