import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutPins, type ScreenSite } from './pin-layout.ts'

const at = (id: string, x: number, y: number, rank: number | null = 1): ScreenSite => ({ id, x, y, rank })

describe('layOutPins', () => {
  it('leaves a pin with room on its point', () => {
    expect(layOutPins([at('fes', 100, 100), at('oujda', 200, 100, 2)])).toEqual([
      { id: 'fes', dx: 0, dy: 0, side: 'east' },
      { id: 'oujda', dx: 0, dy: 0, side: 'east' },
    ])
  })

  it('moves a pin aside that would cover a site without rank', () => {
    const [pin] = layOutPins([at('fes', 100, 100), at('park', 104, 100, null)])
    expect(Math.hypot(100 + (pin?.dx ?? 0) - 104, 100 + (pin?.dy ?? 0) - 100)).toBeGreaterThanOrEqual(19)
  })

  it('writes a name to the west where it would leave the map in the east', () => {
    const site = { ...at('oujda', 700, 100), labelWidth: 90 }
    expect(layOutPins([site], { width: 768, height: 600 })[0]?.side).toBe('west')
    expect(layOutPins([site], { width: 1200, height: 600 })[0]?.side).toBe('east')
  })

  it('brings a pin that would stick out of the map back inside', () => {
    const frame = { width: 400, height: 300 }
    const sites = [at('tanger', 200, 12), at('park', 202, 14, null)]
    const [pin] = layOutPins(sites, frame)
    expect(12 + (pin?.dy ?? 0)).toBeGreaterThanOrEqual(18)
  })

  it('keeps eight pins of one city apart', () => {
    const sites = Array.from({ length: 8 }, (_, i) => at(`s${i}`, 100 + i, 100, i + 1))
    const pins = layOutPins(sites).map(({ dx, dy }, i) => ({ x: 100 + i + dx, y: 100 + dy }))
    for (const [i, a] of pins.entries()) {
      for (const b of pins.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(24)
    }
  })

  it('gives every ranked site one place, whatever their positions', () => {
    const sites = fc.array(
      fc.record({ x: fc.integer({ max: 800 }), y: fc.integer({ max: 800 }), ranked: fc.boolean() }),
      {
        maxLength: 40,
      },
    )
    fc.assert(
      fc.property(sites, (all) => {
        const screen = all.map(({ x, y, ranked }, i) => at(`s${i}`, x, y, ranked ? i + 1 : null))
        const ids = layOutPins(screen).map(({ id }) => id)
        expect(ids).toEqual(screen.filter(({ rank }) => rank).map(({ id }) => id))
      }),
      { numRuns: 50 },
    )
  })
})
