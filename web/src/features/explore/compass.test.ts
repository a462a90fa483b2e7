import { describe, expect, it } from 'vitest'
import { compassOf } from './compass.ts'

describe('a bearing in words', () => {
  it.each([
    [0, 'n'],
    [22, 'n'],
    [23, 'ne'],
    [-90, 'w'],
    [180, 's'],
    [-180, 's'],
    [-22, 'n'],
    [337, 'nw'],
    [338, 'n'],
  ] as const)('%d degrees is %s', (degrees, eighth) => {
    expect(compassOf(degrees)).toBe(eighth)
  })
})
