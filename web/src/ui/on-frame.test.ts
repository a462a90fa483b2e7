import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onFrame } from './on-frame.ts'

let frames: Map<number, () => void>
beforeEach(() => {
  frames = new Map()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => frames.set(frames.size + 1, work) && frames.size)
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('works with the next frame, once', () => {
  const work = vi.fn()
  onFrame(work)
  for (const frame of [...frames.values()]) frame()
  vi.advanceTimersByTime(10_000)
  expect(work).toHaveBeenCalledTimes(1)
})

it('works in a page that nobody draws', () => {
  const work = vi.fn()
  onFrame(work)
  vi.advanceTimersByTime(99)
  expect(work).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(work).toHaveBeenCalledTimes(1)
  expect(frames.size, 'and no frame does it again').toBe(0)
})

it('does nothing once called off', () => {
  const work = vi.fn()
  onFrame(work)()
  vi.advanceTimersByTime(10_000)
  expect(work).not.toHaveBeenCalled()
  expect(frames.size).toBe(0)
})
