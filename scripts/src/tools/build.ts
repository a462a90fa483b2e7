import { existsSync } from 'node:fs'
import { fingerprint, isUpToDate, remember } from './fingerprint.ts'
import { at } from './paths.ts'
import { run, Stop } from './run.ts'

interface BuildStep {
  name: string
  /** what the step does, as the person who waits reads it */
  says: string
  /** What the result depends on, below the root. */
  inputs: readonly string[]
  /** A file that is there when the step has run. */
  result: string
  command: readonly [string, ...string[]]
}

const node = process.execPath
const STEPS: readonly BuildStep[] = [
  {
    name: 'catalogue',
    says: 'Checking the catalogue',
    inputs: ['data/src', 'data/catalogue', 'model/src/schema'],
    result: 'data/catalogue/zones.json',
    command: [node, '--import', 'tsx', 'scripts/src/check-data.ts'],
  },
  {
    name: 'basemap',
    says: 'Building the basemap from open data packages',
    inputs: ['data/src/basemap', 'data/basemap', 'data/catalogue', 'data/package.json'],
    result: 'data/generated/basemap',
    command: [node, '--import', 'tsx', 'scripts/src/build-basemap.ts'],
  },
  {
    name: 'web',
    says: 'Building the pages',
    inputs: ['web', 'model/src', 'pnpm-lock.yaml'],
    result: 'web/dist/index.html',
    command: [node, 'web/node_modules/vite/bin/vite.js', 'build', 'web', '--config', 'web/vite.config.ts'],
  },
  {
    name: 'server',
    says: 'Building the server',
    inputs: ['server', 'model/src', 'data/src', 'data/catalogue', 'pnpm-lock.yaml'],
    result: 'server/dist/main.js',
    command: [node, 'server/node_modules/vite/bin/vite.js', 'build', 'server', '--config', 'server/vite.config.ts'],
  },
]

/**
 * Builds what is not built from the present sources; says what it does. With `force`, builds all; with `only`, the steps
 * of these names.
 * @throws Stop with the tool's own output when a step fails.
 */
export async function build({
  force = false,
  only,
}: {
  force?: boolean
  only?: readonly string[]
} = {}): Promise<void> {
  for (const step of STEPS) {
    if (only && !only.includes(step.name)) continue
    const print = await fingerprint(step.inputs)
    if (!force && existsSync(at(step.result)) && (await isUpToDate(step.name, print))) continue
    process.stdout.write(`${step.says} … `)
    const [command, ...args] = step.command
    const outcome = await run(command, args, { env: { NODE_ENV: 'production' } })
    if (outcome.code !== 0) {
      console.log('failed')
      throw new Stop(`${outcome.output}\n“${step.says}” failed; what the tool said is above.`)
    }
    console.log(`${outcome.seconds.toFixed(1)} s`)
    await remember(step.name, print)
  }
}
