import { converter } from 'culori'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeColour, judgeColours } from './colours.ts'
import { contrast, leastContrast, PAPERS, TEXT_CONTRAST, toldContrast } from './contrast.ts'
import { colourDistance, FARTHEST, legible, nearestLegible } from './legible.ts'

const colours = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)
const oklab = converter('oklab')

/** How far one colour lies beside the line of the other’s hue, ΔE: what is left of a hue in greys is not weighed. */
function besideHue(colour: string, of: string): number {
  const [one, other] = [oklab(colour), oklab(of)]
  const chroma = Math.hypot(other?.a ?? 0, other?.b ?? 0)
  if (!one || !other || chroma < 0.02) return 0
  const along = (one.a * other.a + one.b * other.b) / chroma
  expect(along).toBeGreaterThan(-0.01)
  return Math.abs(one.a * other.b - one.b * other.a) / chroma
}

/** WCAG 2.2, “relative luminance”, written out once more. */
function ratio(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((at) => {
      const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

describe('contrast', () => {
  it('is that of WCAG 2.2', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
    expect(contrast('#0a5c44', '#fbfaf6')).toBeCloseTo(7.65, 2)
    fc.assert(
      fc.property(colours, colours, (a, b) => {
        expect(contrast(a, b)).toBeCloseTo(ratio(a, b), 9)
      }),
    )
  })

  it('is never told as more than it is', () => {
    expect([4.49, 4.5, 4.599, 1].map(toldContrast)).toEqual([4.4, 4.5, 4.5, 1])
  })
})

describe('a colour of a brand', () => {
  it('that reads is kept as it is', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        if (leastContrast(colour, PAPERS) < TEXT_CONTRAST) return
        expect([legible(colour), nearestLegible(colour), judgeColour(colour).kind]).toEqual([colour, colour, 'reads'])
      }),
    )
  })

  it('reads once it is corrected, in its own hue, and is then left alone', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        const nearest = nearestLegible(colour) ?? ''
        expect(leastContrast(nearest, PAPERS)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
        expect(besideHue(nearest, colour)).toBeLessThan(0.012)
        expect(nearestLegible(nearest)).toBe(nearest)
        expect(legible(nearest)).toBe(nearest)
      }),
      { numRuns: 400 },
    )
  })

  it('is moved no farther than it must: one step lighter does not read', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        const nearest = nearestLegible(colour) ?? ''
        if (nearest !== colour) expect(leastContrast(nearest, PAPERS)).toBeLessThan(TEXT_CONTRAST + 0.12)
      }),
      { numRuns: 400 },
    )
  })

  it('that would no longer be the same is refused', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        const far = colourDistance(colour, nearestLegible(colour) ?? '') > FARTHEST
        expect(legible(colour) === null).toBe(far)
      }),
    )
    expect(judgeColour('#ffcc00')).toMatchObject({ kind: 'corrected', to: '#8e7000', contrast: { from: 1.4, to: 4.5 } })
    expect(judgeColour('#fff59d')).toMatchObject({ kind: 'refused', contrast: 1, nearest: '#7f7515' })
    expect(legible('#ffffff')).toBeNull()
  })

  it('can be asked to read on dark ground, and on none where nothing reads', () => {
    const lighter = legible('#0a5c44', { on: ['#141716'] }) ?? ''
    expect(contrast(lighter, '#141716')).toBeGreaterThanOrEqual(4.5)
    expect(oklab(lighter)?.l ?? 0).toBeGreaterThan(oklab('#0a5c44')?.l ?? 1)
    expect(nearestLegible('#808080', { on: ['#000000', '#ffffff'], least: 7 })).toBeNull()
  })

  it('is kept or refused together with the other', () => {
    const { primary, accent, corrections, refusals } = judgeColours({ primary: '#ffcc00', accent: '#fff59d' })
    expect([primary, accent]).toEqual(['#8e7000', '#fff59d'])
    expect([corrections.map(({ field }) => field), refusals.map(({ field }) => field)]).toEqual([
      ['primary'],
      ['accent'],
    ])
  })
})
