export interface FlatLabel {
  id: string
  x: number
  y: number
  text: string
  /** px of the type */
  size: number
}

export interface PlacedLabel extends FlatLabel {
  tx: number
  ty: number
  anchor: 'start' | 'end' | 'middle'
}

interface Box {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** Mean advance of Plex in ems: enough to tell whether two names would touch. */
const ADVANCE = 0.56

/**
 * Names beside their points, in the order given: each takes the first side where it stands free of the names and discs
 * before it and inside the picture, or is left out.
 */
export function placeFlatLabels(
  labels: readonly FlatLabel[],
  discs: readonly { x: number; y: number; r: number }[],
  width: number,
  height: number,
): PlacedLabel[] {
  const taken: Box[] = discs.map(({ x, y, r }) => ({ x0: x - r, y0: y - r, x1: x + r, y1: y + r }))
  const placed: PlacedLabel[] = []
  for (const label of labels) {
    const w = label.text.length * label.size * ADVANCE
    const h = label.size
    const sides = [
      { anchor: 'end', tx: label.x - 6, ty: label.y + h * 0.35 },
      { anchor: 'start', tx: label.x + 6, ty: label.y + h * 0.35 },
      { anchor: 'middle', tx: label.x, ty: label.y - 6 },
      { anchor: 'middle', tx: label.x, ty: label.y + h + 4 },
      { anchor: 'end', tx: label.x - 4, ty: label.y - 7 },
      { anchor: 'start', tx: label.x + 4, ty: label.y - 7 },
      { anchor: 'start', tx: label.x + 14, ty: label.y + h * 0.35 },
      { anchor: 'end', tx: label.x - 14, ty: label.y + h * 0.35 },
      { anchor: 'middle', tx: label.x, ty: label.y - 16 },
      { anchor: 'end', tx: label.x - 20, ty: label.y + h * 0.35 },
      { anchor: 'start', tx: label.x + 20, ty: label.y + h * 0.35 },
    ] as const
    for (const { anchor, tx, ty } of sides) {
      const x0 = anchor === 'end' ? tx - w : anchor === 'start' ? tx : tx - w / 2
      const box = { x0: x0 - 1, y0: ty - h, x1: x0 + w + 1, y1: ty + 2 }
      const isFree =
        box.x0 > 2 &&
        box.x1 < width - 2 &&
        box.y0 > 2 &&
        box.y1 < height - 2 &&
        !taken.some((other) => other.x0 < box.x1 && box.x0 < other.x1 && other.y0 < box.y1 && box.y0 < other.y1)
      if (!isFree) continue
      taken.push(box)
      placed.push({ ...label, anchor, tx, ty })
      break
    }
  }
  return placed
}
