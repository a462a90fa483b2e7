import type { ChangeSet } from '@tvl/model'
import type { Published } from '../api/publish.ts'

type Write = ChangeSet['writes'][number]
type Values = Readonly<Record<string, unknown>>

/** What rebasing reads of an entry. */
export interface Follower {
  set: ChangeSet
  state: string
  personId: string
  seen?: Readonly<Record<string, Values>>
}

const keyOf = ({ collection, id }: Pick<Write, 'collection' | 'id'>) => `${collection}/${id}`
const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * The entries after one of them was published. A later change of the same record was made on top of it, so it is based
 * on the version that holds it now: else its maker would be in conflict with themselves. Where somebody else changed
 * what it writes, its base stays, and the server shows both.
 */
export function rebased<T extends Follower>(
  entries: readonly T[],
  published: T,
  answer: Published | null,
): readonly T[] {
  if (!answer) return entries
  return entries.map((entry) => {
    if (entry.state !== 'queued' || entry.personId !== published.personId || entry.set.id === published.set.id)
      return entry
    const writes = entry.set.writes.map((write) => rebasedWrite(write, entry.seen?.[keyOf(write)], published, answer))
    return { ...entry, set: { ...entry.set, writes } }
  })
}

function rebasedWrite(write: Write, seen: Values | undefined, published: Follower, answer: Published): Write {
  const before = published.set.writes.find((one) => keyOf(one) === keyOf(write))
  const now = answer.features.find(({ id }) => id === write.id)?.properties
  if (!before || !now || !seen || write.base === null) return write
  const isAsSeen = Object.entries(seen).every(([field, value]) => isSame(now[field], value))
  return isAsSeen ? { ...write, base: Math.max(write.base, answer.version) } : write
}
