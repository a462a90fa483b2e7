import type { Office } from '@tvl/model'
import type { Feature } from '../../api/features.ts'
import { isWaiting, type OutboxEntry } from '../../state/outbox.ts'

const isAbout = (entry: OutboxEntry, officeId: string): boolean =>
  entry.set.writes.some(({ collection, id }) => collection === 'offices' && id === officeId)

/** The changes of a unit on this device, oldest first. */
export const entriesOf = (entries: readonly OutboxEntry[], officeId: string): readonly OutboxEntry[] =>
  entries.filter((entry) => isAbout(entry, officeId))

/** The unit as it will be once what waits on this device has been sent. */
export function withUnsent(office: Feature<Office>, entries: readonly OutboxEntry[]): Feature<Office> {
  const patches = entriesOf(entries, office.id)
    .filter(isWaiting)
    .flatMap(({ set }) => set.writes.filter(({ id }) => id === office.id).map(({ patch }) => patch?.properties ?? {}))
  return patches.length === 0 ? office : { ...office, properties: Object.assign({}, office.properties, ...patches) }
}
