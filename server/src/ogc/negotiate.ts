import type { Language } from '@tvl/model'
import { LANGUAGES } from '@tvl/model/schema'
import type { FastifyRequest } from 'fastify'
import type { Query } from './parameters/query-string.ts'
import { refuse } from './refuse.ts'

export type Format = 'json' | 'html'

interface Weighted {
  readonly name: string
  readonly weight: number
}

/** No browser sends more; what is longer is read as far as this. */
const LONGEST_HEADER = 2048

const WEIGHT = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/

/** The ranges of an Accept or Accept-Language header, best first; equal ones in the order given. */
function weighted(header: string): Weighted[] {
  const ranges = header
    .slice(0, LONGEST_HEADER)
    .split(',')
    .flatMap((part): Weighted[] => {
      const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
      const weight = parameters.map((parameter) => WEIGHT.exec(parameter)?.[1]).find((found) => found !== undefined)
      return name === '' ? [] : [{ name, weight: weight === undefined ? 1 : Number(weight) }]
    })
  return ranges.sort((a, b) => b.weight - a.weight)
}

/**
 * The format to answer in: `f` if given, else the best that `Accept` allows; JSON where all is allowed.
 * @param jsonTypes media types that mean the JSON form of the resource
 * @throws a problem `format.unknown` (400) for an unknown `f`, `format.none` (406) when no format fits `Accept`
 */
export function negotiateFormat(request: FastifyRequest, query: Query, jsonTypes: readonly string[]): Format {
  const asked = query.get('f')
  if (asked !== undefined) {
    if (asked === 'json' || asked === 'html') return asked
    throw refuse(400, 'format.unknown', 'f can be json or html.')
  }
  const { accept } = request.headers
  if (accept === undefined || accept === '*/*') return 'json'
  const ranges = weighted(accept)
  // A more specific range overrides a wider one, whatever the order (RFC 9110, 12.5.1).
  const weightOf = (type: string): number =>
    [type, `${type.split('/')[0]}/*`, '*/*'].map((name) => ranges.find((range) => range.name === name)).find(Boolean)
      ?.weight ?? 0
  const json = Math.max(...jsonTypes.map((type) => weightOf(type.split(';')[0] ?? type)))
  const html = weightOf('text/html')
  if (json === 0 && html === 0) throw refuse(406, 'format.none', `There are ${jsonTypes[0]} and text/html.`)
  return html > json ? 'html' : 'json'
}

const known = new Set<string>(LANGUAGES)

/**
 * The language to answer in: `lang` if given, else the best of `Accept-Language`, else French.
 * @throws a problem `lang.unknown`, 400
 */
export function negotiateLanguage(request: FastifyRequest, query: Query): Language {
  const asked = query.get('lang')
  if (asked !== undefined) {
    if (known.has(asked)) return asked as Language
    throw refuse(400, 'lang.unknown', `lang can be ${LANGUAGES.join(', ')}.`)
  }
  return preferredLanguage(request.headers['accept-language'])
}

/** The best of a header’s languages, French where it names none of ours. */
export function preferredLanguage(header: string | undefined): Language {
  if (!header) return 'fr'
  for (const { name, weight } of weighted(header)) {
    const language = name.split('-')[0] ?? ''
    if (weight > 0 && known.has(language)) return language as Language
  }
  return 'fr'
}
