import { describe, expect, it } from 'vitest'
import { failureOf } from './failure.maker.ts'
import { parseCql2Json, parseCql2JsonText } from './parse-json.ts'
import { parseCql2Text } from './parse-text.ts'

const wrap = (operand: unknown): unknown => ({ op: 'and', args: [true, operand] })

describe('CQL2 JSON', () => {
  it('gives the tree that the text gives', () => {
    const value = {
      op: 'and',
      args: [
        { op: '>=', args: [{ op: 'contiguousSeats', args: ["status = 'free'"] }, 300] },
        { op: 'not', args: [{ op: 'in', args: [{ property: 'regionId' }, ['MA-03']] }] },
        { op: 't_after', args: [{ interval: [{ property: 'start' }, '..'] }, { date: '2026-01-01' }] },
        { op: 's_within', args: [{ property: 'geometry' }, { bbox: [-10, 30, -5, 35] }] },
        { op: 'a_contains', args: [{ property: 'tags' }, ['a', 1, true]] },
      ],
    }
    const text =
      "contiguousSeats('status = ''free''') >= 300 AND regionId NOT IN ('MA-03') AND " +
      "T_AFTER(INTERVAL(start, '..'), DATE('2026-01-01')) AND S_WITHIN(geometry, BBOX(-10,30,-5,35)) AND " +
      "A_CONTAINS(tags, ('a', 1, TRUE))"
    expect(parseCql2Json(value)).toEqual(parseCql2Text(text))
  })

  it('ignores members that the standard doesn’t name', () => {
    const geometry = { type: 'Point', coordinates: [1, 2], bbox: [1, 2, 1, 2] }
    expect(parseCql2Json({ op: 's_intersects', args: [{ property: 'g' }, geometry], note: 1 })).toEqual(
      parseCql2Text('S_INTERSECTS(g, POINT(1 2))'),
    )
  })

  it.each([
    [null, 'cql2.syntax', '/args/1'],
    [{}, 'cql2.syntax', '/args/1'],
    [{ op: '=' }, 'cql2.syntax', '/args/1'],
    [{ op: 1, args: [] }, 'cql2.syntax', '/args/1/op'],
    [{ op: '=', args: [1] }, 'cql2.arguments', '/args/1'],
    [{ op: 'and', args: [true] }, 'cql2.arguments', '/args/1'],
    [{ op: 'in', args: [1, 2] }, 'cql2.arguments', '/args/1'],
    [{ property: 1 }, 'cql2.syntax', '/args/1/property'],
    [{ date: 'today' }, 'cql2.temporal', '/args/1/date'],
    [{ timestamp: 0 }, 'cql2.temporal', '/args/1/timestamp'],
    [{ interval: ['..'] }, 'cql2.temporal', '/args/1/interval'],
    [{ interval: ['..', 1] }, 'cql2.syntax', '/args/1/interval/1'],
    [{ bbox: [1, 2, 3] }, 'cql2.arguments', '/args/1/bbox'],
    [{ bbox: [1, 2, 3, '4'] }, 'cql2.geometry', '/args/1/bbox'],
    [{ type: 'Circle' }, 'cql2.geometry', '/args/1/type'],
    [{ type: 'Point' }, 'cql2.geometry', '/args/1/coordinates'],
    [{ type: 'Point', coordinates: [1] }, 'cql2.geometry', '/args/1/coordinates'],
    [{ type: 'Point', coordinates: [1, '2'] }, 'cql2.geometry', '/args/1/coordinates'],
    [{ type: 'Polygon', coordinates: [] }, 'cql2.geometry', '/args/1'],
    [{ type: 'GeometryCollection', geometries: [null] }, 'cql2.geometry', '/args/1/geometries/0'],
    [{ type: 'GeometryCollection', geometries: [] }, 'cql2.geometry', '/args/1'],
    [{ op: 'f', args: [Number.POSITIVE_INFINITY] }, 'cql2.number', '/args/1/args/0'],
  ])('refuses %j', (operand, code, pointer) => {
    expect(failureOf(() => parseCql2Json(wrap(operand)))).toEqual({ code, pointer, position: undefined })
  })

  it('refuses text that isn’t JSON', () => {
    expect(failureOf(() => parseCql2JsonText("a = 'b'")).code).toBe('cql2.syntax')
  })
})
