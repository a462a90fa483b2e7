import type { Photo } from '@tvl/model'
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
const NO_WORDS = { altFr: null, altAr: null, altEn: null }
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

describe('pictures that wait behind others of the same unit', () => {
  const aPhoto = (id: string): Photo => ({
    id,
    kind: 'photo',
    widthPx: 10,
    heightPx: 10,
    altFr: id,
    altAr: null,
    altEn: null,
  })
  const [old, first, second] = [aPhoto('old'), aPhoto('first'), aPhoto('second')]
  const withPicture = (id: string, beside: readonly Photo[]): Follower => ({
    set: { id, writes: [{ collection: 'offices', id: 'a', base: 10, verifies: ['seats'] }] },
    state: 'queued',
    personId: 'p',
    seen: { 'offices/a': { seats: 300, photos: beside } },
    pictures: [{ file: new Blob([id]), kind: 'photo', officeId: 'a', buildingId: 'b', words: NO_WORDS, beside }],
  })
  const besideOf = (entries: readonly Follower[]) => entries[0]?.pictures?.[0]?.beside.map(({ id }) => id)

  it('stand beside those that were sent before them', () => {
    for (const before of [[], [old]]) {
      const waiting = [withPicture('2', before), withPicture('3', before)]
      const one = rebased(waiting, withPicture('1', before), answerWith({ seats: 300, photos: [...before, first] }))
      expect(baseOf(one)).toBe(12)
      expect(besideOf(one)).toEqual([...before, first].map(({ id }) => id))
      const [next, ...rest] = one
      const two = rebased(rest, next as Follower, answerWith({ seats: 300, photos: [...before, first, second] }))
      expect(besideOf(two)).toEqual([...before, first, second].map(({ id }) => id))
    }
  })

  it('do not bring back one that was taken away meanwhile, nor take one away that came', () => {
    const removal: Follower = {
      ...withPicture('1', [old]),
      set: { id: '1', writes: [{ collection: 'offices', id: 'a', base: 10, patch: { properties: { photos: [] } } }] },
      pictures: [],
    }
    expect(besideOf(rebased([withPicture('2', [old])], removal, answerWith({ seats: 300, photos: [] })))).toEqual([])
    const [left] = rebased([removal], withPicture('0', [old]), answerWith({ seats: 300, photos: [old, first] }))
    expect(left?.set.writes[0]?.patch?.properties).toEqual({ photos: [first] })
  })

  it('keep their base where somebody else changed the pictures', () => {
    const theirs = answerWith({ seats: 300, photos: [second] })
    const seatsAlone = { ...anEntry('1', 300, { seats: 420 }), seen: { 'offices/a': { seats: 420 } } }
    expect(baseOf(rebased([withPicture('2', [old])], seatsAlone, theirs))).toBe(10)
    expect(baseOf(rebased([withPicture('2', [])], seatsAlone, answerWith({ seats: 300, photos: null })))).toBe(12)
  })
})
