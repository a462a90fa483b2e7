import { REFERENCES } from '@tvl/data'
import type { CollectionId, Place } from '@tvl/model'
import { NOWHERE } from '@tvl/model'
import type { Kysely } from 'kysely'
import { knownMedia } from '../media/known-media.ts'
import type { Content, Database } from '../storage/database.ts'
import type { Draft } from './draft.ts'
import { type Key, keyOf, readOfficesOf, readStored } from './records.ts'

type Properties = Content['properties']

/** The catalogue as it will be with the drafts in it: what the rules look at beside the record itself. */
export interface View {
  has(collection: CollectionId, id: string): boolean
  get(collection: CollectionId, id: string): Properties | undefined
  /** The offices of a building that the drafts touch. */
  officesOf(buildingId: string): { id: string; properties: Properties }[]
  /** Whether a picture with this id was kept. */
  hasMedia(id: string): boolean
  /** Where a record with this content lies. */
  placeOf(key: Key, content: Content): Place
}

/** Reads what the drafts point at. Within the transaction that writes them, so that it is the last state. */
export async function viewOf(db: Kysely<Database>, drafts: readonly Draft[]): Promise<View> {
  const own = new Map(drafts.map((draft) => [keyOf(draft), draft]))
  const states = drafts.flatMap(({ before, after }) => [before, after].flatMap((one) => (one ? [one.properties] : [])))
  const stored = await readStored(db, referred(states))
  // The zone of a building, for the place of an office that names the building alone, is one step further.
  const zones = [...stored].flatMap(([key, { content }]) =>
    key.startsWith('buildings/') ? texts(content.properties.zoneId) : [],
  )
  const further = zones.map((id): Key => ({ collection: 'zones', id })).filter((key) => !stored.has(keyOf(key)))
  for (const [key, one] of await readStored(db, further)) stored.set(key, one)
  const buildings = new Set(
    drafts.flatMap(({ collection, id, before, after }) => {
      if (collection === 'buildings') return [id]
      // Who stays in its place of the stack meets nobody there but who comes, and that one is looked at.
      if (collection !== 'offices' || !hasMoved(before, after)) return []
      return [before, after].flatMap((one) => texts(one?.properties.buildingId))
    }),
  )
  const offices = await readOfficesOf(db, [...buildings])
  for (const { collection, id, after } of drafts) {
    if (collection !== 'offices') continue
    if (after) offices.set(id, after.properties)
    else offices.delete(id)
  }
  const byBuilding = new Map<unknown, { id: string; properties: Properties }[]>()
  for (const [id, properties] of offices) {
    const list = byBuilding.get(properties.buildingId) ?? []
    list.push({ id, properties })
    byBuilding.set(properties.buildingId, list)
  }

  const media = await knownMedia(
    db,
    drafts.flatMap(({ after }) => (after ? photoIds(after.properties) : [])),
  )

  const get = (collection: CollectionId, id: string): Properties | undefined => {
    const key = keyOf({ collection, id })
    const draft = own.get(key)
    return (draft ? draft.after : stored.get(key)?.content)?.properties
  }
  const regionOf = (zoneId: string): string | null => {
    // Who may act in a zone is decided by where it lies before the change.
    const key = keyOf({ collection: 'zones', id: zoneId })
    const zone = own.get(key)?.before ?? stored.get(key)?.content
    return texts(zone?.properties.regionId)[0] ?? null
  }
  return {
    get,
    has: (collection, id) => get(collection, id) !== undefined,
    hasMedia: (id) => media.has(id),
    officesOf: (buildingId) => byBuilding.get(buildingId) ?? [],
    placeOf: ({ collection, id }, { properties }) => {
      if (collection === 'zones') return { regionId: regionOf(id), zoneId: id, buildingId: null }
      if (collection !== 'offices' && collection !== 'buildings') return NOWHERE
      const buildingId = collection === 'buildings' ? id : (texts(properties.buildingId)[0] ?? null)
      const building = buildingId === null ? undefined : get('buildings', buildingId)
      const zoneId = texts(properties.zoneId)[0] ?? texts(building?.zoneId)[0] ?? null
      return { regionId: zoneId === null ? null : regionOf(zoneId), zoneId, buildingId }
    },
  }
}

/** The pictures that a record names; what has not the shape of one is refused as that. */
export const photoIds = ({ photos }: Properties): string[] =>
  Array.isArray(photos) ? photos.flatMap((photo: { id?: unknown } | null) => texts(photo?.id)) : []

const hasMoved = (before: Content | null, after: Content | null): boolean =>
  !before || !after || ['buildingId', 'stackOrder'].some((name) => before.properties[name] !== after.properties[name])

const texts = (value: unknown): string[] => (typeof value === 'string' ? [value] : [])

function referred(states: readonly Properties[]): Key[] {
  const keys = new Map<string, Key>()
  for (const properties of states) {
    for (const [property, collection] of REFERENCES) {
      for (const id of texts(properties[property])) keys.set(keyOf({ collection, id }), { collection, id })
    }
  }
  return [...keys.values()]
}
