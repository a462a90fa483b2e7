import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const DIST = fileURLToPath(new URL('dist/', import.meta.url))

/** Bundled modules keep the address of their source, by which they find the files beside them (SQL, facts). */
function keepModuleAddresses(): Plugin {
  return {
    name: 'keep-module-addresses',
    transform: {
      filter: { code: 'import.meta.' },
      handler(code, id) {
        if (!id.startsWith(ROOT) || id.includes('/node_modules/')) return null
        const address = `new URL(${JSON.stringify(relative(DIST, id))}, import.meta.url).href`
        const own = code
          .replaceAll('import.meta.url', address)
          .replaceAll(
            'import.meta.dirname',
            `process.getBuiltinModule('node:url').fileURLToPath(new URL('.', ${address}))`,
          )
        return { code: own, map: null }
      },
    },
  }
}

/** One file that plain Node runs: our packages inside, the npm packages outside. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [keepModuleAddresses()],
  ssr: { noExternal: [/^@tvl\//] },
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: { output: { entryFileNames: 'main.js' } },
  },
})
