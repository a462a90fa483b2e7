export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export const boxAround = (x: number, y: number, radius: number): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
})

/** Area that two boxes share, in square pixels. */
export function shared(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}

/** Area of a box that lies outside a picture. */
export function outside(box: Box, width: number, height: number): number {
  const whole = (box.right - box.left) * (box.bottom - box.top)
  return whole - shared(box, { left: 0, top: 0, right: width, bottom: height })
}

interface Segment {
  x1: number
  y1: number
  x2: number
  y2: number
}

const turn = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number) =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)

/** Whether two lines cross between their ends. */
export function cross(a: Segment, b: Segment): boolean {
  return (
    turn(a.x1, a.y1, a.x2, a.y2, b.x1, b.y1) * turn(a.x1, a.y1, a.x2, a.y2, b.x2, b.y2) < 0 &&
    turn(b.x1, b.y1, b.x2, b.y2, a.x1, a.y1) * turn(b.x1, b.y1, b.x2, b.y2, a.x2, a.y2) < 0
  )
}
