import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

export interface ServerProcess {
  readonly url: string
  readonly child: ChildProcess
  said(): string
  isAlive(): boolean
  /** SIGKILL, and until it is gone. */
  kill(): Promise<void>
  /** SIGTERM, and until it is gone. */
  stop(): Promise<void>
}

export interface ProcessOptions {
  /** What Node runs: `server/dist/main.js`, or the source behind tsx. */
  entry: readonly string[]
  port: number
  settings: Record<string, string>
}

/** The product in a process of its own. */
export function startProcess({ entry, port, settings }: ProcessOptions): ServerProcess {
  const child = spawn(process.execPath, entry, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...settings },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said = (said + chunk).slice(-20_000)
    })
  }
  const isAlive = () => child.exitCode === null && child.signalCode === null
  const end = async (signal: NodeJS.Signals) => {
    if (!isAlive()) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    said: () => said,
    isAlive,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

/** Milliseconds until it answers `/ready`. @throws Error with what it said when it ends, or is not ready in time */
export async function untilReady(server: ServerProcess, limitMs = 60_000): Promise<number> {
  const began = performance.now()
  for (;;) {
    const isReady = await fetch(`${server.url}/ready`, { signal: AbortSignal.timeout(3000) }).then(
      ({ ok }) => ok,
      () => false,
    )
    const ms = performance.now() - began
    if (isReady) return ms
    if (!server.isAlive()) throw new Error(`the server ended: ${server.said().slice(-3000)}`)
    if (ms > limitMs) throw new Error(`not ready after ${Math.round(ms)} ms: ${server.said().slice(-3000)}`)
    await new Promise((done) => setTimeout(done, 20))
  }
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
