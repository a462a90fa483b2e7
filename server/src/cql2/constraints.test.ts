import { describe, expect, it } from 'vitest'
import { bboxOf, equalities } from './constraints.ts'
import { parseCql2Text } from './parse-text.ts'
import { overRows } from './rows.maker.ts'

describe('bboxOf', () => {
  it.each([
    ['S_INTERSECTS(geometry, BBOX(1,2,3,4))', [1, 2, 3, 4]],
    ['S_WITHIN(geometry, BBOX(1,2,-9,3,4,9))', [1, 2, 3, 4]],
    ['S_CONTAINS(POLYGON((0 0, 5 1, 2 7, 0 0)), geometry)', [0, 0, 5, 7]],
    ['S_INTERSECTS(geometry, BBOX(0,0,4,4)) AND S_INTERSECTS(geometry, BBOX(3,-1,9,2)) AND seats > 1', [3, 0, 4, 2]],
    ['S_INTERSECTS(geometry, BBOX(0,0,1,1)) OR S_WITHIN(geometry, BBOX(5,5,6,6))', [0, 0, 6, 6]],
    ['S_INTERSECTS(geometry, BBOX(170,0,-170,1))', [-180, 0, 180, 1]],
    ['S_INTERSECTS(geometry, BBOX(0,0,1,1)) OR seats > 1', null],
    ['NOT S_INTERSECTS(geometry, BBOX(0,0,1,1))', null],
    ['S_DISJOINT(geometry, BBOX(0,0,1,1))', null],
    ['S_INTERSECTS(other, BBOX(0,0,1,1))', null],
    ['seats > 1', null],
    ['TRUE', null],
  ])('of %s is %j', (filter, expected) => {
    expect(bboxOf(parseCql2Text(filter), 'geometry', true)).toEqual(expected)
  })

  it('takes one of two boxes for areas, which can meet both without meeting what they share', () => {
    const filter = parseCql2Text('S_INTERSECTS(geometry, BBOX(0,0,4,4)) AND S_INTERSECTS(geometry, BBOX(3,3,5,5))')
    expect(bboxOf(filter, 'geometry', false)).toEqual([3, 3, 5, 5])
  })

  it('stays a box where two terms contradict each other', () => {
    const filter = parseCql2Text('S_INTERSECTS(geometry, BBOX(0,0,4,4)) AND S_INTERSECTS(geometry, BBOX(6,6,7,7))')
    expect(bboxOf(filter, 'geometry', true)).toEqual([6, 6, 7, 7])
  })
})

describe('equalities', () => {
  const pinned = (filter: string): unknown =>
    Object.fromEntries([...equalities(parseCql2Text(filter), overRows([]))].map(([name, set]) => [name, [...set]]))

  it.each([
    ["name = 'a'", { name: ['a'] }],
    ["'a' = name AND seats = 1", { name: ['a'] }],
    ["name IN ('a', 'b') AND (seats > 1 AND name IN ('b', 'c'))", { name: ['b'] }],
    ["name = 'a' AND name = 'b'", { name: [] }],
    ["name = 'a' OR seats = 1", {}],
    ["NOT name = 'a'", {}],
    ["name <> 'a'", {}],
    ["name IN ('a', CASEI('b'))", {}],
    ["from = '2027-01-01'", {}],
    ["CASEI(name) = 'a'", {}],
  ])('of %s are %j', (filter, expected) => {
    expect(pinned(filter)).toEqual(expected)
  })
})
