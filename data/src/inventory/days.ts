const DAY_MS = 86_400_000

/** ISO days around `today`, memoised: an inventory asks for the same few hundred offsets a hundred thousand times. */
export function daysFrom(today: string): (offset: number) => string {
  const start = Date.parse(`${today}T00:00:00Z`)
  if (Number.isNaN(start)) throw new RangeError(`today must be an ISO day, got "${today}"`)
  const known = new Map<number, string>()
  return (offset) => {
    const cached = known.get(offset)
    if (cached !== undefined) return cached
    const day = new Date(start + offset * DAY_MS).toISOString().slice(0, 10)
    known.set(offset, day)
    return day
  }
}
