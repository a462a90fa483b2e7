import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** One project a package; the server brings its own set-up, because its tests need a database. */
export default defineConfig({
  test: {
    // By itself it leaves one core of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: ['model', 'data', 'web', 'scripts', 'server'].map((name) =>
      existsSync(new URL(`./${name}/vitest.config.ts`, import.meta.url))
        ? `./${name}/vitest.config.ts`
        : { test: { name, root: `./${name}`, include: ['src/**/*.test.{ts,tsx}'], testTimeout: 60_000 } },
    ),
  },
})
