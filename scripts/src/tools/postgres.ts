import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { install } from './debian.ts'
import { run, Stop } from './run.ts'

const BIN = '/usr/lib/postgresql/15/bin'

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** A PostgreSQL of its own, on loopback, in a temporary folder. */
export interface TemporaryPostgres {
  url: string
  version: string
  stop(): Promise<void>
}

/**
 * Starts Debian's PostgreSQL 15 beside whatever runs already; `stop` ends it and removes its folder.
 * @throws Stop when it is missing and cannot be installed, or does not start.
 */
export async function startDebianPostgres(): Promise<TemporaryPostgres> {
  if (!existsSync(`${BIN}/initdb`)) await install(['postgresql-15'], 'the server tests on PostgreSQL 15')
  const folder = await mkdtemp(join(tmpdir(), 'tvl-postgres-'))
  const data = join(folder, 'data')
  const port = await freePort()
  // PostgreSQL refuses to run as root; Debian's package brings the user postgres.
  const asRoot = process.getuid?.() === 0
  const pg = (command: string, args: readonly string[]) =>
    asRoot
      ? run('runuser', ['-u', 'postgres', '--', `${BIN}/${command}`, ...args], { cwd: '/' })
      : run(`${BIN}/${command}`, args)
  const must = async (what: string, outcome: Promise<{ code: number; output: string }>) => {
    const { code, output } = await outcome
    if (code !== 0) throw new Stop(`${output}\nPostgreSQL 15 for the tests: ${what} failed.`)
    return output
  }
  if (asRoot) await must('handing over its folder', run('chown', ['postgres', folder]))
  await must('initdb', pg('initdb', ['-D', data, '-A', 'trust', '-U', 'tvl', '--locale=C.UTF-8', '-E', 'UTF8']))
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off -c max_connections=200`
  await must('its start', pg('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']))
  const version = (await must('its version', run(`${BIN}/postgres`, ['--version']))).trim()
  return {
    url: `postgres://tvl@127.0.0.1:${port}/postgres`,
    version,
    stop: async () => {
      await pg('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop'])
      await rm(folder, { recursive: true, force: true })
    },
  }
}
