/** A schema as OpenAPI 3.0.3 has them: JSON Schema without null types, constants and a few more. */
export type OasSchema = Readonly<Record<string, unknown>>

interface JsonSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean | JsonSchema
  readonly description?: string
  /** What every TypeBox type has, one of unknown values nothing else. */
  readonly '~kind'?: string
}

const KEPT = [
  'title',
  'description',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'example',
  'default',
] as const

const isNull = (schema: JsonSchema): boolean => schema.type === 'null' || schema.const === null

const flat = (schema: JsonSchema): readonly JsonSchema[] => schema.anyOf?.flatMap(flat) ?? [schema]

/**
 * Turns the JSON Schema of a TypeBox type into an OpenAPI 3.0 schema: `null` becomes `nullable`, literals become
 * `enum`, records become `additionalProperties`.
 */
export function oasSchema(schema: JsonSchema): OasSchema {
  const options = flat(schema)
  const values = options.filter((option) => !isNull(option))
  const nullable = values.length < options.length ? { nullable: true } : {}
  const own = keptOf(schema)
  const literals = values.flatMap((value) => (value.const !== undefined ? [value.const] : []))
  if (values.length > 0 && literals.length === values.length) {
    const isText = literals.every((literal) => typeof literal === 'string')
    const all = 'nullable' in nullable ? [...literals, null] : literals
    return { ...own, ...(isText ? { type: 'string' } : {}), enum: all, ...nullable }
  }
  const [only] = values
  if (values.length === 1 && only) return { ...plain(only), ...own, ...nullable }
  if (values.length > 1) return { ...own, anyOf: values.map(plain), ...nullable }
  return own
}

function keptOf(schema: object): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const name of KEPT) if (name in schema) kept[name] = (schema as Record<string, unknown>)[name]
  return kept
}

function plain(schema: JsonSchema): OasSchema {
  const own = keptOf(schema)
  if (schema.const !== undefined) return { ...own, enum: [schema.const] }
  if (schema.enum) return { ...own, ...(schema.type ? { type: schema.type } : {}), enum: schema.enum }
  if (schema.type === 'array') return { ...own, type: 'array', items: schema.items ? oasSchema(schema.items) : {} }
  if (schema.type !== 'object') return { ...own, ...(schema.type ? { type: schema.type } : {}) }
  const [ofAll] = Object.values(schema.patternProperties ?? {})
  const additional = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : ofAll
  return {
    ...own,
    type: 'object',
    ...(schema.required?.length ? { required: schema.required } : {}),
    ...(schema.properties
      ? {
          properties: Object.fromEntries(
            Object.entries(schema.properties).map(([name, one]) => [name, oasSchema(one)]),
          ),
        }
      : {}),
    ...(additional ? { additionalProperties: oasSchema(additional) } : {}),
  }
}
