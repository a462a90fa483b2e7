import { describe, expect, it } from 'vitest'
import { kindOf } from './kind.ts'

const columns = { buildingIds: ['fes-shore-a', 'casanearshore-b'] }

describe('kindOf', () => {
  it('takes the address at its word', () => {
    expect(kindOf('offices', ['fes-shore'], columns)).toBe('offices')
  })

  it('knows offices by the building they stand in', () => {
    expect(kindOf(undefined, ['fes-shore-a-0-1', 'casanearshore-b-2-1'], columns)).toBe('offices')
  })

  it('compares zones when one id is none of an office, and while nothing is known', () => {
    expect(kindOf(undefined, ['fes-shore', 'casanearshore'], columns)).toBe('zones')
    expect(kindOf(undefined, ['fes-shore-a-0-1', 'atlantis'], columns)).toBe('zones')
    expect(kindOf(undefined, [], columns)).toBe('zones')
    expect(kindOf(undefined, ['fes-shore-a-0-1'], null)).toBe('zones')
  })
})
