import { describe, expect, it } from 'vitest'
import { type MapOrder, type MapSite, mapPicture } from './map-picture.ts'
import { type PinOrder, placePins } from './map-pins.ts'

const aSite = (number: number, lon: number, lat: number, change: Partial<MapSite> = {}): MapSite => ({
  ...{ number, lon, lat, label: `Site ${number}`, regionId: 'MA-03', radiusM: 500 },
  ...change,
})
const FES = aSite(1, -5.0078, 34.0181)
const CASABLANCA = aSite(2, -7.64, 33.53, { regionId: 'MA-06' })
const DAKHLA = aSite(3, -15.93, 23.68, { regionId: 'MA-12' })

const drawn = (change: Partial<MapOrder> = {}): string =>
  mapPicture({
    ...{ boundaries: 'morocco', sites: [FES, CASABLANCA], language: 'fr', width: 803, height: 560, colour: '#0a5c44' },
    ...change,
  })

const kilometres = (svg: string): number => Number(/>\u2067?(\d+)[ \u00a0](?:km|كلم)/u.exec(svg)?.[1])

describe('the map picture', () => {
  it('is the same text for the same order', () => {
    expect(drawn()).toBe(drawn())
  })

  it('names places in the language of its reader', () => {
    expect(drawn()).toContain('>Casablanca</text>')
    expect(drawn({ language: 'ar' })).toContain('>الدار البيضاء</text>')
    expect(drawn({ language: 'en' })).toContain('>Marrakesh</text>')
  })

  it('shows the whole Kingdom, without a map in its corner, when sites lie far apart', () => {
    const [near, far] = [drawn(), drawn({ sites: [FES, DAKHLA] })]
    expect(near).toContain('id="inset"')
    expect(far).not.toContain('id="inset"')
    expect(kilometres(far)).toBeGreaterThan(kilometres(near))
  })

  it('tints the regions that hold a site', () => {
    expect(drawn({ sites: [FES] })).toContain('fill="#e7efec"')
    expect(drawn({ sites: [] })).not.toContain('fill="#e7efec"')
  })

  it('draws the circle that a site lies in where it shows', () => {
    const vague = { ...FES, radiusM: 8000 }
    expect(drawn({ sites: [vague] })).toContain('fill-opacity="0.07"')
    expect(drawn({ sites: [FES] })).not.toContain('fill-opacity="0.07"')
  })

  it('takes a name as text, whatever signs are in it', () => {
    const svg = drawn({ sites: [{ ...FES, label: '<script>&"' }] })
    expect(svg).toContain('&lt;script&gt;&amp;&quot;')
    expect(svg).not.toContain('<script>')
  })
})

describe('the places of pins', () => {
  const size = { width: 803, height: 560, obstacles: [] }
  const crowd: PinOrder[] = Array.from({ length: 21 }, (_, i) => ({
    number: i + 1,
    x: 400 + (i % 5) * 6,
    y: 280 + Math.floor(i / 5) * 6,
    label: null,
  }))

  it('covers no disc with another, however near the sites lie', () => {
    const pins = placePins(crowd, size)
    for (const [i, a] of pins.entries())
      for (const b of pins.slice(i + 1)) expect(Math.hypot(a.pinX - b.pinX, a.pinY - b.pinY)).toBeGreaterThan(24)
  })

  it('keeps discs and names within the picture', () => {
    const corner = [{ number: 1, x: 2, y: 2, label: 'Un nom assez long pour sortir' }]
    const [pin] = placePins(corner, size)
    expect(Math.min(pin?.pinX ?? 0, pin?.pinY ?? 0)).toBeGreaterThan(12)
    expect(pin?.labelBox?.left ?? 0).toBeGreaterThanOrEqual(0)
    expect(pin?.labelBox?.right ?? 0).toBeLessThanOrEqual(size.width)
  })
})
