import { changesIn, differenceOf, type FrozenShortlist } from '@tvl/model'
import type { Clock } from '../catalogue/clock.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import type { Settings } from '../settings.ts'
import { freezeCatalogue } from './freeze-catalogue.ts'
import { type DifferenceAnswer, differenceAnswer } from './shapes.ts'

export interface CompareOptions {
  snapshot: () => Snapshot
  clock: Clock
  settings: Pick<Settings, 'catalogue'>
}

/** What has changed since something was frozen, as of now. */
export function compareWithToday(
  frozen: FrozenShortlist,
  { snapshot, clock, settings }: CompareOptions,
): DifferenceAnswer {
  const now = snapshot()
  const difference = differenceOf(frozen, freezeCatalogue(now, frozen.shortlist, settings.catalogue))
  return differenceAnswer(difference, {
    checkedAt: clock.now().toISOString(),
    today: now.today,
    version: now.changeNumber,
    changes: changesIn(difference),
  })
}
