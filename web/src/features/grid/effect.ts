import { addMonths } from '@tvl/model'
import { answered, figuresOf, type LaidOut, type PublicFigures } from '../../api/public-figures.ts'

/** Sizes and waits of the needs that a zone is asked: what investors look for, without any other wish. */
const SIZES = [25, 50, 100, 150, 200, 300, 400, 500] as const
const MONTHS = [0, 3, 6, 12] as const

export interface AskedNeed {
  seats: number
  /** ISO day */
  by: string
}

export interface Effect {
  before: { today: PublicFigures; later: PublicFigures }
  after: { today: PublicFigures; later: PublicFigures }
  /** how many needs there are */
  asked: number
  answeredBefore: number
  answeredAfter: number
  gained: readonly AskedNeed[]
  lost: readonly AskedNeed[]
}

/** The needs that the zone answers in one block, and those it does not. */
function ladder(zone: LaidOut): { need: AskedNeed; isHit: boolean }[] {
  return MONTHS.flatMap((months) => {
    const by = addMonths(zone.today, months)
    // A hit has a block of its size by its day: one evaluation a day answers all sizes.
    const largest = answered(zone, { availableBy: by }).zones[0]?.contiguousSeats ?? 0
    return SIZES.map((seats) => ({ need: { seats, by }, isHit: largest >= seats }))
  })
}

/** What investors will see of a zone, before and after, by the rules that their own pages go by. */
export function effectOf(before: LaidOut, after: LaidOut, later: string): Effect {
  const [was, becomes] = [ladder(before), ladder(after)]
  const changed = (isGain: boolean) =>
    was.flatMap(({ need, isHit }, i) => (isHit !== isGain && becomes[i]?.isHit === isGain ? [need] : []))
  return {
    before: { today: figuresOf(before), later: figuresOf(before, later) },
    after: { today: figuresOf(after), later: figuresOf(after, later) },
    asked: was.length,
    answeredBefore: was.filter(({ isHit }) => isHit).length,
    answeredAfter: becomes.filter(({ isHit }) => isHit).length,
    gained: changed(true),
    lost: changed(false),
  }
}
