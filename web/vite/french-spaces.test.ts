import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import compile from 'icu-minify/compile'
import { describe, expect, it } from 'vitest'
import { frenchSpaces } from './french-spaces.ts'

describe('spaces of French', () => {
  it('keep a sign with the word before it, and quotes with what they hold', () => {
    expect(frenchSpaces('Loyer : 80. Est-ce voulu ? « Tout » ; oui !')).toBe(
      'Loyer\u00a0: 80. Est-ce voulu\u202f? «\u00a0Tout\u00a0»\u202f; oui\u202f!',
    )
  })

  it('leave every phrase one that compiles to the same pieces', () => {
    const folder = join(import.meta.dirname, '../src/i18n/fr')
    const texts = readdirSync(folder).flatMap((file) => {
      const found: string[] = []
      JSON.parse(readFileSync(join(folder, file), 'utf8'), (_, value) => {
        if (typeof value === 'string') found.push(value)
        return value as unknown
      })
      return found
    })
    const bare = (text: string) => JSON.stringify(compile(text)).replace(/[\u00a0\u202f]/g, ' ')
    expect(texts.filter((text) => text !== frenchSpaces(text)).length).toBeGreaterThan(50)
    expect(texts.filter((text) => bare(text) !== bare(frenchSpaces(text)))).toEqual([])
  })
})
