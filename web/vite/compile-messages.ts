import compile from 'icu-minify/compile'
import type { Plugin } from 'vite'

type Tree = { [key: string]: string | Tree }

function compileTree(tree: Tree): unknown {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, typeof value === 'string' ? compile(value) : compileTree(value)]),
  )
}

/** Turns each `i18n/<language>/<namespace>.json` into compiled ICU messages: the page ships a formatter, no parser. */
export function compileMessages(): Plugin {
  return {
    name: 'tvl:compile-messages',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/i18n\/(fr|ar|en)\/[a-z-]+\.json$/.test(id)) return null
      return { code: JSON.stringify(compileTree(JSON.parse(code) as Tree)), map: null }
    },
  }
}
