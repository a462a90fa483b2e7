import { describe, expect, it } from 'vitest'
import type { Published } from '../api/publish.ts'
import { type Follower, rebased } from './outbox-rebase.ts'

const anEntry = (id: string, seats: number, seen: Record<string, unknown>, personId = 'p'): Follower => ({
  set: {
    id,
    writes: [{ collection: 'offices', id: 'a', base: 10, patch: { properties: { seats } } }],
  },
  state: 'queued',
  personId,
  seen: { 'offices/a': seen },
})
const answerWith = (properties: Record<string, unknown>): Published => ({
  commit: 'c',
  version: 12,
  changes: 1,
  features: [{ type: 'Feature', id: 'a', geometry: null, properties }],
})
const baseOf = (entries: readonly Follower[]) => entries[0]?.set.writes[0]?.base

describe('a change that waits behind one of the same record', () => {
  const first = anEntry('1', 300, { seats: 420, rentMadPerM2Month: null })

  it('is based on what that one left', () => {
    const second = anEntry('2', 280, { seats: 300, rentMadPerM2Month: null })
    expect(baseOf(rebased([second], first, answerWith({ seats: 300 })))).toBe(12)
  })

  it('keeps its base where somebody else changed what was seen', () => {
    const second = anEntry('2', 280, { seats: 300, rentMadPerM2Month: null })
    expect(baseOf(rebased([second], first, answerWith({ seats: 300, rentMadPerM2Month: 80 })))).toBe(10)
  })

  it('is left alone when it is of another person, or nothing was published', () => {
    expect(baseOf(rebased([anEntry('2', 280, { seats: 300 }, 'q')], first, answerWith({ seats: 300 })))).toBe(10)
    expect(baseOf(rebased([anEntry('2', 280, { seats: 300 })], first, null))).toBe(10)
  })
})
