import { spawn } from 'node:child_process'
import { at } from './paths.ts'
import { Stop } from './run.ts'

export interface ProductServer {
  url: string
  pid: number
  stop(): Promise<void>
}

const READY_LIMIT_MS = 120_000

/**
 * The built product in a process of its own, on any free port, with a clock that stands at 23 November 2026.
 * @throws Stop when it does not say its address in time; what it printed is in the message.
 */
export function startProduct({
  inventory,
  dataDir,
}: {
  inventory: 'S' | 'L' | 'XL'
  dataDir: string
}): Promise<ProductServer> {
  const child = spawn(process.execPath, [at('server/dist/main.js')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      CLOCK: '2026-11-23T10:00:00+01:00',
      CATALOGUE: 'demo',
      INVENTORY: inventory,
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
    },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM')
    await ended
  }
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (why: string) => {
      void stop()
      reject(new Stop(`${said}\nThe product did not start: ${why}.`))
    }
    const timer = setTimeout(() => fail('it said no address in time'), READY_LIMIT_MS)
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const url = /Tech Valley Locator: (http:\S+)/.exec(said)?.[1]
      if (url === undefined) return
      clearTimeout(timer)
      resolve({ url, pid: child.pid ?? 0, stop })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    void ended.then(() => {
      clearTimeout(timer)
      fail('it ended')
    })
  })
}
