import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url))

/** The built server on a folder of its own, its clock standing at noon of a day; gives what stops it. */
export async function serveOn(day: string, { port, folder }: { port: number; folder: string }) {
  const server = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: join(folder, 'data'),
      CLOCK: `${day}T12:00:00Z`,
      CATALOGUE: 'demo',
      INVENTORY: 'S',
      LOG_LEVEL: 'warn',
    },
  })
  const ended = once(server, 'exit')
  let said = ''
  const ready = new Promise<void>((resolve) => {
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes('Tech Valley Locator: http')) resolve()
      })
  })
  const ends = ended.then(() => Promise.reject(new Error(`The server of ${day} did not start: ${said}`)))
  // Heard of by the race; once it is ready, its end is no fault.
  ends.catch(() => undefined)
  await Promise.race([ready, ends])
  return async () => {
    server.kill('SIGTERM')
    await ended
  }
}
