import {
  BEFORE_ALL_DAYS,
  type Block,
  COLUMN_STATUSES,
  FRESHNESS_STATES,
  type Freshness,
  freshness,
  isoOfDay,
  type OfficeColumns,
} from '@tvl/model'

/**
 * The freshness of a block is that of its most aged office, each on the clock of its own status: a block is no better
 * known than its worst part. Null when one of them was never verified.
 */
export function blockFreshness(columns: OfficeColumns, block: Block, today: string): Freshness | null {
  let worst: Freshness | null = null
  for (let row = block.fromRow; row <= block.toRow; row++) {
    const verified = columns.verifiedDay[row] ?? BEFORE_ALL_DAYS
    const status = COLUMN_STATUSES[columns.status[row] ?? 0] ?? 'free'
    if (verified === BEFORE_ALL_DAYS) return null
    const own = freshness(isoOfDay(verified), status, today)
    if (own && (!worst || aging(own) > aging(worst))) worst = own
  }
  return worst
}

const aging = ({ state, days }: Freshness) => FRESHNESS_STATES.indexOf(state) * 100_000 + days
