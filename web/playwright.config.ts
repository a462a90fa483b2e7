import { defineConfig } from '@playwright/test'

const port = Number(process.env.E2E_PORT ?? 8175)
const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Journeys run against the built server with the demo catalogue of size S and a clock that stands still. */
export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['dot'], ['json']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    timezoneId: 'Africa/Casablanca',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        ...root,
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
      ],
    },
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node e2e/serve.mjs',
    url: `http://127.0.0.1:${port}/ready`,
    timeout: 120_000,
    env: { PORT: String(port) },
  },
})
