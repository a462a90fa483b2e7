import { defineConfig } from '@playwright/test'
import { folderOf } from './e2e/support/folder.ts'
import { launchWith, WITH_MAP } from './e2e/support/launch.ts'

const port = Number(process.env.E2E_PORT ?? 8175)
const address = (which: number) => `http://127.0.0.1:${which}`
const server = (which: number) => ({
  command: 'node e2e/serve.mjs',
  url: `${address(which)}/ready`,
  timeout: 120_000,
  // Killed, it would leave its database behind.
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
  env: { PORT: String(which), FOLDER: folderOf(which) },
})

/**
 * Journeys run against the built server with the demo catalogue of size S and a clock that stands still. Those that
 * change the catalogue have a server of their own, so that those that read it know what is in it.
 */
export default defineConfig({
  outputDir: './test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // The keyboard walks a whole journey beside a map drawn in software: on a busy machine that takes its time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // The whole check reads the JSON file; a person reads the list.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['dot'], ['json']] : [['list']],
  use: {
    timezoneId: 'Africa/Casablanca',
    launchOptions: launchWith(WITH_MAP),
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'reading', testDir: './e2e', testIgnore: 'writing/**', use: { baseURL: address(port) } },
    // One spec may not see another's changes in the making: each file keeps to units of its own.
    { name: 'writing', testDir: './e2e/writing', use: { baseURL: address(port + 1) } },
  ],
  webServer: [server(port), server(port + 1)],
})
