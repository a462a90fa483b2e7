import compile from 'icu-minify/compile'
import type { Plugin } from 'vite'
import { frenchSpaces } from './french-spaces.ts'

type Tree = { [key: string]: string | Tree }

function compileTree(tree: Tree, spaced: (text: string) => string): unknown {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? compile(spaced(value)) : compileTree(value, spaced),
    ]),
  )
}

/** Turns each `i18n/<language>/<namespace>.json` into compiled ICU messages: the page ships a formatter, no parser. */
export function compileMessages(): Plugin {
  return {
    name: 'tvl:compile-messages',
    enforce: 'pre',
    transform(code, id) {
      const language = /\/src\/i18n\/(fr|ar|en)\/[a-z-]+\.json$/.exec(id)?.[1]
      if (!language) return null
      const spaced = language === 'fr' ? frenchSpaces : (text: string) => text
      return { code: JSON.stringify(compileTree(JSON.parse(code) as Tree, spaced)), map: null }
    },
  }
}
