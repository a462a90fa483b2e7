import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { at } from '../tools/paths.ts'
import { startProduct } from '../tools/product-server.ts'
import { run } from '../tools/run.ts'
import { type Line, median, times } from './report.ts'

const SECONDS = 4
const ROUNDS = 3
const CONNECTIONS = 8

/** Boxes of two degrees, each a little further on: no question comes twice in a round, so no cache answers. */
const CORNERS = Array.from({ length: 10_000 }, (_, i) => ({ west: -8 + i / 1e6, south: 33 - i / 1e6 }))
const boxPath = ({ west, south }: { west: number; south: number }) =>
  `/ogc/collections/offices/items?bbox=${west},${south},${west + 2},${south + 2}&fitOut=fitted&limit=100&f=json`
const ZONES = '/ogc/collections/zones/items?limit=1000&f=json'

const next = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T))
    child.once('exit', (code) => reject(new Error(`the server under test ended with ${code}`)))
  })

/** Requests a second; any answer that is not 200 (or 304 where asked) ends the bench. */
async function rate(url: string, headers: Record<string, string> = {}, paths?: string[]): Promise<number> {
  const requests = paths ? { requests: paths.map((path) => ({ path })) } : {}
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS, ...requests })
  if (result.errors > 0 || result['4xx'] > 0 || result['5xx'] > 0)
    throw new Error(`${url}: ${JSON.stringify(result.statusCodeStats)}`)
  return result.requests.average
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.connected) child.send('stop')
  await new Promise<void>((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
  })
}

/** Resident memory, MB, of the built product: the server under test carries a compiler and the answers of PostgreSQL. */
async function memoryUnderLoad(dataDir: string): Promise<number> {
  const { url, pid, stop } = await startProduct({ inventory: 'XL', dataDir })
  try {
    for (let round = 0; round < ROUNDS; round++) {
      await rate(url, {}, CORNERS.map(boxPath))
      await rate(`${url}${ZONES}`)
    }
    const { output } = await run('ps', ['-o', 'rss=', '-p', String(pid)])
    return (Number(output) * 1024) / 1e6
  } finally {
    await stop()
  }
}

/** The API at 100,000 offices: against PostgreSQL and against ready bytes, in turn, in the same run. */
export async function benchApi(): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tvl-bench-'))
  const child = fork(at('scripts/src/bench/api-server.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATA_DIR: join(folder, 'data'), NODE_ENV: 'production' },
  })
  try {
    const { url } = await next<{ url: string }>(child)
    const keep = async (path: string) =>
      (await (await fetch(`${url}/bench/keep?path=${encodeURIComponent(path)}`)).json()) as {
        key: string
        bytes: number
      }
    const box = await keep(boxPath({ west: -8, south: 33 }))
    const zones = await keep(ZONES)
    const etag = (await fetch(`${url}${ZONES}`)).headers.get('etag')
    if (etag === null) throw new Error('the collection of zones has no ETag')

    const rates = { box: [0], postgres: [0], readyBox: [0], zones: [0], readyZones: [0], notModified: [0] }
    for (const figures of Object.values(rates)) figures.length = 0
    for (let round = 0; round < ROUNDS; round++) {
      rates.box.push(await rate(url, {}, CORNERS.map(boxPath)))
      rates.readyBox.push(await rate(`${url}/bench/ready/${box.key}`))
      rates.postgres.push(
        await rate(
          url,
          {},
          CORNERS.map(({ west, south }) => `/bench/postgres?west=${west}&south=${south}`),
        ),
      )
      rates.zones.push(await rate(`${url}${ZONES}`))
      rates.readyZones.push(await rate(`${url}/bench/ready/${zones.key}`))
      rates.notModified.push(await rate(`${url}${ZONES}`, { 'if-none-match': etag }))
    }
    await stop(child)
    const rssMb = await memoryUnderLoad(join(folder, 'product'))
    const of = (name: keyof typeof rates) => median(rates[name])
    const perSecond = (name: keyof typeof rates) => `${Math.round(of(name))}/s`
    const overPostgres = of('box') / of('postgres')
    const ofReady = of('box') / of('readyBox')
    const zonesOfReady = of('zones') / of('readyZones')
    return [
      {
        what: 'items with bbox and attribute, 100 of 100,000 offices, every box another, against the same query in PostgreSQL',
        measured: `${perSecond('box')} / ${perSecond('postgres')} = ${times(overPostgres)}`,
        aim: '≥ 10 ×',
        met: overPostgres >= 10,
      },
      {
        what: `the same against the same ${Math.round(box.bytes / 1000)} kB from a ready buffer`,
        measured: `${perSecond('box')} / ${perSecond('readyBox')} = ${times(ofReady)}`,
        aim: '≥ 0.35 ×',
        met: ofReady >= 0.35,
      },
      {
        what: `collection of zones with ETag against the same ${Math.round(zones.bytes / 1000)} kB from a ready buffer`,
        measured: `${perSecond('zones')} / ${perSecond('readyZones')} = ${times(zonesOfReady)} (304: ${perSecond('notModified')})`,
        aim: '≥ 0.8 ×',
        met: zonesOfReady >= 0.8,
      },
      {
        what: 'memory of the product after the same requests',
        measured: `${Math.round(rssMb)} MB`,
        aim: '< 400 MB',
        met: rssMb < 400,
      },
    ]
  } finally {
    await stop(child)
    await rm(folder, { recursive: true, force: true })
  }
}
