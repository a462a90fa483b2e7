import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compileMessages } from './vite/compile-messages.ts'
import { firstRequests } from './vite/first-requests.ts'
import { precompress } from './vite/precompress.ts'
import { preloadChunks } from './vite/preload-chunks.ts'

/** Where `pnpm dev` finds the API; the built pages are served by the server itself. */
const api = process.env.API_URL ?? 'http://127.0.0.1:8080'

/** What the first page is made of. */
const FIRST_MODULES = ['/app/app.tsx', '/explore/explore.tsx']

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compileMessages(), preloadChunks(FIRST_MODULES), firstRequests(FIRST_MODULES), precompress()],
  resolve: {
    alias: [
      // Messages are compiled at build time, so the page carries no message parser.
      { find: /^use-intl\/format-message$/, replacement: 'use-intl/format-message/format-only' },
    ],
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/ogc', '/tiles', '/basemap', '/health', '/ready', '/media'].map((path) => [
        path,
        // The host stays as the page has it: the server refuses what seems to come from another site.
        { target: api, changeOrigin: false },
      ]),
    ),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssMinify: true,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
        codeSplitting: {
          groups: [
            // What starts everything else: small, so that it runs while the rest still travels.
            {
              name: 'start',
              priority: 3,
              test: /\/web\/src\/(state\/(?!console|grid-draft|outbox)|i18n\/(format|languages|load-messages)\.ts|api\/(early-fetch|paths)\.ts|app\/theme\.ts)/,
            },
            // The first page in one file: on a slow line each further file costs a round trip.
            { name: 'app', priority: 2, test: /\/web\/src\/(app\/app\.tsx|features\/explore\/explore\.tsx)$/ },
            // What the first page says travels as one file per language.
            {
              name: (id) => `phrases-${/i18n\/(\w+)\//.exec(id)?.[1] ?? ''}`,
              test: /\/i18n\/(fr|ar|en)\/(common|explore|map|need|provenance)\.json$/,
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
})
