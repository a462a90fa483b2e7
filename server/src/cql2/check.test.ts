import { describe, expect, it } from 'vitest'
import { checkCql2 } from './check.ts'
import { failureOf } from './failure.maker.ts'
import { parseCql2Json } from './parse-json.ts'
import { parseCql2Text } from './parse-text.ts'
import { overRows } from './rows.maker.ts'

const schema = overRows([])

describe('a filter is refused', () => {
  it.each([
    ['seat = 1', 'cql2.unknown-property', 0],
    ['Seats = 1', 'cql2.unknown-property', 0],
    ['fibre AND A_CONTAINS(tags, ("foo"))', 'cql2.unknown-property', 28],
    ['avg(seats) > 1', 'cql2.unknown-function', 0],
    ["seats = 'many'", 'cql2.type', 8],
    ["'5' > 4", 'cql2.type', 6],
    ['name = 5', 'cql2.type', 7],
    ['seats = TRUE', 'cql2.type', 8],
    ["from = 'soon'", 'cql2.type', 7],
    ["name = DATE('2026-01-01')", 'cql2.type', 0],
    ['geometry = geometry', 'cql2.type', 0],
    ['tags = tags', 'cql2.type', 0],
    ['fibre BETWEEN FALSE AND TRUE', 'cql2.type', 0],
    ["seats IN (1, 'two')", 'cql2.type', 13],
    ['seats', 'cql2.type', 0],
    ["'foo'", 'cql2.type', 0],
    ['NOT seats', 'cql2.type', 4],
    ['seats AND fibre', 'cql2.type', 0],
    ['name + 1 = 2', 'cql2.type', 0],
    ['CASEI(seats) = CASEI(name)', 'cql2.type', 6],
    ["seats LIKE '1%'", 'cql2.type', 0],
    ['name LIKE name', 'cql2.type', 10],
    ['name LIKE CASEI(name)', 'cql2.type', 10],
    ['S_INTERSECTS(name, POINT(1 2))', 'cql2.type', 13],
    ['S_INTERSECTS(geometry, 1)', 'cql2.type', 23],
    ['T_AFTER(seats, from)', 'cql2.type', 8],
    ["T_DURING(from, INTERVAL('2026-01-01', '..'))", 'cql2.type', 9],
    ["T_AFTER(from, INTERVAL(seats, '..'))", 'cql2.type', 23],
    ["A_CONTAINS(name, ('a'))", 'cql2.type', 11],
    ['S_INTERSECTS(geometry, POINT(90 180))', 'cql2.coordinates', 23],
    ['S_INTERSECTS(geometry, MULTIPOINT(7 50, 181 0))', 'cql2.coordinates', 23],
    ['S_INTERSECTS(geometry, BBOX(0,10,1,9))', 'cql2.coordinates', 23],
    ['S_INTERSECTS(geometry, BBOX(0,0,1,91))', 'cql2.coordinates', 23],
    ['S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))', 'cql2.geometry', 23],
    ['S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 2 2, 0 0)))', 'cql2.geometry', 23],
  ])('%s: %s', (filter, code, position) => {
    expect(failureOf(() => checkCql2(parseCql2Text(filter), schema))).toEqual({ code, position, pointer: undefined })
  })

  it('with the place in the JSON that it was read from', () => {
    const filter = { op: 'or', args: [{ op: '=', args: [{ property: 'seats' }, 'x'] }, { property: 'fibre' }] }
    expect(failureOf(() => checkCql2(parseCql2Json(filter), schema))).toMatchObject({
      code: 'cql2.type',
      pointer: '/args/0/args/1',
    })
  })
})
