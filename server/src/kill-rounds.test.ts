import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clusterFolder } from './storage/postgres-cluster.ts'
import { postmasterOf, stopPostmaster } from './storage/postmaster.ts'
import { BUILT_SERVER } from './testing/built-server.ts'
import { killRounds } from './testing/crowd/kills.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalogue-kills-'))
  await chmod(folder, 0o755)
})
afterAll(async () => {
  const left = await postmasterOf(clusterFolder(folder))
  if (left) await stopPostmaster(left.pid)
  await rm(folder, { recursive: true, force: true })
})

describe('a server and its database that are killed while people write', () => {
  // Fifty rounds, and the time until ready, are the rehearsal’s: `scripts/src/rehearsals/kills.ts`.
  it('lose nothing that was acknowledged, keep nothing half, and come back by themselves', async () => {
    const { faults, acknowledged, imports, silences, record } = await killRounds({
      entry: [BUILT_SERVER],
      dataDir: folder,
      rounds: 3,
    })
    expect(faults).toEqual([])
    expect(record).toMatchObject({ isWhole: true, isPresentRight: true })
    expect(acknowledged).toBeGreaterThan(20)
    expect(imports).toBeGreaterThan(0)
    // Some were in the middle of it.
    expect(silences).toBeGreaterThan(0)
  }, 240_000)
})
