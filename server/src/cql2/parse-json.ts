import { AstBuilder, type Call, CQL2_LIMITS, type Expr, type Interval, type IntervalBound, tooDeep } from './ast.ts'
import { Cql2Error } from './errors.ts'
import { parseGeoJson } from './parse-geojson.ts'
import { bboxLiteral, intervalBound } from './parse-literals.ts'
import { temporalLiteral } from './temporal.ts'
import { finite } from './token-reader.ts'

/**
 * Parses a filter in CQL2 JSON from its text.
 * @throws {Cql2Error} `cql2.syntax` also when the text isn't JSON at all
 */
export function parseCql2JsonText(text: string): Expr {
  if (text.length > CQL2_LIMITS.length) {
    throw new Cql2Error('cql2.too-long', `A filter can have ${CQL2_LIMITS.length} characters at the most.`)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Cql2Error('cql2.syntax', 'The filter isn’t valid JSON.')
  }
  return parseCql2Json(value)
}

/**
 * Parses a filter in CQL2 JSON (OGC 21-065r2, clause 8.3) from the value that `JSON.parse` gives.
 * Members that the standard doesn't name are ignored.
 * @throws {Cql2Error} with the JSON pointer of what is wrong
 */
export function parseCql2Json(value: unknown): Expr {
  return new JsonParser().expr(value, '', 0)
}

const has = (value: object, key: string): boolean => Object.hasOwn(value, key)

class JsonParser {
  readonly #builder = new AstBuilder()

  expr(value: unknown, pointer: string, depth: number): Expr {
    const origin = { pointer }
    if (depth >= CQL2_LIMITS.depth) throw tooDeep(origin)
    switch (typeof value) {
      case 'string':
        return this.#builder.leaf({ type: 'string', value }, origin)
      case 'boolean':
        return this.#builder.leaf({ type: 'boolean', value }, origin)
      case 'number':
        return this.#builder.leaf({ type: 'number', value: finite(value, origin) }, origin)
    }
    if (Array.isArray(value)) return this.#builder.array(this.#exprs(value, pointer, depth), origin)
    if (typeof value !== 'object' || value === null) {
      throw new Cql2Error('cql2.syntax', 'Null isn’t a value in CQL2; use the operator isNull.', origin)
    }
    return this.#object(value as Record<string, unknown>, pointer, depth)
  }

  #exprs(values: readonly unknown[], pointer: string, depth: number): Expr[] {
    if (values.length > CQL2_LIMITS.terms) {
      throw new Cql2Error('cql2.too-many-terms', `A filter can have ${CQL2_LIMITS.terms} terms at the most.`, {
        pointer,
      })
    }
    return values.map((item, index) => this.expr(item, `${pointer}/${index}`, depth + 1))
  }

  #object(value: Record<string, unknown>, pointer: string, depth: number): Expr {
    const origin = { pointer }
    if (has(value, 'op')) return this.#call(value, pointer, depth)
    if (has(value, 'property')) {
      const name = value.property
      if (typeof name !== 'string' || name === '') {
        throw new Cql2Error('cql2.syntax', 'The name of a property is a string.', { pointer: `${pointer}/property` })
      }
      return this.#builder.leaf({ type: 'property', name }, origin)
    }
    for (const type of ['date', 'timestamp'] as const) {
      if (!has(value, type)) continue
      const text = value[type]
      const at = { pointer: `${pointer}/${type}` }
      if (typeof text !== 'string') throw new Cql2Error('cql2.temporal', `A ${type} is written as a string.`, at)
      return this.#builder.leaf(temporalLiteral(text, type, at), origin)
    }
    if (has(value, 'interval')) return this.#interval(value.interval, pointer, depth)
    if (has(value, 'type')) {
      return this.#builder.leaf({ type: 'geometry', value: parseGeoJson(value, pointer, this.#builder) }, origin)
    }
    if (has(value, 'bbox')) {
      const at = { pointer: `${pointer}/bbox` }
      const box = value.bbox
      if (!Array.isArray(box) || !box.every((number) => typeof number === 'number')) {
        throw new Cql2Error('cql2.geometry', 'A bounding box is an array of numbers.', at)
      }
      return this.#builder.leaf(
        bboxLiteral(
          box.map((number: number) => finite(number, at)),
          at,
        ),
        origin,
      )
    }
    throw new Cql2Error(
      'cql2.syntax',
      'An object needs one of op, property, date, timestamp, interval, type or bbox.',
      origin,
    )
  }

  #call(value: Record<string, unknown>, pointer: string, depth: number): Call {
    const { op, args } = value
    if (typeof op !== 'string' || op === '') {
      throw new Cql2Error('cql2.syntax', 'An operator is named by a string.', { pointer: `${pointer}/op` })
    }
    if (!has(value, 'args') || !Array.isArray(args)) {
      throw new Cql2Error('cql2.syntax', 'An operator needs its args as an array.', { pointer })
    }
    return this.#builder.call(op, this.#exprs(args, `${pointer}/args`, depth), { pointer })
  }

  #interval(value: unknown, pointer: string, depth: number): Interval {
    const at = `${pointer}/interval`
    if (!Array.isArray(value) || value.length !== 2) {
      throw new Cql2Error('cql2.temporal', 'An interval is an array of a start and an end.', { pointer: at })
    }
    const [start, end] = [this.#bound(value[0], `${at}/0`, depth), this.#bound(value[1], `${at}/1`, depth)]
    return this.#builder.interval(start, end, { pointer })
  }

  #bound(value: unknown, pointer: string, depth: number): IntervalBound {
    if (typeof value === 'string') return this.#builder.leaf(intervalBound(value, { pointer }), { pointer })
    const expr = this.expr(value, pointer, depth + 1)
    if (expr.type === 'property' || expr.type === 'call') return expr
    throw new Cql2Error('cql2.syntax', 'An interval goes between times, “..”, properties or functions.', { pointer })
  }
}
