import {
  clampChroma,
  differenceEuclidean,
  formatHex,
  modeOklab,
  modeOklch,
  modeRgb,
  type Oklch,
  useMode,
} from 'culori/fn'
import { leastContrast, PAPERS, TEXT_CONTRAST } from './contrast.ts'

useMode(modeRgb)
useMode(modeOklab)
const toOklch = useMode(modeOklch)
const distance = differenceEuclidean('oklab')

/**
 * Farthest that a colour may be moved and still be called somebody’s own, ΔE in OKLab. A signal yellow (#ffcc00) that
 * becomes ochre is moved by 0.31; a pale yellow (#fff59d) would become olive, 0.40, and is refused.
 */
export const FARTHEST = 0.36

/** Steps of lightness, of 1: finer than the 255 steps of a channel. */
const STEP = 1 / 1024

export interface Ground {
  /** Colours that it stands on; all of them count. */
  on?: readonly string[]
  least?: number
}

/** How far apart two colours look: ΔE in OKLab, 1 from black to white. */
export const colourDistance = (a: string, b: string): number => distance(a, b)

/**
 * The colour nearest to this one that reads on all of the grounds: of the same hue, lighter or darker, with as much of
 * its chroma as the screen can show there. A colour that reads is returned as it is. Null where no lightness reads on
 * all of them (a black ground and a white one).
 */
export function nearestLegible(colour: string, { on = PAPERS, least = TEXT_CONTRAST }: Ground = {}): string | null {
  const reads = (hex: string) => leastContrast(hex, on) >= least
  if (reads(colour)) return colour
  const from = toOklch(colour)
  if (!from) return null
  const found = [-STEP, STEP].flatMap((step) => firstThatReads(from, step, reads) ?? [])
  return found.sort((a, b) => distance(colour, a) - distance(colour, b))[0] ?? null
}

/**
 * The same as `nearestLegible`, but null (refused) also where the colour would be moved beyond recognition: then it is
 * for whoever chose it to choose another.
 */
export function legible(colour: string, ground: Ground = {}): string | null {
  const nearest = nearestLegible(colour, ground)
  return nearest !== null && distance(colour, nearest) <= FARTHEST ? nearest : null
}

function firstThatReads(from: Oklch, step: number, reads: (hex: string) => boolean): string | null {
  for (let l = from.l + step; l > -STEP && l < 1 + STEP; l += step) {
    const moved = clampChroma({ ...from, l: Math.min(1, Math.max(0, l)) }, 'oklch')
    // What is judged is what is kept: after rounding to a byte a channel.
    const hex = formatHex(moved)
    if (reads(hex)) return hex
  }
  return null
}
