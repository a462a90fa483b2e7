import { mkdir } from 'node:fs/promises'
import { build } from './tools/build.ts'
import { bundleSize } from './tools/bundle-size.ts'
import { type Check, command, playwrightTally, runChecks, together, vitestTally } from './tools/check.ts'
import { findChromium } from './tools/chromium.ts'
import { install } from './tools/debian.ts'
import { checkNodeVersion } from './tools/node-version.ts'
import { at } from './tools/paths.ts'
import { startDebianPostgres } from './tools/postgres.ts'
import { main, run } from './tools/run.ts'

const bin = (name: string) => at(`node_modules/.bin/${name}`)
const PACKAGES = ['model', 'data', 'server', 'web', 'scripts']
const REPORTS = at('.cache/reports')

interface Vitest {
  projects: readonly string[]
  /** Only the tests that load this file, themselves or by what they load. */
  loading?: string
  env?: NodeJS.ProcessEnv
}

function vitest(name: string, { projects, loading, env = {} }: Vitest): Check {
  return {
    name,
    run: async () => {
      const report = `${REPORTS}/${name.replaceAll(/\W+/g, '-')}.json`
      const which = loading === undefined ? ['run'] : ['related', '--run', loading]
      const args = [...which, ...projects.flatMap((project) => ['--project', project])]
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      const outcome = await run(bin('vitest'), [...args, ...reporters], { env })
      if (outcome.code !== 0) console.log(`\n${outcome.output}`)
      return vitestTally(outcome, report)
    },
  }
}

function browser(chromium: string): Check {
  return {
    name: 'Pages in a real browser',
    run: async () => {
      const report = `${REPORTS}/browser.json`
      const cli = at('web/node_modules/@playwright/test/cli.js')
      const outcome = await run(process.execPath, [cli, 'test', '--config', at('web/playwright.config.ts')], {
        show: true,
        env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      })
      return playwrightTally(outcome, report)
    },
  }
}

await main(async () => {
  checkNodeVersion()
  await mkdir(REPORTS, { recursive: true })
  const chromium = await findChromium()
  console.log(`Browser: ${chromium}`)
  if ((await run('ogrinfo', ['--version'])).code !== 0)
    await install(['gdal-bin'], 'the test of the standard API with GDAL')
  if ((await run('soffice', ['--version'])).code !== 0)
    await install(['libreoffice-calc-nogui'], 'the test that recalculates workbooks')
  if ((await run('pdftotext', ['-v'])).code !== 0) await install(['poppler-utils'], 'the tests that read dossiers back')
  const postgres = await startDebianPostgres()
  console.log(`Second database engine: ${postgres.version}`)
  try {
    await build()
    const ok = await runChecks([
      together('Format, lint, CSS, imports and types', [
        command('Format and lint', bin('biome'), ['check', '.']),
        command('CSS is logical', bin('stylelint'), ['web/src/**/*.css']),
        command('Imports point one way', bin('depcruise'), [
          '--config',
          '.dependency-cruiser.cjs',
          ...PACKAGES.map((name) => `${name}/src`),
        ]),
        ...PACKAGES.map((name) => command(`Types of ${name}`, bin('tsc'), ['-p', name])),
      ]),
      bundleSize,
      vitest('Rules, data, pages and scripts', { projects: ['model', 'data', 'web', 'scripts'] }),
      vitest('Server on the embedded PostgreSQL', { projects: ['server'], env: { CHROMIUM_PATH: chromium } }),
      // Again what asks for a database; the rest of the server meets none, or starts the embedded one itself.
      vitest('Server on PostgreSQL 15', {
        projects: ['server'],
        loading: at('server/src/testing/database.ts'),
        env: { TEST_DATABASE_URL: postgres.url },
      }),
      browser(chromium),
    ])
    if (!ok) process.exitCode = 1
  } finally {
    await postgres.stop()
  }
})
