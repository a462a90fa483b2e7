import closeWithGrace from 'close-with-grace'
import { pino } from 'pino'
import { startServer } from './server.ts'
import { readSettings, SettingsError } from './settings.ts'
import { DatabaseError } from './storage/database.ts'

/** Started by a person: what is wrong is said in a sentence on stderr, without a stack. */
async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const logger = pino({ level: settings.logLevel })
  const server = await startServer(settings, logger)
  closeWithGrace({ delay: 20_000, logger: false }, async ({ err }) => {
    if (err) logger.error({ err }, 'an error that nothing caught; stopping')
    await server.stop()
  })
  process.stdout.write(`\nTech Valley Locator: ${settings.publicUrl ?? server.url}\n`)
}

main().catch((error: unknown) => {
  if (error instanceof SettingsError || error instanceof DatabaseError) {
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  }
  if (error instanceof Error && (error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    process.stderr.write('Another program already listens there: give another PORT (or HOST).\n')
    process.exit(2)
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
