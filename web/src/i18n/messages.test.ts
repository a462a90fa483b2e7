import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import compile from 'icu-minify/compile'
import { describe, expect, it } from 'vitest'

const here = import.meta.dirname
const namespaces = readdirSync(join(here, 'fr')).sort()
type Tree = { [key: string]: string | Tree }

const phrases = (language: string, file: string): Map<string, string> => {
  const flat = new Map<string, string>()
  const walk = (tree: Tree, path: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') flat.set(`${path}${key}`, value)
      else walk(value, `${path}${key}.`)
    }
  }
  walk(JSON.parse(readFileSync(join(here, language, file), 'utf8')) as Tree, '')
  return flat
}

/** The cases of every plural of a message, e.g. `[['zero','one','two','few','many','other']]`. */
const pluralsOf = (message: string): string[][] =>
  [...message.matchAll(/,\s*plural\s*,/g)].map((match) => {
    const cases: string[] = []
    let depth = 0
    let word = ''
    for (const character of message.slice(match.index + match[0].length)) {
      if (character === '{') {
        if (depth === 0 && word.trim()) cases.push(word.trim())
        word = ''
        depth++
      } else if (character === '}') {
        depth--
        if (depth < 0) break
      } else if (depth === 0) word += character
    }
    return cases.filter((name) => !name.startsWith('='))
  })

const argumentsOf = (message: string) =>
  [...new Set([...message.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1]))].sort()

/** Every form the language can ask for; `many` in French is for millions, which nothing here counts, but is a form. */
const REQUIRED: Record<string, readonly string[]> = {
  fr: ['one', 'other'],
  en: ['one', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
}

describe.each(namespaces)('%s', (file) => {
  const french = phrases('fr', file)

  it.each(['ar', 'en'])('has the same keys in %s as in French', (language) => {
    expect([...phrases(language, file).keys()].sort()).toEqual([...french.keys()].sort())
  })

  it.each(['fr', 'ar', 'en'])('has every plural form of %s and no empty phrase', (language) => {
    for (const [key, message] of phrases(language, file)) {
      expect(message.trim(), `${language}/${file} ${key}`).not.toBe('')
      expect(() => compile(message), `${language}/${file} ${key}`).not.toThrow()
      for (const cases of pluralsOf(message)) {
        expect(cases, `${language}/${file} ${key}`).toEqual(expect.arrayContaining([...(REQUIRED[language] ?? [])]))
      }
    }
  })

  it.each(['ar', 'en'])('takes the same values in %s as in French', (language) => {
    for (const [key, message] of phrases(language, file)) {
      const plural = (text: string) => text.includes('plural')
      const expected = argumentsOf(french.get(key) ?? '')
      // A form that says "two" in a word need not print the number, so a plural may leave a value out.
      if (plural(message)) continue
      expect(argumentsOf(message), `${language}/${file} ${key}`).toEqual(expected)
    }
  })
})
