import { execFile } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoSnapshot } from '../testing/demo-snapshot.ts'
import { ogcApp } from '../testing/ogc-app.ts'
import { COLLECTION_INFOS } from './collections.ts'

const run = promisify(execFile)

/** Runs a GDAL command; a missing one fails with the way to get it, for a test that skips itself proves nothing. */
async function gdal(command: 'ogrinfo' | 'ogr2ogr', ...args: string[]): Promise<string> {
  try {
    return (await run(command, args, { maxBuffer: 256 * 1024 * 1024 })).stdout
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error(`${command} is missing. Install GDAL (Debian: apt-get install gdal-bin) and run the test again.`)
  }
}

interface Features {
  features: { properties: Record<string, unknown> }[]
}

describe('GDAL’s OGC API driver', () => {
  let app: FastifyInstance
  let service: string

  beforeAll(async () => {
    app = await ogcApp()
    await app.listen({ host: '127.0.0.1', port: 0 })
    service = `OAPIF:http://127.0.0.1:${(app.server.address() as AddressInfo).port}/ogc`
  })
  afterAll(() => app.close())

  const download = async (collection: string, ...options: string[]): Promise<Features> =>
    JSON.parse(await gdal('ogr2ogr', '-f', 'GeoJSON', '/vsistdout/', service, collection, ...options))

  it('lists every collection', async () => {
    const list = await gdal('ogrinfo', '-ro', service)
    for (const { id } of COLLECTION_INFOS) expect(list).toMatch(new RegExp(`^\\d+: ${id} `, 'm'))
  })

  it.each(COLLECTION_INFOS.map(({ id }) => id))('downloads %s completely', async (id) => {
    const { features } = await download(id)
    const ids = features.map(({ properties }) => properties.id)
    expect([...ids].sort()).toEqual([...demoSnapshot().collection(id).ids].sort())
  })

  it('downloads page by page, each item once', async () => {
    const { features } = await download('offices', '-oo', 'PAGE_SIZE=37')
    const ids = features.map(({ properties }) => properties.id)
    expect(ids).toEqual([...demoSnapshot().collection('offices').ids])
  })

  it('downloads what a filter selects', async () => {
    const { features } = await download('offices', '-where', "seats >= 60 AND fitOut = 'fitted'")
    const offices = demoSnapshot().collection('offices')
    const [seats, fitOut] = [offices.get('seats'), offices.get('fitOut')]
    const wanted = offices.ids.filter((_, row) => Number(seats(row)) >= 60 && fitOut(row) === 'fitted')
    expect(wanted.length).toBeGreaterThan(0)
    expect(features.map(({ properties }) => properties.id)).toEqual(wanted)
  })
})
