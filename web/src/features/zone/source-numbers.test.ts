import type { Provenance } from '@tvl/model'
import { describe, expect, it } from 'vitest'
import { numberSources, printNumbers } from './source-numbers.ts'

const cites = (...sources: string[]): Provenance => ({ grade: 'press', sources, asOf: null })

describe('the numbers of sources', () => {
  it('count in the order in which a reader meets them, each source once', () => {
    expect([...numberSources([cites('b', 'a'), null, cites('a', 'c')])]).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 3],
    ])
  })

  it.each([
    [[3, 1, 2], '1–3'],
    [[1, 2], '1, 2'],
    [[5, 1, 2, 3, 8, 7], '1–3, 5, 7, 8'],
    [[4, 4], '4'],
    [[], ''],
  ])('print %j as %s', (numbers, printed) => {
    expect(printNumbers(numbers)).toBe(printed)
  })
})
