import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Cql2Error } from './errors.ts'
import { anyFilter, awkwardText } from './filters.maker.ts'
import { parseCql2Json, parseCql2JsonText } from './parse-json.ts'
import { parseCql2Text } from './parse-text.ts'
import { toCql2Json } from './print-json.ts'
import { toCql2Text } from './print-text.ts'

describe('any filter', () => {
  it('is the same tree after being written as text and read', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        expect(parseCql2Text(toCql2Text(filter))).toEqual(filter)
      }),
    )
  })

  it('is the same tree after being written as JSON and read', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        expect(parseCql2JsonText(JSON.stringify(toCql2Json(filter)))).toEqual(filter)
      }),
    )
  })
})

/** Runs a parser on what may be rubbish: it gives a tree or throws a Cql2Error, and nothing else. */
function survives(parse: () => unknown): boolean {
  try {
    parse()
  } catch (error) {
    if (!(error instanceof Cql2Error)) throw error
  }
  return true
}

const fragment = fc.oneof(
  fc.constantFrom(
    ...'( ) , = <> ^ % - AND OR NOT LIKE IN IS NULL BETWEEN div DATE( INTERVAL( POINT( BBOX( a_equals('.split(' '),
  ),
  fc.constantFrom("'2026-01-01'", "'..'", "'x'", '"n"', 'a', '1', '-2.5', 'f(', 'S_WITHIN(', 'POLYGON((', 'TRUE'),
  awkwardText,
)

describe('rubbish', () => {
  it('in text never causes another error than a Cql2Error', () => {
    const rubbish = fc.oneof(
      fc.array(fragment, { maxLength: 20 }).map((parts) => parts.join(' ')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    )
    fc.assert(
      fc.property(rubbish, (text) => survives(() => parseCql2Text(text))),
      { numRuns: 1000 },
    )
  })

  it('in a cut-off filter never causes another error than a Cql2Error', () => {
    fc.assert(
      fc.property(anyFilter, fc.nat(), (filter, cut) => {
        const text = toCql2Text(filter)
        return survives(() => parseCql2Text(text.slice(0, cut % (text.length + 1))))
      }),
    )
  })

  it('in JSON never causes another error than a Cql2Error', () => {
    const key = fc.constantFrom(
      'op',
      'args',
      'property',
      'date',
      'interval',
      'type',
      'coordinates',
      'bbox',
      '__proto__',
    )
    const { node } = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom(null, true, 0, 'and', 'in', 'Point', 'Polygon', '..', '2026-01-01', 'between'),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(key, tie('node'), { maxKeys: 3, noNullPrototype: true }),
      ),
    }))
    fc.assert(
      fc.property(node, (value) => survives(() => parseCql2Json(value))),
      { numRuns: 1000 },
    )
    fc.assert(fc.property(fc.anything(), (value) => survives(() => parseCql2Json(value))))
  })
})
