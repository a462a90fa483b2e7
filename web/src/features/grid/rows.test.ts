import { describe, expect, it } from 'vitest'
import { linesOf, type UnitRow, unitRows, unitsOf, type View } from './rows.ts'
import { aBuilding, anOffice, CONTEXT, feature, rowsOf, TODAY } from './units.maker.ts'

const VIEW: View = { show: 'all', query: '', group: 'building', sort: null }
const names = (rows: readonly UnitRow[], view: Partial<View>, blocks = new Map<string, number>()) =>
  unitsOf(linesOf(rows, { ...VIEW, ...view }, TODAY, blocks)).map(({ published }) => published.name)

const ROWS = rowsOf(
  [
    anOffice({ name: 'A-0', floor: 0, seats: 90, rentMadPerM2Month: null }),
    anOffice({ name: 'A-1', floor: 1, seats: 10, rentMadPerM2Month: 70 }),
    anOffice({ name: 'A-2', floor: 2, seats: 50, rentMadPerM2Month: 60, verifiedOn: '2026-08-01', status: 'let' }),
  ],
  { 'a-1': { seats: { value: 0, was: 10 } } },
)

describe('the lines of the grid', () => {
  it('stand as the building does, from the top floor down', () => {
    expect(names(ROWS, {})).toEqual(['A-2', 'A-1', 'A-0'])
    expect(linesOf(ROWS, VIEW, TODAY, new Map())[0]).toMatchObject({ kind: 'group', key: 'a' })
  })

  it('are sorted by what is published, the unknown last whichever way', () => {
    expect(names(ROWS, { sort: { column: 'seats', isDescending: false } })).toEqual(['A-1', 'A-2', 'A-0'])
    const rents = { column: 'rentMadPerM2Month' } as const
    expect(names(ROWS, { sort: { ...rents, isDescending: false } })).toEqual(['A-2', 'A-1', 'A-0'])
    expect(names(ROWS, { sort: { ...rents, isDescending: true } })).toEqual(['A-1', 'A-2', 'A-0'])
  })

  it('are those that are due, changed or wrong, or have a name like it', () => {
    expect(names(ROWS, { show: 'changed' })).toEqual(['A-1'])
    expect(names(ROWS, { show: 'wrong' })).toEqual(['A-1'])
    expect(names(ROWS, { show: 'due' })).toEqual(['A-2'])
    expect(names(ROWS, { query: 'a2' })).toEqual(['A-2'])
  })

  it('are grouped by building or by state, and numbered through', () => {
    const offices = new Map([
      ['a', [feature(anOffice({ name: 'A' }))]],
      ['b', [feature(anOffice({ name: 'B', buildingId: 'b', status: 'let' }))]],
    ])
    const rows = unitRows([aBuilding('a'), aBuilding('b')], offices, {}, CONTEXT)
    const lines = linesOf(rows, { ...VIEW, group: 'status' }, TODAY, new Map())
    expect(lines.map((line) => (line.kind === 'group' ? line.key : line.at))).toEqual(['free', 0, 'let', 1])
    expect(linesOf(rows, { ...VIEW, group: 'none' }, TODAY, new Map())).toHaveLength(2)
  })
})
