import { type BulkCollection, type Grant, may } from '@tvl/model'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { placeOfBuilding, placeOfZone } from '../identity/places.ts'
import type { Missing } from './preview-shape.ts'
import type { WantedRow } from './wanted.ts'

/**
 * What the catalogue has and the file does not list: offices of the buildings that it names, buildings of the zones of
 * its buildings. Only what the person could remove.
 */
export function missingFrom(snapshot: Snapshot, rows: readonly WantedRow[], grants: readonly Grant[]): Missing[] {
  const listed = new Set(rows.map(({ collection, id }) => `${collection}/${id}`))
  const places = (collection: BulkCollection, field: 'buildingId' | 'zoneId') =>
    new Set(
      rows
        .filter((row) => row.collection === collection)
        .flatMap(({ stored, values }) => [stored?.properties[field], values.get(field)])
        .filter((id) => typeof id === 'string'),
    )
  const found: Missing[] = []
  const look = (collection: BulkCollection, field: 'buildingId' | 'zoneId', name: string) => {
    const within = places(collection, field)
    if (within.size === 0) return
    const table = snapshot.collection(collection)
    const [place, called] = [table.get(field), table.get(name)]
    for (const [row, id] of table.ids.entries()) {
      const where = String(place(row))
      if (!within.has(where) || listed.has(`${collection}/${id}`)) continue
      const asked = field === 'zoneId' ? placeOfZone(snapshot, where) : placeOfBuilding(snapshot, where)
      if (may(grants, 'change-inventory', asked)) found.push({ collection, id, name: String(called(row)), faults: [] })
    }
  }
  look('offices', 'buildingId', 'name')
  look('buildings', 'zoneId', 'nameFr')
  return found
}
