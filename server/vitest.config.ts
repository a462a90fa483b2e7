import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** One PostgreSQL for the run, one database for each test file that asks for it. */
export default defineConfig({
  test: {
    name: 'server',
    root: here('.'),
    include: ['src/**/*.test.ts'],
    globalSetup: [here('./src/testing/global-setup.ts')],
    // No module here keeps anything of a test: loading all of them anew for each file took half of the time.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
