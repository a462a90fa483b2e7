import { refuse } from '../refuse.ts'

/** The parameters of a request, by name. */
export type Query = ReadonlyMap<string, string>

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw refuse(400, 'query.encoding', 'The query string has a broken percent-encoding.')
  }
}

/**
 * Reads the query string of a request target strictly, because a lenient reader would turn a typing error into another
 * question: a broken percent-encoding, a NUL and a repeated parameter are refused.
 * @throws a problem `query.encoding` or `query.repeated`, both 400
 */
export function readQuery(target: string): Query {
  const query = new Map<string, string>()
  const start = target.indexOf('?')
  if (start === -1) return query
  for (const part of target.slice(start + 1).split('&')) {
    if (part === '') continue
    const equals = part.indexOf('=')
    const name = decode(equals === -1 ? part : part.slice(0, equals))
    if (query.has(name)) throw refuse(400, 'query.repeated', `The parameter “${name.slice(0, 60)}” is given twice.`)
    const value = equals === -1 ? '' : decode(part.slice(equals + 1))
    // The store knows no such character, and no text of the catalogue has one.
    if (value.includes('\0')) throw refuse(400, 'query.encoding', 'A parameter has no NUL in it.')
    query.set(name, value)
  }
  return query
}

/** Refuses every parameter that the operation does not define (OGC API – Features, /req/core/query-param-unknown). */
export function refuseUnknown(query: Query, known: ReadonlySet<string>): void {
  for (const name of query.keys()) {
    if (!known.has(name)) {
      throw refuse(400, 'query.unknown', `There is no parameter “${name.slice(0, 60)}” here.`)
    }
  }
}
