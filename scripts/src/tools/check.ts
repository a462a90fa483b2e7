import { readFile } from 'node:fs/promises'
import { type Outcome, run } from './run.ts'

/** How many tests of one step passed and failed. */
export interface Tally {
  passed: number
  failed: number
}

export interface Check {
  name: string
  run: () => Promise<Tally>
}

/** A check that passes or fails as a whole; what the tool printed is shown when it fails. */
export function command(name: string, file: string, args: readonly string[]): Check {
  return {
    name,
    run: async () => {
      const outcome = await run(file, args)
      if (outcome.code !== 0) console.log(`\n${outcome.output}`)
      return outcome.code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
    },
  }
}

/** No report means that the runner itself broke: one failure, whatever it counted. */
function tallyOf(outcome: Outcome, passed: number, failed: number): Tally {
  const broke = outcome.code !== 0 && failed === 0
  const empty = passed + failed === 0
  return { passed, failed: broke || empty ? failed + 1 : failed }
}

/** Reads vitest's JSON report. */
export async function vitestTally(outcome: Outcome, report: string): Promise<Tally> {
  const text = await readFile(report, 'utf8').catch(() => '{}')
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = JSON.parse(text) as Record<string, number>
  // A skipped test is a check that did not run: it counts as failed, so that nothing is skipped in silence.
  return tallyOf(outcome, numPassedTests, numFailedTests + numPendingTests)
}

/** Reads Playwright's JSON report. A flaky test passed on a second try: it counts as failed, for we allow none. */
export async function playwrightTally(outcome: Outcome, report: string): Promise<Tally> {
  const text = await readFile(report, 'utf8').catch(() => '{}')
  const { stats = {} } = JSON.parse(text) as { stats?: Record<string, number> }
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats
  return tallyOf(outcome, expected, unexpected + flaky + skipped)
}

/** Checks of one core each, all at once; what they say comes together. */
export function together(name: string, checks: readonly Check[]): Check {
  return {
    name,
    run: async () => {
      const tallies = await Promise.all(
        checks.map(async (check) => {
          const tally = await check.run()
          if (tally.failed > 0) console.log(`\n${check.name}: failed`)
          return tally
        }),
      )
      const sum = (which: keyof Tally) => tallies.reduce((total, tally) => total + tally[which], 0)
      return { passed: sum('passed'), failed: sum('failed') }
    },
  }
}

/** Runs the checks in turn, prints a line for each, and ends with the line `N passed, N failed`. */
export async function runChecks(checks: readonly Check[]): Promise<boolean> {
  const total = { passed: 0, failed: 0 }
  const broken: string[] = []
  for (const check of checks) {
    const started = performance.now()
    process.stdout.write(`${check.name} … `)
    const tally = await check.run()
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(
      `${tally.failed === 0 ? 'ok' : 'FAILED'} (${tally.passed} passed, ${tally.failed} failed, ${seconds} s)`,
    )
    total.passed += tally.passed
    total.failed += tally.failed
    if (tally.failed > 0) broken.push(check.name)
  }
  if (broken.length > 0) console.log(`\nFailed: ${broken.join('; ')}`)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0
}
