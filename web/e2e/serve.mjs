// The built server on a folder of its own that goes when it stops, so that every run starts from the seed.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = process.env.FOLDER ?? mkdtempSync(join(tmpdir(), 'tvl-e2e-'))
rmSync(folder, { recursive: true, force: true })
const main = new URL('../../server/dist/main.js', import.meta.url).pathname
const server = spawn(process.execPath, [main], {
  stdio: 'inherit',
  // Out of the group that is told to stop: told twice, it would leave its database behind.
  detached: true,
  env: {
    ...process.env,
    DATA_DIR: join(folder, 'data'),
    CLOCK: '2026-11-23T10:00:00+01:00',
    CATALOGUE: 'demo',
    INVENTORY: 'S',
    LOG_LEVEL: 'warn',
  },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true })
  process.exit(code ?? 1)
})
