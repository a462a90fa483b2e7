/** Tells the time. Injected everywhere, so that a rehearsal or a test can stand at another day. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

export const standingClock = (instant: Date): Clock => ({ now: () => instant })
