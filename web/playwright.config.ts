import { defineConfig } from '@playwright/test'
import { launchWith, WITH_MAP } from './e2e/support/launch.ts'

const port = Number(process.env.E2E_PORT ?? 8175)

/** Journeys run against the built server with the demo catalogue of size S and a clock that stands still. */
export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // The keyboard walks a whole journey beside a map drawn in software: on a busy machine that takes its time.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // The whole check reads the JSON file; a person reads the list.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['dot'], ['json']] : [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    timezoneId: 'Africa/Casablanca',
    launchOptions: launchWith(WITH_MAP),
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: 'node e2e/serve.mjs',
    url: `http://127.0.0.1:${port}/ready`,
    timeout: 120_000,
    env: { PORT: String(port) },
  },
})
