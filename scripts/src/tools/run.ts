import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { ROOT } from './paths.ts'

/** What a finished command left behind. */
export interface Outcome {
  code: number
  output: string
  seconds: number
}

/**
 * Runs a command below the root and waits for it. With `show`, what it prints goes to the terminal as it comes.
 * Never throws: a command that cannot be started is an outcome with code 127.
 */
export function run(
  command: string,
  args: readonly string[],
  options: { show?: boolean; env?: NodeJS.ProcessEnv; cwd?: string; timeoutMs?: number } = {},
): Promise<Outcome> {
  const started = performance.now()
  return new Promise((resolve) => {
    const spawnOptions: SpawnOptions = {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs, killSignal: 'SIGKILL' }),
    }
    const child: ChildProcess = spawn(command, [...args], spawnOptions)
    let output = ''
    const take = (chunk: Buffer) => {
      output += chunk.toString()
      if (options.show) process.stdout.write(chunk)
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    const end = (code: number) => resolve({ code, output, seconds: (performance.now() - started) / 1000 })
    child.on('error', (error) => {
      output += `${error.message}\n`
      end(127)
    })
    child.on('close', (code, signal) => end(code ?? (signal ? 128 : 1)))
  })
}

/** A failure whose message is all a person needs; no stack is shown. */
export class Stop extends Error {}

/** Runs a main function; a `Stop` ends the process with its sentence and code 1. */
export async function main(body: () => Promise<void>): Promise<void> {
  try {
    await body()
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error)
    process.exit(1)
  }
}
