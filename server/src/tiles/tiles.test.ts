import { VectorTile } from '@mapbox/vector-tile'
import type { FastifyInstance } from 'fastify'
import { PbfReader } from 'pbf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoSnapshot } from '../testing/demo-snapshot.ts'
import { ogcApp } from '../testing/ogc-app.ts'

let app: FastifyInstance
beforeAll(async () => {
  app = await ogcApp()
})
afterAll(() => app.close())

type Tags = Record<string, string | number | boolean>

async function tile(z: number, x: number, y: number): Promise<{ tags: Tags; lon: number; lat: number }[]> {
  const response = await app.inject(`/tiles/offices/${z}/${x}/${y}`)
  if (response.statusCode === 204) return []
  expect(response.statusCode).toBe(200)
  expect(response.headers['content-type']).toBe('application/vnd.mapbox-vector-tile')
  const layer = new VectorTile(new PbfReader(response.rawPayload)).layers.offices
  return Array.from({ length: layer?.length ?? 0 }, (_, i) => {
    const feature = layer?.feature(i).toGeoJSON(x, y, z)
    const [lon = 0, lat = 0] = feature?.geometry.type === 'Point' ? feature.geometry.coordinates : []
    return { tags: feature?.properties as Tags, lon, lat }
  })
}

const tileOf = (lon: number, lat: number, z: number): [number, number, number] => {
  const sin = Math.sin((lat * Math.PI) / 180)
  const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)
  return [z, Math.floor((lon / 360 + 0.5) * 2 ** z), Math.floor(y * 2 ** z)]
}

describe('office tiles', () => {
  const offices = demoSnapshot().collection('offices')
  const seats = offices.get('seats')
  const sum = (features: { tags: Tags }[], name: string) =>
    features.reduce((total, { tags }) => total + Number(tags[name]), 0)

  it('sum all offices of the Kingdom at low zoom', async () => {
    const clusters = await tile(3, 3, 3)
    expect(sum(clusters, 'count')).toBe(offices.count)
    expect(sum(clusters, 'seats')).toBe(offices.ids.reduce((total, _, row) => total + Number(seats(row)), 0))
    const free = demoSnapshot().collection('zones')
    const freeSeats = free.get('freeSeats')
    expect(sum(clusters, 'freeSeats')).toBe(free.ids.reduce((total, _, row) => total + Number(freeSeats(row) ?? 0), 0))
  })

  it('lay a cluster among the buildings it stands for', async () => {
    // The whole Kingdom's offices are one cloud: the middle of the clusters is the middle of the offices.
    const clusters = await tile(3, 3, 3)
    const middle = (points: { at: number; weight: number }[]) =>
      points.reduce((total, { at, weight }) => total + at * weight, 0) / points.reduce((n, { weight }) => n + weight, 0)
    const boxes = offices.ids.map((_, row) => offices.positions.box(row))
    const weighted = (axis: 'lon' | 'lat') =>
      middle(clusters.map((cluster) => ({ at: cluster[axis], weight: Number(cluster.tags.count) })))
    expect(weighted('lon')).toBeCloseTo(middle(boxes.map(([lon]) => ({ at: lon, weight: 1 }))), 0)
    expect(weighted('lat')).toBeCloseTo(middle(boxes.map(([, lat]) => ({ at: lat, weight: 1 }))), 0)
  })

  it('hold each office of a place at high zoom, where it lies, with what is known of it', async () => {
    const row = offices.ids.findIndex((_, at) => offices.get('rentMadPerM2Month')(at) !== null)
    const [lon, lat] = offices.positions.box(row)
    const found = await tile(...tileOf(lon, lat, 13))
    const one = found.find(({ tags }) => tags.id === offices.ids[row])
    expect(one?.lon).toBeCloseTo(lon, 3)
    expect(one?.lat).toBeCloseTo(lat, 3)
    expect(one?.tags).toMatchObject({
      zoneId: offices.get('zoneId')(row),
      buildingId: offices.get('buildingId')(row),
      seats: seats(row),
      fitOut: offices.get('fitOut')(row),
      status: offices.get('status')(row),
      rentCentimes: Math.round(Number(offices.get('rentMadPerM2Month')(row)) * 100),
    })
    expect(found.every(({ tags }) => !('count' in tags))).toBe(true)
  })

  it('are refused by names that are no tiles', async () => {
    const statusOf = async (path: string) => (await app.inject(`/tiles/offices/${path}`)).statusCode
    expect(await statusOf('a/0/0')).toBe(400)
    expect(await statusOf('1.5/0/0')).toBe(400)
    expect(await statusOf('-1/0/0')).toBe(400)
    expect(await statusOf('3/8/0')).toBe(404)
    expect(await statusOf('15/0/0')).toBe(404)
    expect(await statusOf('3/3/3?x=1')).toBe(400)
  })

  it('answer 304 and gzip, and their TileJSON names them', async () => {
    const json = (await app.inject('/tiles/offices')).json()
    expect(json).toMatchObject({ tilejson: '3.0.0', minzoom: 0, maxzoom: 14, vector_layers: [{ id: 'offices' }] })
    const [lon, lat] = offices.positions.box(0)
    const [z, x, y] = tileOf(lon, lat, 11).map(String)
    const path = new URL(json.tiles[0]).pathname
      .replace('%7Bz%7D', `${z}`)
      .replace('%7Bx%7D', `${x}`)
      .replace('%7By%7D', `${y}`)
    const zipped = await app.inject({ url: path, headers: { 'accept-encoding': 'gzip' } })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    const again = await app.inject({
      url: path,
      headers: { 'accept-encoding': 'gzip', 'if-none-match': String(zipped.headers.etag) },
    })
    expect(again.statusCode).toBe(304)
  })
})
