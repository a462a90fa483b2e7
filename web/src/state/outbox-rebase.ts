import type { ChangeSet, Photo } from '@tvl/model'
import type { Published } from '../api/publish.ts'
import type { Picture } from './outbox-pictures.ts'

type Write = ChangeSet['writes'][number]
type Values = Readonly<Record<string, unknown>>

/** What rebasing reads of an entry. */
export interface Follower {
  set: ChangeSet
  state: string
  personId: string
  seen?: Readonly<Record<string, Values>>
  pictures?: readonly Picture[]
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
    return entry.set.writes.reduce((now, write) => rebasedOn(now, write, published, answer), entry)
  })
}

function rebasedOn<T extends Follower>(entry: T, write: Write, published: Follower, answer: Published): T {
  const key = keyOf(write)
  const seen = entry.seen?.[key]
  const now = answer.features.find(({ id }) => id === write.id)?.properties
  if (!published.set.writes.some((one) => keyOf(one) === key) || !now || !seen || write.base === null) return entry
  const follow = following(published.seen?.[key], now)
  const expected: Values = 'photos' in seen ? { ...seen, photos: follow(photosOf(seen)) } : seen
  const stands = (field: string) => (field === 'photos' ? photosOf(now) : now[field])
  if (!Object.entries(expected).every(([field, value]) => isSame(stands(field), value))) return entry
  const replaced = (one: Write): Write => {
    if (keyOf(one) !== key || one.base === null) return one
    const { patch } = one
    const properties = patch?.properties
    const photos = properties && 'photos' in properties ? { photos: follow(photosOf(properties)) } : {}
    return {
      ...one,
      base: Math.max(one.base, answer.version),
      ...(patch ? { patch: { ...patch, properties: { ...properties, ...photos } } } : {}),
    }
  }
  return {
    ...entry,
    set: { ...entry.set, writes: entry.set.writes.map(replaced) },
    seen: { ...entry.seen, [key]: expected },
    ...(entry.pictures && {
      pictures: entry.pictures.map((one) => (one.officeId === write.id ? { ...one, beside: follow(one.beside) } : one)),
    }),
  }
}

const photosOf = (values: Values): readonly Photo[] => (values.photos as readonly Photo[] | null | undefined) ?? []

/**
 * What the publication of some pictures does to a list of them that was made before it was answered: those that it took
 * away go, and those that it brought, which had no name until then, come.
 */
function following(before: Values | undefined, now: Values): (photos: readonly Photo[]) => readonly Photo[] {
  // One that does not speak of pictures has changed none.
  if (!before || !('photos' in before)) return (photos) => photos
  const has = (photos: readonly Photo[], { id }: Photo) => photos.some((one) => one.id === id)
  const [were, are] = [photosOf(before), photosOf(now)]
  const gone = were.filter((photo) => !has(are, photo))
  const come = are.filter((photo) => !has(were, photo))
  return (photos) => [...photos.filter((photo) => !has(gone, photo)), ...come.filter((photo) => !has(photos, photo))]
}
