import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NEED_TERMS, NO_NEED } from '@tvl/model'
import { describe, expect, it } from 'vitest'
import { termKey } from './term-key.ts'

const phrases = JSON.parse(readFileSync(join(import.meta.dirname, '../../i18n/fr/need.json'), 'utf8')) as {
  term: Record<string, string>
}

describe('the phrase of a term', () => {
  const terms = new Set([...NEED_TERMS, ...(Object.keys(NO_NEED) as (keyof typeof NO_NEED)[])])
  it.each([...terms])('%s has one, for one block and for several', (term) => {
    expect(phrases.term).toHaveProperty(termKey(term, true))
    expect(phrases.term).toHaveProperty(termKey(term, false))
  })
})
