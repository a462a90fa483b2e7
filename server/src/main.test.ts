import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { clusterFolder } from './storage/postgres-cluster.ts'
import { isAlive, postmasterOf, stopPostmaster } from './storage/postmaster.ts'
import { BUILT_SERVER } from './testing/built-server.ts'

/** A process of its own starts in a second or two here; a busy machine may need longer. */
const PATIENCE = { timeout: 60_000, interval: 50 }

interface Run {
  child: ChildProcess
  url: string
  said: () => string
}

let folder: string
const children: ChildProcess[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalogue-main-'))
  await chmod(folder, 0o755)
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(async () => {
  const left = await postmasterOf(clusterFolder(folder))
  if (left) await stopPostmaster(left.pid)
  await rm(folder, { recursive: true, force: true })
})

async function start(settings: Record<string, string> = {}): Promise<Run> {
  const port = await freePort()
  const child = spawn(process.execPath, [BUILT_SERVER], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      DATA_DIR: folder,
      CATALOGUE: 'facts',
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  return { child, url: `http://127.0.0.1:${port}`, said: () => said }
}

async function ready(run: Run): Promise<{ version: string }> {
  const ask = async () => {
    if (run.child.exitCode !== null) throw new Error(`it ended: ${run.said()}`)
    return (await fetch(`${run.url}/ready`)).status
  }
  await expect.poll(() => ask().catch(() => 0), PATIENCE).toBe(200)
  return (await (await fetch(`${run.url}/ready`)).json()) as { version: string }
}

const ended = async ({ child }: Run): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

describe('the server’s process', () => {
  it('serves again with nothing lost after it was killed, and stops its database with itself', async () => {
    const first = await start()
    const { version } = await ready(first)
    const zones = await (await fetch(`${first.url}/ogc/collections/zones/items?f=json&limit=100`)).json()
    const database = await postmasterOf(clusterFolder(folder))
    first.child.kill('SIGKILL')
    await ended(first)
    expect(database && isAlive(database.pid)).toBe(true)

    const second = await start()
    expect((await ready(second)).version).toBe(version)
    const again = await (await fetch(`${second.url}/ogc/collections/zones/items?f=json&limit=100`)).json()
    expect((again as { features: unknown[] }).features).toEqual((zones as { features: unknown[] }).features)
    expect((await postmasterOf(clusterFolder(folder)))?.pid).toBe(database?.pid)

    second.child.kill('SIGTERM')
    expect(await ended(second)).toBe(0)
    expect(database && isAlive(database.pid)).toBe(false)
  }, 120_000)

  it('recovers after database and server were killed together', async () => {
    const first = await start()
    const { version } = await ready(first)
    const database = await postmasterOf(clusterFolder(folder))
    if (database) process.kill(database.pid, 'SIGKILL')
    first.child.kill('SIGKILL')
    await ended(first)
    const second = await start()
    expect((await ready(second)).version).toBe(version)
    second.child.kill('SIGTERM')
    expect(await ended(second)).toBe(0)
  }, 120_000)

  it('refuses a folder that another one serves, and leaves that one alone', async () => {
    const first = await start()
    await ready(first)
    const second = await start()
    expect(await ended(second)).toBe(2)
    expect(second.said()).toContain('Another server already runs on')
    expect(second.said()).not.toContain('    at ')
    expect((await fetch(`${first.url}/ready`)).status).toBe(200)
    first.child.kill('SIGTERM')
    expect(await ended(first)).toBe(0)
  }, 120_000)

  it('refuses to serve another catalogue than the folder was seeded with', async () => {
    const run = await start({ CATALOGUE: 'demo' })
    expect(await ended(run)).toBe(2)
    expect(run.said()).toMatch(/seeded with CATALOGUE=facts, but CATALOGUE=demo INVENTORY=S is set/)
  }, 120_000)

  it('is started twice at once on an empty folder: one serves, and the database of a killed start is no hindrance', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'catalogue-twice-'))
    await chmod(empty, 0o755)
    try {
      const killed = await start({ DATA_DIR: empty })
      await expect.poll(() => readdir(empty), { timeout: 60_000, interval: 5 }).not.toEqual([])
      killed.child.kill('SIGKILL')
      const runs = [await start({ DATA_DIR: empty }), await start({ DATA_DIR: empty })]
      const isReady = (run: Run) =>
        fetch(`${run.url}/ready`).then(
          ({ ok }) => ok,
          () => false,
        )
      await expect.poll(async () => (await Promise.all(runs.map(isReady))).includes(true), PATIENCE).toBe(true)
      await expect.poll(() => runs.filter(({ child }) => child.exitCode === 2).length, PATIENCE).toBe(1)
      for (const run of runs) {
        if (run.child.exitCode === 2) expect(run.said()).not.toContain('    at ')
        else run.child.kill('SIGTERM')
      }
      for (const run of runs) expect([0, 2]).toContain(await ended(run))
      expect((await readdir(empty)).sort()).toEqual(['auth.secret', 'postgres', 'postgres.log', 'postgres.password'])
    } finally {
      await rm(empty, { recursive: true, force: true })
    }
  }, 120_000)

  it('says that there is no such host to listen on', async () => {
    const run = await start({ HOST: 'nowhere.invalid' })
    expect(await ended(run)).toBe(2)
    expect(run.said()).toContain('cannot listen on nowhere.invalid: there is no such host')
    expect(run.said()).not.toContain('    at ')
  }, 120_000)

  it('says that its port is taken, and leaves no database behind', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const run = await start({ PORT: String(port) })
    expect(await ended(run)).toBe(2)
    taken.close()
    expect(run.said()).toBe(
      `The server cannot listen on 127.0.0.1, port ${port} (EADDRINUSE). Give another PORT or HOST.\n`,
    )
    expect(await postmasterOf(clusterFolder(folder))).toBeUndefined()
  }, 120_000)

  it('says that its folder cannot be made', async () => {
    const run = await start({ DATA_DIR: '/dev/null/data' })
    expect(await ended(run)).toBe(2)
    expect(run.said()).toContain('DATA_DIR: /dev/null/data cannot be made')
  }, 60_000)

  it('says which setting is wrong and ends with status 2', async () => {
    const run = await start({ INVENTORY: 'huge' })
    expect(await ended(run)).toBe(2)
    expect(run.said()).toBe('INVENTORY: "huge" is not allowed. One of S, L, XL.\n')
  }, 60_000)

  it('stops its database when it is stopped while it starts', async () => {
    const run = await start({ DATA_DIR: join(folder, 'another') })
    await expect
      .poll(() => postmasterOf(clusterFolder(join(folder, 'another'))), PATIENCE)
      .toMatchObject({ isReady: true })
    run.child.kill('SIGTERM')
    expect(await ended(run)).toBe(0)
    expect(await postmasterOf(clusterFolder(join(folder, 'another')))).toBeUndefined()
  }, 120_000)

  it('keeps the database’s password to its own user', async () => {
    expect((await stat(clusterFolder(folder).passwordFile)).mode & 0o777).toBe(0o600)
  })
})

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
