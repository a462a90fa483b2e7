import { describe, expect, it } from 'vitest'
import type { MapSite } from './map-types.ts'
import { siteFeatures, uncertaintyFeatures } from './site-features.ts'

const aSite = (site: Partial<MapSite>): MapSite => ({
  id: 'fes-shore',
  lon: -5,
  lat: 34,
  rank: null,
  state: 'other',
  label: 'Fès Shore',
  radiusM: null,
  regionId: 'MA-03',
  ...site,
})

/** Ten pixels a degree: sites a degree apart are ten pixels apart. */
const flat = {
  frame: { width: 800, height: 800 },
  project: ([lon = 0, lat = 0]: number[]) => ({ x: 400 + lon * 10, y: 400 - lat * 10 }),
  unproject: ({ x, y }: { x: number; y: number }) => [(x - 400) / 10, (400 - y) / 10],
}
const rolesOf = (sites: MapSite[]) => siteFeatures(sites, flat).features.map(({ properties }) => properties?.role)

describe('siteFeatures', () => {
  it('gives a hit with room one point and a pin on it', () => {
    const hit = aSite({ rank: 1, state: 'hit' })
    expect(rolesOf([hit])).toEqual(['point', 'pin'])
    expect(siteFeatures([hit], flat).features[1]?.geometry).toEqual({ type: 'Point', coordinates: [-5, 34] })
  })

  it('leads from a pin that had to move aside back to the true point', () => {
    const features = siteFeatures(
      [aSite({ rank: 1, state: 'hit' }), aSite({ id: 'technopark-fes', lat: 34.5 })],
      flat,
    ).features
    const leader = features.find(({ properties }) => properties?.role === 'leader')
    const pin = features.find(({ properties }) => properties?.role === 'pin')
    expect(leader?.geometry).toMatchObject({
      coordinates: [[-5, 34], pin?.geometry.type === 'Point' && pin.geometry.coordinates],
    })
  })

  it('gives a site without rank its point only', () => {
    expect(rolesOf([aSite({ state: 'near' })])).toEqual(['point'])
  })

  it('leaves vowel signs out of names: the canvas cannot place them', () => {
    const [point] = siteFeatures([aSite({ label: '380 مقعداً' })], flat).features
    expect(point?.properties?.label).toBe('380 مقعدا')
  })
})

describe('uncertaintyFeatures', () => {
  it('draws the circle at true scale, and none for an exact point', () => {
    const { features } = uncertaintyFeatures([aSite({ radiusM: 8000 }), aSite({ id: 'exact' })])
    expect(features).toHaveLength(1)
    const [ring] = features[0]?.geometry.type === 'Polygon' ? features[0].geometry.coordinates : []
    const north = Math.max(...(ring ?? []).map(([, lat = 0]) => lat))
    expect((north - 34) * 111.2).toBeCloseTo(8, 1)
  })
})
