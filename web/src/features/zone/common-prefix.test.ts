import { expect, it } from 'vitest'
import { commonPrefix } from './common-prefix.ts'

it.each([
  [['Building A', 'Building B'], 'Building', ['A', 'B']],
  [['المبنى أ', 'المبنى ب'], 'المبنى', ['أ', 'ب']],
  [['Tower A', 'Building B'], '', ['Tower A', 'Building B']],
  [['Building', 'Building B'], '', ['Building', 'Building B']],
  [['Building A'], '', ['Building A']],
  [[], '', []],
])('parts %j', (names, prefix, rest) => {
  expect(commonPrefix(names)).toEqual({ prefix, rest })
})
