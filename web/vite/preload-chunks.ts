import type { Plugin } from 'vite'

/**
 * Names lazily imported chunks in the page's head, so that they travel beside the entry and not after it. The entry
 * is kept tiny on purpose: it starts the phrases, the data and the application at the same time.
 */
export function preloadChunks(modules: readonly string[]): Plugin {
  return {
    name: 'tvl:preload-chunks',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const styles = new Set<string>()
        const chunks = Object.values(bundle ?? {}).filter((item) => item.type === 'chunk')
        const wanted = new Set<string>()
        const want = (file: string) => {
          const chunk = chunks.find((candidate) => candidate.fileName === file)
          if (!chunk || wanted.has(file)) return
          wanted.add(file)
          for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style)
          for (const imported of chunk.imports) want(imported)
        }
        for (const chunk of chunks) {
          if (modules.some((module) => chunk.moduleIds.some((id) => id.endsWith(module)))) want(chunk.fileName)
        }
        // What the entry itself imports is named already.
        const named = (file: string): string[] => {
          const chunk = chunks.find((candidate) => candidate.fileName === file)
          return chunk ? [file, ...chunk.imports.flatMap(named)] : []
        }
        for (const chunk of chunks) if (chunk.isEntry) for (const file of named(chunk.fileName)) wanted.delete(file)
        const scripts = [...wanted].map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        }))
        const sheets = [...styles].map((file) => ({
          tag: 'link',
          attrs: { rel: 'stylesheet', crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        }))
        return [...sheets, ...scripts]
      },
    },
  }
}
