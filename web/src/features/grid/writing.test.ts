import { describe, expect, it } from 'vitest'
import { withCells } from '../../state/grid-draft.ts'
import { problemsOf, unusualFactor } from './checks.ts'
import { changedByOthers, patchOf, withEdits } from './edits.ts'
import { anOffice, CONTEXT, rowsOf } from './units.maker.ts'
import { emptied, filledDown, writing } from './writing.ts'

const CHECK = { ...CONTEXT, floors: 6 }
const after = (step: ReturnType<typeof writing>['step'], draft = {}) => withCells(draft, step)

describe('writing into the grid', () => {
  it('is one step that comes and goes as a whole', () => {
    const [row] = rowsOf([anOffice()])
    if (!row) throw new Error('no row')
    const { step, written } = writing(
      [
        { row, column: 'seats', text: '50' },
        { row, column: 'rentMadPerM2Month', text: '80' },
      ],
      'en',
    )
    expect(written).toBe(2)
    const draft = after(step)
    expect(patchOf(row.published, draft[row.id] ?? {})).toEqual({ seats: 50, rentMadPerM2Month: 80 })
    expect(
      withCells(
        draft,
        step.map(({ id, field, before }) => ({ id, field, after: before })),
      ),
    ).toEqual({})
  })

  it('says nothing of a cell that gets its published value, and forgets an edit that is taken back by hand', () => {
    const [row] = rowsOf([anOffice()], { 'a-0': { seats: { value: 50, was: 42 } } })
    if (!row) throw new Error('no row')
    expect(writing([{ row, column: 'floor', text: '1' }], 'fr').step).toEqual([])
    expect(writing([{ row, column: 'seats', text: '42' }], 'fr').step).toEqual([
      { id: 'a-0', field: 'seats', before: { value: 50, was: 42 }, after: undefined },
    ])
  })

  it('reads a date by the state written beside it, whichever is first, and gives up the dates of the former one', () => {
    const [row] = rowsOf([anOffice({ freeFrom: '2027-01-01' })])
    if (!row) throw new Error('no row')
    const texts = [
      { row, column: 'date', text: '30/04/2029' },
      { row, column: 'status', text: 'loué' },
    ] as const
    const edits = after(writing(texts, 'fr').step)[row.id] ?? {}
    expect(patchOf(row.published, edits)).toEqual({ status: 'let', leaseEndsOn: '2029-04-30', freeFrom: null })
    expect(withEdits(row.published, edits).freeFrom).toBeNull()
  })

  it('keeps what it cannot read in its cell, publishes nothing of it, and counts what it passes over', () => {
    const [row] = rowsOf([anOffice()])
    if (!row) throw new Error('no row')
    const { step, written, unread, passed } = writing(
      [
        { row, column: 'seats', text: 'many' },
        { row, column: 'due', text: '1' },
      ],
      'en',
    )
    expect([written, unread, passed]).toEqual([0, 1, 1])
    const edits = after(step)[row.id] ?? {}
    expect(patchOf(row.published, edits)).toEqual({})
    expect(problemsOf(row.published, edits, CHECK)).toEqual([
      { field: 'seats', code: 'number.unreadable', text: 'many' },
    ])
  })

  it('does not touch what is on its way', () => {
    const [row] = rowsOf([anOffice()], { 'a-0': { seats: { value: 50, was: 42, sentIn: 'set' } } })
    if (!row) throw new Error('no row')
    expect(writing([{ row, column: 'seats', text: '60' }], 'en')).toMatchObject({ step: [], passed: 1 })
  })

  it('fills a column down from its first row, and empties only what may be unknown', () => {
    const rows = rowsOf([anOffice({ rentMadPerM2Month: 90 }), anOffice(), anOffice()])
    const { step } = writing(filledDown(rows, ['rentMadPerM2Month'], 'fr'), 'fr')
    expect(step.map(({ id, after: to }) => [id, to?.value])).toEqual([
      ['a-1', 90],
      ['a-2', 90],
    ])
    const cells = rows.slice(0, 1).flatMap((row) => [
      { row, column: 'seats' as const },
      { row, column: 'rentMadPerM2Month' as const },
    ])
    expect(emptied(cells).map(({ column }) => column)).toEqual(['rentMadPerM2Month'])
  })
})

describe('a cell is questioned', () => {
  const problems = (
    over: Parameters<typeof anOffice>[0],
    field: string,
    value: string | number | null,
    isMeant = false,
  ) => {
    const office = anOffice(over)
    const was = office[field as 'seats']
    return problemsOf(office, { [field]: { value, was, ...(isMeant ? { isMeant: true as const } : {}) } }, CHECK)
  }

  it('when it is a slip of the keyboard: twenty times or a twentieth, not nineteen', () => {
    expect(problems({ rentMadPerM2Month: 72 }, 'rentMadPerM2Month', 7200)).toEqual([
      { field: 'rentMadPerM2Month', code: 'figure.unusual', limit: 72, isAsked: true },
    ])
    expect(problems({ rentMadPerM2Month: 72 }, 'rentMadPerM2Month', 7200, true)).toEqual([])
    expect(problems({ seats: 100 }, 'seats', 2000)).toHaveLength(1)
    expect(problems({ seats: 100 }, 'seats', 1999)).toEqual([])
    expect(problems({ seats: 100 }, 'seats', 5)).toHaveLength(1)
    expect(unusualFactor(null, 7200)).toBeNull()
  })

  it.each([
    [{}, 'seats', 0, 'minimum'],
    [{}, 'floor', 6, 'floor.outside'],
    [{}, 'rentMadPerM2Month', 78.125, 'centimes'],
    [{ status: 'held', holdEndsAt: '2027-03-15T18:00Z' }, 'holdEndsAt', null, 'hold.endless'],
    [{ status: 'let' }, 'leaseEndsOn', '9999-12-31', 'date.range'],
    [{ status: 'held' }, 'holdEndsAt', '9999-12-31T18:00Z', 'date.range'],
    [{}, 'freeFrom', '2101-01-01', 'date.range'],
    [{ status: 'let' }, 'leaseEndsOn', '2026-11-22', 'date.past'],
    [{ status: 'held' }, 'holdEndsAt', '2026-11-23T09:00Z', 'date.past'],
  ] as const)('when %j has in %s: %j', (over, field, value, code) => {
    expect(problems(over, field, value)).toMatchObject([{ field, code }])
  })

  it('not when it is on the edge', () => {
    expect(problems({}, 'floor', 5)).toEqual([])
    expect(problems({ status: 'let' }, 'leaseEndsOn', '2026-11-23')).toEqual([])
    expect(problems({ status: 'held' }, 'holdEndsAt', '2026-11-23T09:01Z')).toEqual([])
    expect(problems({}, 'freeFrom', '2020-01-01')).toEqual([])
  })

  it('when somebody else changed it meanwhile, unless to the same', () => {
    const edits = { seats: { value: 50, was: 42 } }
    expect(changedByOthers(anOffice({ seats: 42 }), edits)).toEqual([])
    expect(changedByOthers(anOffice({ seats: 45 }), edits)).toEqual(['seats'])
    expect(changedByOthers(anOffice({ seats: 50 }), edits)).toEqual([])
  })
})
