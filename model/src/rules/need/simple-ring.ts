import type { Ring } from './need.ts'

type Corner = Ring[number]

/** Twice the signed area of a triangle; exact for corners on the address's grid of 0.0001°. */
const turn = ([ax, ay]: Corner, [bx, by]: Corner, [cx, cy]: Corner): number =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))

const isBetween = ([ax, ay]: Corner, [bx, by]: Corner, [x, y]: Corner): boolean =>
  Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by)

/** Whether two edges have a point in common, ends included. */
function meet(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (abc !== abd && cda !== cdb) return true
  return (
    (abc === 0 && isBetween(a, b, c)) ||
    (abd === 0 && isBetween(a, b, d)) ||
    (cda === 0 && isBetween(c, d, a)) ||
    (cdb === 0 && isBetween(c, d, b))
  )
}

/**
 * Whether a closed ring encloses one area: no edge touches another but at the corner they share. The standard API
 * refuses any other polygon, so the page must not ask with one. Corners that repeat the one before are no edge.
 */
export function isSimpleRing(ring: Ring): boolean {
  // On the grid as whole numbers, so that no rounding decides.
  const grid = ring.map(([lon, lat]): Corner => [Math.round(lon * 1e4), Math.round(lat * 1e4)])
  const corners = grid.filter(([x, y], i) => i === 0 || x !== grid[i - 1]?.[0] || y !== grid[i - 1]?.[1])
  const edges = corners.length - 1
  if (edges < 3) return false
  for (let i = 0; i < edges; i++) {
    const [a, b] = [corners[i] as Corner, corners[i + 1] as Corner]
    for (let j = i + 1; j < edges; j++) {
      const [c, d] = [corners[j] as Corner, corners[j + 1] as Corner]
      const isNext = j === i + 1
      const isLast = i === 0 && j === edges - 1
      // Neighbours share a corner; they go wrong only by folding back over each other.
      if (
        isNext
          ? turn(a, b, d) === 0 && isBehind(a, b, d)
          : isLast
            ? turn(c, d, b) === 0 && isBehind(c, d, b)
            : meet(a, b, c, d)
      )
        return false
    }
  }
  return true
}

/** On one line through a and b: whether going on from b to c turns back. */
const isBehind = ([ax, ay]: Corner, [bx, by]: Corner, [cx, cy]: Corner): boolean =>
  (bx - ax) * (cx - bx) + (by - ay) * (cy - by) < 0
