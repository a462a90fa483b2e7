import { catalogue } from '@tvl/data'
import * as schemas from '@tvl/model/schema'
import { LANGUAGES } from '@tvl/model/schema'
import { describe, expect, it } from 'vitest'
import { valueWords } from './value-words.ts'

interface SchemaNode {
  properties?: Record<string, SchemaNode>
  anyOf?: SchemaNode[]
  items?: SchemaNode
  enum?: unknown[]
  const?: unknown
}

/** Every code a schema lets a property hold, however deep. */
function* codesOf(name: string, node: SchemaNode): Generator<[property: string, code: string]> {
  for (const code of [...(node.enum ?? []), node.const]) if (typeof code === 'string') yield [name, code]
  for (const part of [...(node.anyOf ?? []), ...(node.items ? [node.items] : [])]) yield* codesOf(name, part)
  for (const [property, part] of Object.entries(node.properties ?? {}))
    if (property !== 'provenance') yield* codesOf(property, part)
}

const { Building, Incentive, Infrastructure, Office, Province, Zone } = schemas

describe('the words for coded values', () => {
  it('has words in each language for every code that a schema names', () => {
    const codes = [Building, Incentive, Infrastructure, Office, Province, Zone].flatMap((schema) => [
      ...codesOf('', schema as SchemaNode),
    ])
    expect(codes.length).toBeGreaterThan(40)
    for (const [property, code] of codes)
      for (const language of LANGUAGES)
        expect(valueWords(property, code, language), `${property} = ${code}, ${language}`).toBeTruthy()
  })

  it('has words for every category of incentive in the catalogue', () => {
    const records = [...catalogue({ catalogue: 'facts', inventory: 'S', today: '2026-11-23' })]
    const categories = records.flatMap(({ collection, properties }) =>
      collection === 'incentives' ? [String((properties as { category: string }).category)] : [],
    )
    expect(categories.length).toBeGreaterThan(5)
    for (const category of categories) expect(valueWords('category', category, 'ar'), category).toBeTruthy()
  })

  it('leaves names and other free text as they are', () => {
    expect(valueWords('name', 'free', 'en')).toBeUndefined()
    expect(valueWords('status', 'constructor', 'en')).toBeUndefined()
  })
})
