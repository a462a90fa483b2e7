import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Draws that depend on the seed and the label alone, so that adding a zone never changes its neighbours. */
export interface Random {
  /** Integer from `min` to `max`, both included. */
  int(min: number, max: number): number
  /** True in `percent` of 100 draws. */
  chance(percent: number): boolean
  pick<T>(values: readonly [T, ...T[]]): T
  /** One of the values, in proportion to its weight. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T
}

/** FNV-1a of the label, mixed with the seed. */
function hash(seed: number, label: string): number {
  let value = 0x811c9dc5 ^ seed
  for (let index = 0; index < label.length; index++) {
    value = Math.imul(value ^ label.charCodeAt(index), 0x01000193)
  }
  return value | 0
}

/** A generator for one labelled part of the inventory. */
export function randomFor(seed: number, label: string): Random {
  const generator = xoroshiro128plus(hash(seed, label))
  const int = (min: number, max: number) => uniformInt(generator, min, max)
  return {
    int,
    chance: (percent) => int(1, 100) <= percent,
    pick: (values) => values[int(0, values.length - 1)] ?? values[0],
    weighted: (choices) => {
      let left = int(
        1,
        choices.reduce((sum, [, weight]) => sum + weight, 0),
      )
      for (const [value, weight] of choices) {
        left -= weight
        if (left <= 0) return value
      }
      throw new RangeError('weighted() needs at least one positive weight')
    },
  }
}
