import { describe, expect, it } from 'vitest'
import { compileCql2 } from './compile.ts'
import type { Cql2Function } from './environment.ts'
import { Cql2Error } from './errors.ts'
import { failureOf } from './failure.maker.ts'
import { parseCql2Text } from './parse-text.ts'
import { overRows, passes, type Row } from './rows.maker.ts'

/** true, false, or null where neither the filter nor its negation holds. */
function outcome(filter: string, row: Row): boolean | null {
  const [holds, fails] = [passes(filter, row), passes(`NOT (${filter})`, row)]
  expect(holds && fails).toBe(false)
  return holds || fails ? holds : null
}

const office: Row = {
  name: 'Fès Shore B',
  seats: 120,
  rent: 95.5,
  fibre: true,
  from: '2027-01-01',
  until: '2027-06-30',
  seen: '2026-11-23T10:00:00Z',
  tags: ['a', 'b'],
}

describe('a filter over a row', () => {
  it.each([
    ['seats = 120', true],
    ['seats <> 120', false],
    ['120 <= seats', true],
    ['seats > rent', true],
    ["name > 'Fès'", true],
    ["'a' < 'b'", true],
    ['fibre', true],
    ['fibre = false', false],
    ['(seats = 120) = fibre', true],
    ['seats BETWEEN 120 AND 200', true],
    ['seats BETWEEN 121 AND 200', false],
    ["from BETWEEN DATE('2027-01-01') AND DATE('2027-01-31')", true],
    ["name IN ('x', 'Fès Shore B')", true],
    ['seats IN (1, rent + 24.5)', true],
    ['seats IN ()', false],
    ["name LIKE 'F%B'", true],
    ["CASEI(name) = CASEI('FÈS SHORE B')", true],
    ["ACCENTI(CASEI(name)) LIKE ACCENTI(CASEI('FES%'))", true],
    ["name = 'Fe\u0300s Shore B'", true],
    ['seats + 2 * 3 - 6 = 120', true],
    ['seats div 50 = 2 AND seats % 50 = 20 AND seats / 50 = 2.4', true],
    ['-7 div 2 = -3 AND 2 ^ 10 = 1024', true],
    ['seats / 0 > 1', null],
    ['TRUE', true],
    ['FALSE', false],
  ])('%s is %s', (filter, expected) => {
    expect(outcome(filter, office)).toBe(expected)
  })

  it.each([
    ["seen = DATE('2026-11-23')", true],
    ["seen < DATE('2026-11-23')", false],
    ["seen > DATE('2026-11-22')", true],
    ["seen <= DATE('2026-11-22')", false],
    ["seen = TIMESTAMP('2026-11-23T10:00:00.000Z')", true],
    ["seen < TIMESTAMP('2026-11-23T10:00:00.001Z')", true],
    ["from = TIMESTAMP('2027-01-01T23:59:59Z')", true],
    ["from = '2027-01-01'", true],
    ["seen IN ('2026-11-23T10:00:00Z', '2026-11-24')", true],
    ['seen < from', true],
  ])('compares times: %s is %s', (filter, expected) => {
    expect(outcome(filter, office)).toBe(expected)
  })

  it('takes a time of year 1 for what it is', () => {
    expect(passes("from < DATE('0001-01-02')", { from: '0001-01-01' })).toBe(true)
  })
})

describe('NULL', () => {
  it.each([
    ['seats = 1', null],
    ['seats = seats', null],
    ['NOT seats = 1', null],
    ['seats IS NULL', true],
    ['seats + 1 IS NULL', true],
    ['geometry IS NULL', true],
    ['tags IS NOT NULL', false],
    ['seats = 1 AND FALSE', false],
    ['seats = 1 AND TRUE', null],
    ['seats = 1 OR TRUE', true],
    ['seats = 1 OR FALSE', null],
    ['seats IN (1, 2)', null],
    ['seats IN ()', false],
    ["name LIKE '%'", null],
    ['seats BETWEEN 1 AND 2', null],
    ['120 BETWEEN seats AND 100', false],
    ['1 IN (2, 1 / 0)', null],
    ['1 IN (1, 1 / 0)', true],
    ['fibre', null],
    ["T_AFTER(from, DATE('2026-01-01'))", null],
    ["T_DURING(INTERVAL(from, until), INTERVAL('..', '..'))", null],
    ["A_CONTAINS(tags, ('a'))", null],
    ['S_INTERSECTS(geometry, POINT(1 2))', null],
    ["CASEI(name) = 'x'", null],
  ])('makes %s %s', (filter, expected) => {
    expect(outcome(filter, {})).toBe(expected)
  })

  it('is also what an accessor leaves out', () => {
    const environment = { ...overRows([]), get: () => () => Number.NaN }
    for (const name of ['seats', 'from', 'seen', 'name']) {
      expect(compileCql2(parseCql2Text(`${name} IS NULL`), environment)(0)).toBe(true)
    }
  })
})

describe('temporal functions', () => {
  // Pairs of intervals from before to after (Allen 1983): exactly one of the thirteen relations holds for each.
  const other = "INTERVAL('2027-02-01', '2027-03-01')"
  it.each([
    ['2027-01-01', '2027-01-15', ['T_BEFORE', 'T_DISJOINT']],
    ['2027-01-01', '2027-02-01', ['T_MEETS', 'T_INTERSECTS']],
    ['2027-01-01', '2027-02-15', ['T_OVERLAPS', 'T_INTERSECTS']],
    ['2027-01-01', '2027-03-01', ['T_FINISHEDBY', 'T_INTERSECTS']],
    ['2027-01-01', '2027-04-01', ['T_CONTAINS', 'T_INTERSECTS']],
    ['2027-02-01', '2027-02-15', ['T_STARTS', 'T_INTERSECTS']],
    ['2027-02-01', '2027-03-01', ['T_EQUALS', 'T_INTERSECTS']],
    ['2027-02-01', '2027-04-01', ['T_STARTEDBY', 'T_INTERSECTS']],
    ['2027-02-10', '2027-02-15', ['T_DURING', 'T_INTERSECTS']],
    ['2027-02-10', '2027-03-01', ['T_FINISHES', 'T_INTERSECTS']],
    ['2027-02-10', '2027-04-01', ['T_OVERLAPPEDBY', 'T_INTERSECTS']],
    ['2027-03-01', '2027-04-01', ['T_METBY', 'T_INTERSECTS']],
    ['2027-03-02', '2027-04-01', ['T_AFTER', 'T_DISJOINT']],
  ])('%s to %s: only %s of February', (from, until, relations) => {
    const all =
      'T_AFTER T_BEFORE T_DISJOINT T_EQUALS T_INTERSECTS T_CONTAINS T_DURING T_FINISHEDBY T_FINISHES T_MEETS T_METBY ' +
      'T_OVERLAPPEDBY T_OVERLAPS T_STARTEDBY T_STARTS'
    const found = all.split(' ').filter((op) => passes(`${op}(INTERVAL(from, until), ${other})`, { from, until }))
    expect(found.toSorted()).toEqual(relations.toSorted())
  })

  it.each([
    ["T_AFTER(from, INTERVAL('..', '2026-12-31'))", true],
    ["T_INTERSECTS(from, INTERVAL('2027-01-01', '..'))", true],
    ["T_EQUALS(from, INTERVAL('2027-01-01', '2027-01-01'))", true],
    ["T_INTERSECTS(seen, DATE('2026-11-23'))", true],
    ["T_BEFORE(seen, TIMESTAMP('2026-11-23T10:00:00Z'))", false],
    ['T_DISJOINT(seen, from)', true],
    ["T_AFTER(from, '2026-12-31')", true],
    ["T_DURING(INTERVAL(from, until), INTERVAL('2026-12-31T23:59:59Z', '..'))", true],
  ])('%s is %s', (filter, expected) => {
    expect(outcome(filter, office)).toBe(expected)
  })
})

describe('array functions', () => {
  it.each([
    ["A_EQUALS(tags, ('b', 'a', 'a'))", true],
    ["A_EQUALS(tags, ('a'))", false],
    ["A_EQUALS(tags, ('a', 'b', 'c'))", false],
    ['A_OVERLAPS(tags, (1 / 0))', null],
    ["A_CONTAINS(tags, ('a'))", true],
    ['A_CONTAINS(tags, ())', true],
    ["A_CONTAINS(tags, ('a', name))", false],
    ["A_CONTAINEDBY(tags, ('a', 'b', 'c'))", true],
    ["A_CONTAINEDBY(('a', 'b', 'c'), tags)", false],
    ["A_OVERLAPS(tags, ('x', 'b'))", true],
    ["A_OVERLAPS(tags, ('x', 1, TRUE))", false],
    ['A_EQUALS((1, (2, 3)), ((3, 2), 1.0))', true],
    ["A_EQUALS((DATE('2027-01-01')), (from))", true],
  ])('%s is %s', (filter, expected) => {
    expect(outcome(filter, office)).toBe(expected)
  })

  it('find times in data as ISO text', () => {
    const tags = ['2026-11-23', '2026-11-23T10:00:00Z']
    expect(passes("A_CONTAINS(tags, (DATE('2026-11-23'), TIMESTAMP('2026-11-23T10:00:00Z')))", { tags })).toBe(true)
  })
})

describe('a function of the collection', () => {
  const longerThan: Cql2Function = {
    args: ['string', 'integer'],
    returns: 'boolean',
    compile([text, length]) {
      if (length?.isConstant && Number(length.evaluate(0)) < 0) throw new Cql2Error('cql2.number', 'Less than nothing.')
      return (row) => String(text?.evaluate(row)).length > Number(length?.evaluate(row))
    },
  }
  const environment = overRows([office], { functions: { longerThan } })
  const run = (filter: string): boolean => compileCql2(parseCql2Text(filter), environment)(0)

  it('is called with compiled arguments', () => {
    expect(run('longerThan(name, 5)')).toBe(true)
    expect(run("longerThan('abc', seats)")).toBe(false)
    expect(run('longerThan(name, 5) = FALSE')).toBe(false)
  })

  it('may leave its value out, which is NULL', () => {
    const missing: Cql2Function = { args: [], returns: 'number', compile: () => (row) => (row > 0 ? 1 : undefined) }
    const rows = overRows([office], { functions: { missing } })
    const passing = (filter: string): boolean => compileCql2(parseCql2Text(filter), rows)(0)
    expect([passing('missing() <> 1'), passing('missing() IS NULL'), passing('NOT missing() = 1')]).toEqual([
      false,
      true,
      false,
    ])
  })

  it('is refused by another name, with other arguments, and where it refuses itself', () => {
    expect(failureOf(() => run('LongerThan(name, 5)')).code).toBe('cql2.unknown-function')
    expect(failureOf(() => run('toString()')).code).toBe('cql2.unknown-function')
    expect(failureOf(() => run('longerThan(name)')).code).toBe('cql2.arguments')
    expect(failureOf(() => run('longerThan(seats, 5)'))).toMatchObject({ code: 'cql2.type', position: 11 })
    expect(failureOf(() => run('TRUE AND longerThan(name, -5)'))).toMatchObject({ code: 'cql2.number', position: 9 })
  })
})
