import closeWithGrace from 'close-with-grace'
import { pino } from 'pino'
import { collectGarbage } from './garbage.ts'
import { startServer } from './server.ts'
import { readSettings, SettingsError } from './settings.ts'
import { DatabaseError } from './storage/database.ts'

/** Started by a person: what is wrong is said in a sentence on stderr, without a stack. */
async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const logger = pino({ level: settings.logLevel })
  const starting = startServer(settings, logger)
  // Before the start is done: a signal that comes meanwhile must not leave the database behind.
  closeWithGrace({ delay: 20_000, logger: false }, async ({ err }) => {
    if (err) logger.error({ err }, 'an error that nothing caught; stopping')
    // A start that fails says so below; here there is then nothing to stop.
    const server = await starting.catch(() => undefined)
    await server?.stop()
  })
  const server = await starting
  collectGarbage()
  process.stdout.write(`\nTech Valley Locator: ${settings.publicUrl ?? server.url}\n`)
}

main().catch((error: unknown) => {
  if (error instanceof SettingsError || error instanceof DatabaseError) {
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  }
  const { syscall, code, address, port, hostname } = error as NodeJS.ErrnoException & {
    address?: string
    port?: number
    hostname?: string
  }
  if (syscall === 'getaddrinfo') {
    process.stderr.write(
      `The server cannot listen on ${hostname}: there is no such host (${code}). Give another HOST.\n`,
    )
    process.exit(2)
  }
  if (syscall === 'listen') {
    process.stderr.write(`The server cannot listen on ${address}, port ${port} (${code}). Give another PORT or HOST.\n`)
    process.exit(2)
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
