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
        for (const chunk of chunks) {
          if (!modules.some((module) => chunk.facadeModuleId?.endsWith(module))) continue
          wanted.add(chunk.fileName)
          for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style)
          for (const file of chunk.imports) wanted.add(file)
        }
        for (const chunk of chunks) {
          if (!chunk.isEntry) continue
          for (const file of [chunk.fileName, ...chunk.imports]) wanted.delete(file)
        }
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
