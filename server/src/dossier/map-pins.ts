import { type Box, boxAround, cross, outside, shared } from './boxes.ts'
import { widthOf } from './printable.ts'

export interface PinOrder {
  number: number
  /** The true point, in pixels. */
  x: number
  y: number
  /** Null: the number alone. */
  label: string | null
}

export interface PlacedPin extends PinOrder {
  /** Of the disc. */
  pinX: number
  pinY: number
  side: 'left' | 'right' | null
  labelBox: Box | null
}

export const PIN_RADIUS = 12
export const PIN_TEXT = 13
const GAP = 5
const DISTANCES = [30, 42, 56, 72, 92, 116, 144]
const DIRECTIONS = Array.from({ length: 16 }, (_, i) => (i * Math.PI) / 8)

/**
 * Places for numbered discs beside their true points, each with its name where there is room: nothing covers a disc, a
 * point or another name, and leaders do not cross. The first in order chooses first; the same sites give the same places.
 */
export function placePins(
  pins: readonly PinOrder[],
  { width, height, obstacles }: { width: number; height: number; obstacles: readonly Box[] },
): PlacedPin[] {
  const points = pins.map(({ x, y }) => boxAround(x, y, 5))
  const placed: PlacedPin[] = []
  for (const pin of pins) {
    const taken: Box[] = [...obstacles, ...points]
    for (const { pinX, pinY, labelBox } of placed) {
      taken.push(boxAround(pinX, pinY, PIN_RADIUS + 2))
      if (labelBox) taken.push(labelBox)
    }
    placed.push(bestPlace(pin, placed, taken, width, height))
  }
  return placed
}

function bestPlace(
  pin: PinOrder,
  placed: readonly PlacedPin[],
  taken: readonly Box[],
  width: number,
  height: number,
): PlacedPin {
  let best: { cost: number; pin: PlacedPin } | null = null
  for (const distance of DISTANCES)
    for (const [turn, direction] of DIRECTIONS.entries()) {
      const pinX = pin.x + distance * Math.cos(direction)
      const pinY = pin.y + distance * Math.sin(direction)
      for (const side of pin.label === null ? [null] : (['left', 'right', null] as const)) {
        const labelBox = side === null || pin.label === null ? null : boxOfLabel(pin.label, pinX, pinY, side)
        const own: PlacedPin = { ...pin, pinX, pinY, side, labelBox }
        // A name that goes without its place costs much; a leader that runs under its own name, too.
        const preference = side === null && pin.label !== null ? 260 : isAway(side, direction) ? 0 : 14
        const cost = costOf(own, placed, taken, width, height) + distance * 1.1 + preference + turn * 0.01
        if (!best || cost < best.cost) best = { cost, pin: own }
      }
    }
  return best?.pin ?? { ...pin, pinX: pin.x, pinY: pin.y, side: null, labelBox: null }
}

/** A name reads best on the side that the disc was moved to. */
const isAway = (side: 'left' | 'right' | null, direction: number): boolean =>
  side === null || (Math.cos(direction) > 0.1 ? side === 'right' : Math.cos(direction) < -0.1 ? side === 'left' : true)

function boxOfLabel(label: string, pinX: number, pinY: number, side: 'left' | 'right'): Box {
  const width = widthOf(label, 'strong') * PIN_TEXT + 4
  const from = side === 'right' ? pinX + PIN_RADIUS + GAP : pinX - PIN_RADIUS - GAP - width
  return { left: from, top: pinY - PIN_TEXT * 0.72, right: from + width, bottom: pinY + PIN_TEXT * 0.72 }
}

function costOf(
  pin: PlacedPin,
  placed: readonly PlacedPin[],
  taken: readonly Box[],
  width: number,
  height: number,
): number {
  const boxes = [boxAround(pin.pinX, pin.pinY, PIN_RADIUS + 2), ...(pin.labelBox ? [pin.labelBox] : [])]
  let cost = 0
  for (const box of boxes) {
    if (
      outside({ left: box.left - 6, top: box.top - 6, right: box.right + 6, bottom: box.bottom + 6 }, width, height) > 0
    )
      cost += 5000
    for (const other of taken) {
      const area = shared(box, other)
      if (area > 0) cost += 120 + area
    }
  }
  for (const other of placed)
    if (Math.hypot(other.pinX - pin.pinX, other.pinY - pin.pinY) < 2 * PIN_RADIUS + 3) cost += 3000
  const leader = { x1: pin.x, y1: pin.y, x2: pin.pinX, y2: pin.pinY }
  for (const other of placed) {
    if (cross(leader, { x1: other.x, y1: other.y, x2: other.pinX, y2: other.pinY })) cost += 300
    if (distanceTo(leader, other.pinX, other.pinY) < PIN_RADIUS + 1) cost += 900
    if (pin.labelBox && crossesBox({ x1: other.x, y1: other.y, x2: other.pinX, y2: other.pinY }, pin.labelBox))
      cost += 500
    if (distanceTo({ x1: other.x, y1: other.y, x2: other.pinX, y2: other.pinY }, pin.pinX, pin.pinY) < PIN_RADIUS + 1)
      cost += 900
    if (other.labelBox && crossesBox(leader, other.labelBox)) cost += 500
  }
  return cost
}

function crossesBox(
  line: { x1: number; y1: number; x2: number; y2: number },
  { left, top, right, bottom }: Box,
): boolean {
  return (
    cross(line, { x1: left, y1: top, x2: right, y2: bottom }) ||
    cross(line, { x1: left, y1: bottom, x2: right, y2: top })
  )
}

/** From a point to the nearest of a line. */
function distanceTo({ x1, y1, x2, y2 }: Parameters<typeof crossesBox>[0], x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / Math.max(dx * dx + dy * dy, 1e-9)))
  return Math.hypot(x1 + along * dx - x, y1 + along * dy - y)
}
