import { expect, it } from 'vitest'
import { compassOf } from './near.ts'

it.each([
  [0, 'n'],
  [22, 'n'],
  [23, 'ne'],
  [-90, 'w'],
  [180, 's'],
  [-180, 's'],
  [359, 'n'],
  [337, 'nw'],
])('%d degrees is %s', (degrees, name) => {
  expect(compassOf(degrees)).toBe(name)
})
