import { describe, expect, it } from 'vitest'
import { inSlices } from './in-slices.ts'

const rest = () => new Promise((resolve) => setTimeout(resolve, 5))

function* counting(seen: number[], to: number): Generator<void, string, void> {
  for (let i = 1; i <= to; i++) {
    const until = performance.now() + 4
    while (performance.now() < until);
    seen.push(i)
    yield
  }
  return 'done'
}

describe('inSlices', () => {
  it('takes every step, leaves the page free between them, and gives the result once', async () => {
    const seen: number[] = []
    const results: string[] = []
    inSlices(counting(seen, 6), (result) => results.push(result))
    expect(seen).toEqual([])
    const between: number[] = []
    while (results.length === 0) {
      await rest()
      between.push(seen.length)
    }
    expect(between.some((count) => count > 0 && count < 6)).toBe(true)
    expect(seen).toEqual([1, 2, 3, 4, 5, 6])
    expect(results).toEqual(['done'])
  })

  it('takes no further step once called off', async () => {
    const seen: number[] = []
    const stop = inSlices(counting(seen, 50), () => expect.unreachable())
    while (seen.length === 0) await rest()
    stop()
    const taken = seen.length
    await rest()
    expect(seen.length).toBe(taken)
  })
})
