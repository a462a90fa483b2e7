import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pasted, readTable, tableText } from './clipboard.ts'
import { at } from './selection.ts'

const SIZE = { rows: 10, columns: 5 }

describe('a table on the clipboard', () => {
  it('comes back as it went, whatever is in its cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '٣', '"', '\t', '\n', ' ', ','), maxLength: 6 })
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      )
    fc.assert(
      fc.property(table, (rows) => {
        // A last row that is one empty cell is the line end of a spreadsheet.
        fc.pre(!(rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === ''))
        expect(readTable(tableText(rows))).toEqual(rows)
      }),
    )
  })

  it('is read with the line ends of any system, and no row after the last', () => {
    expect(readTable('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(readTable('"say ""hi"""\t2')).toEqual([['say "hi"', '2']])
    expect(readTable('')).toEqual([])
  })
})

describe('pasting', () => {
  it('begins at the first corner, and tells what reaches beyond the grid', () => {
    const { cells, beyond } = pasted(
      [
        ['1', '2'],
        ['3', '4'],
      ],
      at(9, 3),
      SIZE,
    )
    expect(cells).toEqual([
      { at: { row: 9, column: 3 }, text: '1' },
      { at: { row: 9, column: 4 }, text: '2' },
    ])
    expect(beyond).toBe(2)
  })

  it('repeats one value over the whole selection, and a table over a multiple of it', () => {
    const selection = { focus: { row: 3, column: 1 }, anchor: { row: 0, column: 0 } }
    expect(pasted([['x']], selection, SIZE).cells).toHaveLength(8)
    const twice = pasted(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      selection,
      SIZE,
    ).cells
    expect(twice.filter(({ text }) => text === 'd').map(({ at: { row } }) => row)).toEqual([1, 3])
  })
})
