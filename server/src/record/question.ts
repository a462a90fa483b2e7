import { addDays, instantInMorocco, isIsoDay } from '@tvl/model'
import { COLLECTIONS } from '@tvl/model/schema'
import { ProblemError } from '../http/problem.ts'
import type { Query } from '../ogc/parameters/query-string.ts'
import { COMMIT_KINDS } from '../storage/commit.ts'
import type { RecordFilter } from './read.ts'

export const FILTERS = [
  'zone',
  'building',
  'office',
  'collection',
  'id',
  'person',
  'commit',
  'kind',
  'day',
  'from',
  'to',
] as const

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const refused = (name: string, words: string) => new ProblemError('record.filter', 400, `${name} takes ${words}.`)

/** Reads the filters of a question about the record. Days are Morocco’s. @throws ProblemError 400 `record.filter` */
export function readFilter(query: Query): RecordFilter {
  const text = (name: string) => query.get(name)
  const oneOf = <T extends string>(name: string, values: readonly T[]): T | undefined => {
    const asked = query.get(name)
    const value = values.find((known) => known === asked)
    if (asked !== undefined && value === undefined) throw refused(name, `one of ${values.join(', ')}`)
    return value
  }
  const day = (name: string): string | undefined => {
    const asked = query.get(name)
    if (asked !== undefined && !(isIsoDay(asked) && asked >= '1970-01-02' && asked < '9999')) {
      throw refused(name, 'a day, YYYY-MM-DD')
    }
    return asked
  }
  const commit = text('commit')
  if (commit !== undefined && !UUID.test(commit)) throw refused('commit', 'the id of a commit')
  const first = day('day') ?? day('from')
  const last = day('day') ?? day('to')
  return {
    zone: text('zone'),
    building: text('building'),
    office: text('office'),
    collection: oneOf('collection', COLLECTIONS),
    id: text('id'),
    person: text('person'),
    commit,
    kind: oneOf('kind', COMMIT_KINDS),
    from: first === undefined ? undefined : startOfDay(first),
    to: last === undefined ? undefined : startOfDay(addDays(last, 1)),
  }
}

const startOfDay = (day: string): Date => new Date(instantInMorocco(day, '00:00') ?? Number.NaN)
