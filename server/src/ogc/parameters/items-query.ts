import type { Language } from '@tvl/model'
import type { Queryable } from '../../catalogue/queryables.ts'
import type { Snapshot } from '../../catalogue/snapshot.ts'
import type { Table } from '../../catalogue/table.ts'
import type { Expr } from '../../cql2/ast.ts'
import { parseDay } from '../../cql2/temporal.ts'
import type { Place } from '../engine/order.ts'
import type { FilterLang, Question, Scoring } from '../engine/question.ts'
import { refuse } from '../refuse.ts'
import { checkCrs, readBbox } from './bbox.ts'
import { readCursor } from './cursor.ts'
import { readDatetime } from './datetime.ts'
import { readLimit } from './limit.ts'
import { type Query, refuseUnknown } from './query-string.ts'
import { readSortby } from './sortby.ts'

/** Parameters that every resource takes. */
export const COMMON_PARAMETERS = ['f', 'lang', 'as-of'] as const
/** Parameters that `items` takes in every collection, beside one for each queryable. */
export const ITEMS_PARAMETERS = [
  ...COMMON_PARAMETERS,
  'bbox',
  'bbox-crs',
  'datetime',
  'limit',
  'cursor',
  'filter',
  'filter-lang',
  'filter-crs',
  'sortby',
] as const
/** Parameters of the neutral score, by which zones can be sorted. */
export const SCORE_PARAMETERS = ['score-date', 'score-languages'] as const

export interface ItemsQuery {
  readonly question: Question
  readonly limit: number
  readonly after: Place | null
}

const known = new Map<string, ReadonlySet<string>>()

function knownParameters(table: Table): ReadonlySet<string> {
  const found = known.get(table.id)
  if (found) return found
  const names = new Set<string>([
    ...ITEMS_PARAMETERS,
    ...(table.id === 'zones' ? SCORE_PARAMETERS : []),
    'id',
    ...table.queryables.map(({ name }) => name),
  ])
  known.set(table.id, names)
  return names
}

/** Whether items can be sorted by a property: any single value, and the score of a zone. */
export const isSortable = (table: Table, property: string): boolean =>
  property === 'id' ||
  (table.id === 'zones' && property === 'score') ||
  table.queryables.some(({ name, type }) => name === property && type !== 'array')

/**
 * Reads all parameters of a request for items.
 * @throws a problem, 400, for a parameter that is unknown or has a value it cannot have
 */
export function readItemsQuery(query: Query, table: Table, snapshot: Snapshot, language: Language): ItemsQuery {
  refuseUnknown(query, knownParameters(table))
  const get = (name: string) => query.get(name)
  const bboxCrs = get('bbox-crs')
  if (bboxCrs !== undefined) checkCrs('bbox-crs', bboxCrs)
  const filterCrs = get('filter-crs')
  if (filterCrs !== undefined) checkCrs('filter-crs', filterCrs)
  const bbox = get('bbox')
  const datetime = get('datetime')
  const sort = readSortby(get('sortby'), (property) => isSortable(table, property))
  const cursor = get('cursor')
  return {
    question: {
      bbox: bbox === undefined ? null : readBbox(bbox),
      datetime: datetime === undefined ? null : readDatetime(datetime),
      properties: readProperties(query, table),
      filter: readFilter(get('filter'), get('filter-lang')),
      sort,
      scoring: table.id === 'zones' ? readScoring(query, snapshot.today) : null,
      language,
    },
    limit: readLimit(get('limit')),
    after: cursor === undefined ? null : readCursor(cursor, sort),
  }
}

function readFilter(text: string | undefined, lang = 'cql2-text'): Question['filter'] {
  if (lang !== 'cql2-text' && lang !== 'cql2-json') {
    throw refuse(400, 'filter-lang.unknown', 'filter-lang can be cql2-text or cql2-json.')
  }
  if (text === undefined) return null
  if (text.trim() === '') throw refuse(400, 'filter.empty', 'filter is empty.')
  return { text, lang: lang satisfies FilterLang }
}

function readProperties(query: Query, table: Table): Expr[] {
  const tests: Expr[] = []
  const id = query.get('id')
  if (id !== undefined) tests.push(equals('id', { type: 'string', value: id }))
  for (const queryable of table.queryables) {
    const text = query.get(queryable.name)
    if (text !== undefined) tests.push(propertyTest(queryable, text))
  }
  return tests
}

const equals = (name: string, value: Expr): Expr => ({
  type: 'call',
  op: '=',
  args: [{ type: 'property', name }, value],
})

/** The test that a parameter named like a queryable makes: equal, or in the list, as the value’s own type. */
function propertyTest({ name, type, enum: values }: Queryable, text: string): Expr {
  const invalid = (wanted: string) =>
    refuse(400, 'property.invalid', `${name} takes ${wanted}, not “${text.slice(0, 60)}”.`)
  switch (type) {
    case 'number':
    case 'integer': {
      const value = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN
      if (!Number.isFinite(value) || (type === 'integer' && !Number.isInteger(value))) {
        throw invalid(type === 'integer' ? 'a whole number' : 'a number')
      }
      return equals(name, { type: 'number', value })
    }
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw invalid('true or false')
      return equals(name, { type: 'boolean', value: text === 'true' })
    case 'date':
      if (parseDay(text) === null) throw invalid('a day, YYYY-MM-DD')
      return equals(name, { type: 'date', value: text })
    case 'array':
      return {
        type: 'call',
        op: 'a_contains',
        args: [
          { type: 'property', name },
          { type: 'array', items: [{ type: 'string', value: text }] },
        ],
      }
    case 'string':
      if (values && !values.includes(text)) throw invalid(`one of ${values.join(', ')}`)
      return equals(name, { type: 'string', value: text })
  }
}

const NEED_LANGUAGES = ['fr', 'en', 'es'] as const

function readScoring(query: Query, today: string): Scoring {
  const date = query.get('score-date')
  const day = parseDay(date ?? today)
  if (day === null) throw refuse(400, 'score.invalid', 'score-date takes a day, YYYY-MM-DD.')
  const asked = query.get('score-languages')
  const languages = (asked ? asked.split(',') : []).map((text) => {
    const language = NEED_LANGUAGES.find((known) => known === text)
    if (!language) throw refuse(400, 'score.invalid', `score-languages takes a list of ${NEED_LANGUAGES.join(', ')}.`)
    return language
  })
  return { day, languages: [...new Set(languages)].sort() }
}
