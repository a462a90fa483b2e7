import type { Ring } from './need.ts'
import { isSimpleRing } from './simple-ring.ts'

/**
 * A drawn area as a short piece of URL: version, then each corner as the difference from the one before, in steps of
 * 0.0001° (about 11 m), five bits to a character like an encoded polyline, in the alphabet of base64url. The closing
 * corner is left out.
 */
const VERSION = '1'
const STEPS_PER_DEGREE = 1e4
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** More corners than anyone draws by hand, few enough for an address. */
export const MAX_RING_CORNERS = 2000

function encodeStep(step: number): string {
  let rest = step < 0 ? -step * 2 - 1 : step * 2
  let text = ''
  while (rest >= 32) {
    text += ALPHABET[32 + (rest % 32)]
    rest = Math.floor(rest / 32)
  }
  return text + ALPHABET[rest]
}

/** Encodes a closed ring; corners are rounded to four decimals. */
export function encodeRing(ring: Ring): string {
  let text = VERSION
  let [lastX, lastY] = [0, 0]
  for (const [lon, lat] of ring.slice(0, -1)) {
    const [x, y] = [Math.round(lon * STEPS_PER_DEGREE), Math.round(lat * STEPS_PER_DEGREE)]
    text += encodeStep(x - lastX) + encodeStep(y - lastY)
    ;[lastX, lastY] = [x, y]
  }
  return text
}

function decodeSteps(text: string): number[] | null {
  const steps: number[] = []
  let value = 0
  let unit = 1
  for (const character of text) {
    const digit = ALPHABET.indexOf(character)
    // 32^6 holds any step on the globe; a longer run is not ours.
    if (digit < 0 || unit > 32 ** 6) return null
    value += (digit % 32) * unit
    if (digit >= 32) {
      unit *= 32
      continue
    }
    steps.push(value % 2 === 1 ? -(value + 1) / 2 : value / 2)
    value = 0
    unit = 1
  }
  return unit === 1 ? steps : null
}

/** The ring of an encoded text, closed again; null for anything that is not a simple ring on Earth (`isSimpleRing`). */
export function decodeRing(text: string): Ring | null {
  if (!text.startsWith(VERSION) || text.length > MAX_RING_CORNERS * 14) return null
  const steps = decodeSteps(text.slice(1))
  if (!steps || steps.length % 2 !== 0) return null
  const ring: [number, number][] = []
  let [x, y] = [0, 0]
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i] ?? 0
    y += steps[i + 1] ?? 0
    const [lon, lat] = [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE]
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return null
    ring.push([lon, lat])
  }
  const places = new Set(ring.map((corner) => corner.join(' ')))
  const first = ring[0]
  if (!first || places.size < 3 || ring.length > MAX_RING_CORNERS) return null
  const closed: Ring = [...ring, [...first]]
  return isSimpleRing(closed) ? closed : null
}
