import type { CollectionId } from '../../schema/common.ts'
import type { FrozenRecord } from './frozen.ts'

/** What the API serves with a record beside what is stored of it. A test compares this with what it does serve. */
const DERIVED: Partial<Record<CollectionId, readonly string[]>> = {
  offices: ['availableFrom', 'countedSince', 'countedUntil', 'holdEndsOn'],
  zones: [
    'buildings',
    'offices',
    'seats',
    'freeSeats',
    'contiguousSeats',
    'firstAvailableOn',
    'verifiedOn',
    'literateFrenchPct',
    'literateEnglishPct',
    'literateSpanishPct',
    'skillsCity',
    'universityNewEntrants',
    'incentives',
  ],
}

interface Served<P> {
  id: string
  geometry: FrozenRecord<P>['geometry']
  properties: P
}

/** A feature of the API as the catalogue stores it: what a browser freezes is then what the server would. */
export function storedRecord<P extends object>(collection: CollectionId, feature: Served<P>): FrozenRecord<P> {
  const derived = new Set(['name', ...(DERIVED[collection] ?? [])])
  // An office is named by its own code: there is no name derived for it.
  if (collection === 'offices') derived.delete('name')
  const without = (record: object) => Object.fromEntries(Object.entries(record).filter(([key]) => !derived.has(key)))
  const properties = without(feature.properties) as { provenance?: object }
  if (properties.provenance) properties.provenance = without(properties.provenance)
  return { id: feature.id, geometry: feature.geometry, properties: properties as P }
}
