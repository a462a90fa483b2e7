import type { Plugin, Rolldown } from 'vite'
import { FIRST_PATHS } from '../src/api/paths.ts'
import { LANGUAGES } from '../src/i18n/languages.ts'

/** The file in which the build tells the server what a page asks for first. */
export const FIRST_REQUESTS = 'first-requests.json'

/**
 * Writes down what the pages ask for as soon as they run, so that the server can name it beside the document: data and
 * phrases then travel with the code that reads them, and not after it. The code stands first and its largest file
 * before the others, because it has the longest way; a browser opens six connections and takes them in this order.
 */
export function firstRequests(modules: readonly string[]): Plugin {
  return {
    name: 'tvl:first-requests',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((item) => item.type === 'chunk')
      const phrasesOf = (language: string) => chunks.find(({ name }) => name === `phrases-${language}`)?.fileName
      const phrases = LANGUAGES.map((language) => [language, `/${phrasesOf(language)}`] as const)
      const first = chunks.filter(
        (chunk) => chunk.isEntry || modules.some((module) => chunk.moduleIds.some((id) => id.endsWith(module))),
      )
      const named = first.flatMap((chunk) => [chunk.fileName, ...chunk.imports])
      const length = (file: string) => (bundle[file] as Rolldown.OutputChunk | undefined)?.code.length ?? 0
      const scripts = [...new Set(named)].sort((a, b) => length(b) - length(a)).map((file) => `/${file}`)
      this.emitFile({
        type: 'asset',
        fileName: FIRST_REQUESTS,
        source: JSON.stringify({ scripts, data: FIRST_PATHS, phrases: Object.fromEntries(phrases) }),
      })
    },
  }
}
