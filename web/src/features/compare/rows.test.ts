import type { Provenance } from '@tvl/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, comparability, isSame, marksOf, monthOf, type Row, shownRows } from './rows.ts'

const by = (grade: Provenance['grade'], asOf: string | null): Provenance => ({ grade, sources: ['s'], asOf })
const cell = (order: number | null, provenance: Provenance | null, over: Partial<Cell> = {}): Cell => ({
  text: order === null ? null : String(order),
  order,
  provenance,
  ...(order === null ? { missing: 'not-published' as const } : {}),
  ...over,
})
const row = (cells: Cell[], better: Row['better'] = 'more', over: Partial<Row> = {}): Row => ({
  id: 'r',
  group: 'supply',
  label: 'r',
  better,
  cells,
  ...over,
})

describe('the month of a source’s date', () => {
  it.each([
    ['2016-12', 2016 * 12 + 11.5],
    ['2016-12-07', 2016 * 12 + 11.5],
    ['2024', 2024 * 12 + 6],
    ['≈ 2021/2022', 2021.5 * 12 + 6],
    ['2007/2023', 2015 * 12 + 6],
    ['last year', null],
    [null, null],
  ])('of %s is %s', (asOf, month) => {
    expect(monthOf(asOf)).toBe(month)
  })
})

describe('best and worst', () => {
  it('names both ends among figures of one kind and time', () => {
    const cells = [cell(71, by('press', '2024')), cell(64, by('official', '2024-06')), cell(null, null)]
    expect(marksOf(row(cells))).toEqual(['best', 'worst', null])
    expect(marksOf(row(cells, 'less'))).toEqual(['worst', 'best', null])
  })

  it('names no best rent between 2016 and 2021', () => {
    const rents = row([cell(121, by('press', '2016-12')), cell(75, by('press', '≈ 2021/2022'))], 'less')
    expect(comparability(rents)).toBe('dates')
    expect(marksOf(rents)).toEqual([null, null])
  })

  it('holds two dates 24 months apart for comparable, and none beyond', () => {
    const apart = (asOf: string) => comparability(row([cell(1, by('press', '2022-03')), cell(2, by('press', asOf))]))
    expect(apart('2024-03')).toBe('comparable')
    expect(apart('2024-04')).toBe('dates')
  })

  it('does not set an invented figure against a published one, nor one without a date', () => {
    const today = '2026-11-23'
    expect(comparability(row([cell(1, by('illustrative', today)), cell(2, by('press', today))]))).toBe('grades')
    expect(comparability(row([cell(1, by('derived', today)), cell(2, by('press', today))]))).toBe('grades')
    expect(comparability(row([cell(1, by('press', null)), cell(2, by('press', today))]))).toBe('dates')
  })

  it('names nothing where figures are equal, alone, or without a better end', () => {
    const same = by('press', '2024')
    expect(marksOf(row([cell(5, same), cell(5, same)]))).toEqual([null, null])
    expect(marksOf(row([cell(5, same), cell(null, null)]))).toEqual([null, null])
    expect(marksOf(row([cell(5, same), cell(6, same)], null))).toEqual([null, null])
  })

  it('marks every figure that ties for an end, and unknown ones never', () => {
    const figures = fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(figures, fc.constantFrom('more' as const, 'less' as const), (orders, better) => {
        const marks = marksOf(
          row(
            orders.map((order) => cell(order, order === null ? null : by('press', '2024'))),
            better,
          ),
        )
        const known = orders.filter((order) => order !== null)
        const end = (best: boolean) => ((better === 'more') === best ? Math.max(...known) : Math.min(...known))
        const hasEnds = known.length > 1 && new Set(known).size > 1
        orders.forEach((order, i) => {
          const expected =
            !hasEnds || order === null ? null : order === end(true) ? 'best' : order === end(false) ? 'worst' : null
          expect(marks[i]).toBe(expected)
        })
      }),
    )
  })
})

describe('differences only', () => {
  const same = by('press', '2024')
  it('counts rows of equal figures as equal, and rows unknown everywhere for one reason', () => {
    expect(isSame(row([cell(5, same), cell(5, by('derived', '2020'))]))).toBe(true)
    expect(isSame(row([cell(null, null), cell(null, null)]))).toBe(true)
    expect(isSame(row([cell(null, null), cell(null, null, { missing: 'no-office' })]))).toBe(false)
    expect(isSame(row([cell(5, same), cell(null, null)]))).toBe(false)
    expect(isSame(row([cell(5, same, { below: 'Kénitra' }), cell(5, same, { below: 'Fès' })]))).toBe(false)
  })

  it('hides those rows, says how many, and leaves no empty group behind', () => {
    const rows = [
      row([cell(5, same), cell(5, same)], 'more', { id: 'a' }),
      row([cell(5, same), cell(6, same)], 'more', { id: 'b' }),
      row([cell(1, same), cell(1, same)], 'more', { id: 'c', group: 'talent' }),
    ]
    const shown = shownRows(rows, true)
    expect(shown.hidden).toBe(2)
    expect(shown.groups.map(({ group, rows: own }) => [group, own.map(({ id }) => id)])).toEqual([['supply', ['b']]])
    expect(shownRows(rows, false)).toMatchObject({ hidden: 0, groups: [{ group: 'supply' }, { group: 'talent' }] })
  })
})
