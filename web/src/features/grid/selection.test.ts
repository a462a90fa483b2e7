import { describe, expect, it } from 'vitest'
import { at, cellsOf, cornersOf, pressed, within } from './selection.ts'

const SIZE = { rows: 20, columns: 10 }
const press = (key: string, more: Partial<Parameters<typeof pressed>[1]> = {}) => ({
  key,
  isExtending: false,
  isFar: false,
  isRtl: false,
  page: 8,
  ...more,
})
const focusAfter = (from: ReturnType<typeof at>, ...presses: ReturnType<typeof press>[]) =>
  presses.reduce((selection, one) => pressed(selection, one, SIZE) ?? selection, from).focus

describe('the selection', () => {
  it('goes where the arrow points, mirrored where lines run from the right', () => {
    expect(focusAfter(at(3, 3), press('ArrowRight'))).toEqual({ row: 3, column: 4 })
    expect(focusAfter(at(3, 3), press('ArrowRight', { isRtl: true }))).toEqual({ row: 3, column: 2 })
    expect(focusAfter(at(3, 3), press('ArrowLeft', { isRtl: true, isFar: true }))).toEqual({ row: 3, column: 9 })
    expect(focusAfter(at(3, 3), press('Home', { isRtl: true }))).toEqual({ row: 3, column: 0 })
  })

  it('stops at the edges, and above the first row enters the heads', () => {
    expect(focusAfter(at(0, 0), press('ArrowUp'))).toEqual({ row: -1, column: 0 })
    expect(focusAfter(at(0, 0), press('ArrowUp'), press('ArrowUp'))).toEqual({ row: -1, column: 0 })
    expect(focusAfter(at(19, 9), press('ArrowDown'), press('ArrowRight'))).toEqual({ row: 19, column: 9 })
    expect(focusAfter(at(5, 2), press('PageDown'), press('PageDown'))).toEqual({ row: 19, column: 2 })
    expect(focusAfter(at(5, 2), press('PageUp'))).toEqual({ row: 0, column: 2 })
    expect(focusAfter(at(5, 2), press('Home', { isFar: true }))).toEqual({ row: 0, column: 0 })
    expect(focusAfter(at(5, 2), press('End', { isFar: true }))).toEqual({ row: 19, column: 9 })
  })

  it('keeps its other corner with Shift, never reaching into the heads', () => {
    const down = press('ArrowDown', { isExtending: true })
    const one = pressed(at(2, 2), down, SIZE)
    const two = one && pressed(one, press('ArrowRight', { isExtending: true }), SIZE)
    expect(two && cornersOf(two)).toEqual({ from: { row: 2, column: 2 }, to: { row: 3, column: 3 } })
    expect(two && cellsOf(two)).toHaveLength(4)
    const up = pressed(at(0, 2), press('ArrowUp', { isExtending: true }), SIZE)
    expect(up?.focus).toEqual({ row: 0, column: 2 })
    expect(two && pressed(two, press('ArrowDown'), SIZE)?.anchor).toEqual({ row: 4, column: 3 })
  })

  it('stays within what is shown when rows go', () => {
    expect(within(at(19, 9), { rows: 3, columns: 10 }).focus).toEqual({ row: 2, column: 9 })
    expect(within(at(4, 1), { rows: 0, columns: 10 }).focus.row).toBe(-1)
    expect(pressed(at(1, 1), press('a'), SIZE)).toBeNull()
  })
})
