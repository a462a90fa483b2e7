import { describe, expect, it } from 'vitest'
import type { Ring } from './need.ts'
import { decodeRing, encodeRing } from './ring-codec.ts'
import { isSimpleRing } from './simple-ring.ts'

const SQUARE: Ring = [
  [-7, 33],
  [-6, 33],
  [-6, 34],
  [-7, 34],
  [-7, 33],
]
const BOW_TIE: Ring = [
  [-7, 33],
  [-6, 34],
  [-6, 33],
  [-7, 34],
  [-7, 33],
]
const SPIKE: Ring = [
  [-7, 33],
  [-5, 33],
  [-6, 33],
  [-6, 34],
  [-7, 33],
]
const FOLDED_START: Ring = [
  [-6, 33],
  [-6, 34],
  [-7, 33],
  [-5, 33],
  [-6, 33],
]
const TOUCHING: Ring = [
  [-7, 33],
  [-5, 33],
  [-5, 34],
  [-6, 33],
  [-7, 34],
  [-7, 33],
]
const FLAT: Ring = [
  [-7, 33],
  [-6, 33],
  [-5, 33],
  [-7, 33],
]

describe('a drawn area', () => {
  it('encloses one area when its edges meet only at their corners', () => {
    expect(isSimpleRing(SQUARE)).toBe(true)
    expect(isSimpleRing(SQUARE.flatMap((corner) => [corner, corner]))).toBe(true)
  })

  it.each([
    ['crosses itself', BOW_TIE],
    ['has a spike', SPIKE],
    ['has a spike where it starts', FOLDED_START],
    ['touches itself', TOUCHING],
    ['is flat', FLAT],
  ])('does not when it %s', (_, ring) => {
    expect(isSimpleRing(ring)).toBe(false)
  })

  it('is read from an address only when it encloses one area', () => {
    expect(decodeRing(encodeRing(SQUARE))).toEqual(SQUARE)
    expect(decodeRing(encodeRing(BOW_TIE))).toBeNull()
  })
})
