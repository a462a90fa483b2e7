/** A site on the screen, px. */
export interface ScreenSite {
  id: string
  x: number
  y: number
  rank: number | null
  /** px its name needs beside the pin */
  labelWidth?: number
}

/** Where a ranked pin stands, as an offset in px from its true point; both 0 when it stands on it. */
export interface PinPlace {
  id: string
  dx: number
  dy: number
  /** where its name is written: outward, unless it would leave the map there */
  side: 'west' | 'east'
}

/** The map's size, px. */
export interface Frame {
  width: number
  height: number
}

const BOUNDLESS: Frame = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY }
/** A pin's centre stands at least this far inside the frame, px. */
const EDGE = 18
/** Two pins nearer than this touch (two radii and their halos). */
const PIN_GAP = 30
/** A pin nearer than this to another site's point hides it. */
const POINT_GAP = 19
/** px of cost for a leader that points into the crowd: room for names lies outside it. */
const OUTWARD = 5
/** Sites within this many px make up the crowd. */
const CROWD = 140
const RADII = [28, 40, 56, 76]
/** px: the longest leader */
const FARTHEST = 76
/** East and west first: names are written there and leaders read as such. */
const ANGLES = [0, 180, 45, 135, 225, 315, 90, 270, 22, 158, 202, 338, 68, 112, 248, 292]

/**
 * Places ranked pins so that none covers another pin or another site's point. A pin with room stays on its point; the
 * others move aside to the nearest free place and get a leader. Best ranks choose first. Only what lies within reach of
 * a pin is looked at: two hundred sites take a few milliseconds.
 * @param frame px of the map; pins and their names are kept inside it
 */
export function layOutPins(sites: readonly ScreenSite[], frame: Frame = BOUNDLESS): PinPlace[] {
  const steps = layOutPinsInSteps(sites, frame)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same, a pin a step, so that a page can be used between two. */
export function* layOutPinsInSteps(
  sites: readonly ScreenSite[],
  frame: Frame = BOUNDLESS,
): Generator<void, PinPlace[], void> {
  const { width, height } = frame
  const ranked = sites.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  const placed: { x: number; y: number }[] = []
  const places: PinPlace[] = []
  for (const site of ranked) {
    const others = sites.filter((other) => other.id !== site.id && isWithin(other, site, CROWD))
    const pins = placed.filter((pin) => isWithin(pin, site, FARTHEST + PIN_GAP))
    const away = awayFrom(site, others)
    const reach = PIN_GAP / 2 + (site.labelWidth ?? 0)
    /** No term is negative, so a place that is dearer than `most` by some of them is left at once. */
    const costAt = (dx: number, dy: number, most: number) => {
      const x = site.x + dx
      const y = site.y + dy
      const length = Math.hypot(dx, dy)
      const inward = length > 0 ? 1 - (dx * away.x + dy * away.y) / length : 0
      const spill = dx > 0 ? Math.max(0, x + reach - width) : dx < 0 ? Math.max(0, reach - x) : 0
      const outside = isIn(site, frame) ? Math.max(0, EDGE - y, y - height + EDGE, EDGE - x, x - width + EDGE) : 0
      let cost = length * 0.25 + inward * OUTWARD + spill * 0.2 + outside * 4
      for (const pin of pins) {
        if (cost >= most) return cost
        cost += overlap(pin, x, y, PIN_GAP) * 8 + nearLeader(pin, site, { x, y }) * 2
      }
      for (const other of others) {
        if (cost >= most) return cost
        cost += overlap(other, x, y, POINT_GAP) * 3
      }
      return cost
    }
    let best: { dx: number; dy: number; cost: number } = { dx: 0, dy: 0, cost: costAt(0, 0, Number.POSITIVE_INFINITY) }
    if (best.cost > 0) {
      for (const radius of RADII) {
        for (const angle of ANGLES) {
          const dx = Math.round(Math.cos((angle * Math.PI) / 180) * radius)
          const dy = Math.round(-Math.sin((angle * Math.PI) / 180) * radius)
          const cost = costAt(dx, dy, best.cost)
          if (cost < best.cost - 1e-9) best = { dx, dy, cost }
        }
      }
    }
    placed.push({ x: site.x + best.dx, y: site.y + best.dy })
    const isWest = best.dx < 0 || site.x + best.dx + reach > width
    places.push({ id: site.id, dx: best.dx, dy: best.dy, side: isWest ? 'west' : 'east' })
    yield
  }
  return places
}

/** Whether two points are at most so many px apart along each axis. */
const isWithin = (a: { x: number; y: number }, b: { x: number; y: number }, px: number) =>
  Math.abs(a.x - b.x) <= px && Math.abs(a.y - b.y) <= px

/** How far two points are nearer than `gap`, px. */
function overlap(at: { x: number; y: number }, x: number, y: number, gap: number): number {
  const [dx, dy] = [at.x - x, at.y - y]
  return dx * dx + dy * dy < gap * gap ? gap - Math.hypot(dx, dy) : 0
}

const isIn = ({ x, y }: ScreenSite, { width, height }: Frame) => x >= 0 && x <= width && y >= 0 && y <= height

/** Unit vector from the crowd around a site towards the site; zero when there is none. */
function awayFrom(site: ScreenSite, others: readonly ScreenSite[]): { x: number; y: number } {
  let [x, y] = [0, 0]
  for (const other of others) {
    const [dx, dy] = [site.x - other.x, site.y - other.y]
    const distance = Math.hypot(dx, dy)
    if (distance === 0 || distance > CROWD) continue
    x += dx / distance
    y += dy / distance
  }
  const length = Math.hypot(x, y)
  return length > 1e-6 ? { x: x / length, y: y / length } : { x: 0, y: 0 }
}

/** How far a leader from `a` to `b` runs under a pin that is already placed, px. */
function nearLeader(pin: { x: number; y: number }, a: { x: number; y: number }, b: { x: number; y: number }): number {
  const [vx, vy] = [b.x - a.x, b.y - a.y]
  const length2 = vx * vx + vy * vy
  if (length2 === 0) return 0
  const t = Math.min(1, Math.max(0, ((pin.x - a.x) * vx + (pin.y - a.y) * vy) / length2))
  return Math.max(0, 14 - Math.hypot(a.x + t * vx - pin.x, a.y + t * vy - pin.y))
}
