import { describe, expect, it } from 'vitest'
import type { RecordEntry } from '../../api/record.ts'
import { authorsOf, commitsByDay } from './commits.ts'

const anEntry = (n: number, commit: string, at: string, author: RecordEntry['author'] = null): RecordEntry => ({
  n,
  commit,
  at,
  author,
  kind: 'edit',
  role: 'manager',
  organisation: null,
  method: null,
  operation: 'update',
  collection: 'offices',
  id: `o-${n}`,
  zone: 'z',
  building: 'a',
  note: null,
  undoes: null,
  undoneBy: null,
  fields: {},
})
describe('the record', () => {
  it('puts together what was written together, under its day, the last first', () => {
    const days = commitsByDay([
      anEntry(4, 'b', '2026-11-23T09:00:00Z'),
      anEntry(3, 'b', '2026-11-23T09:00:00Z'),
      anEntry(2, 'a', '2026-11-23T08:00:00Z'),
      anEntry(1, 'seed', '2026-11-22T08:00:00Z'),
    ])
    expect(days.map(({ day, commits }) => [day, commits.map(({ id, entries }) => [id, entries.length])])).toEqual([
      [
        '2026-11-23',
        [
          ['b', 2],
          ['a', 1],
        ],
      ],
      ['2026-11-22', [['seed', 1]]],
    ])
  })

  it('names everybody once, and not the system', () => {
    const [amina, erased] = [
      { id: 'person:1', name: 'Amina' },
      { id: 'person:2', name: null },
    ]
    const entries = [amina, erased, amina, null].map((author, i) => anEntry(i, `${i}`, '2026-11-23T09:00:00Z', author))
    expect(authorsOf(entries)).toEqual([erased, amina])
  })
})
