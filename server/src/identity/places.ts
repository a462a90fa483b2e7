import type { CatalogueRecord, CollectionId, Place, Territory } from '@tvl/model'
import { NOWHERE } from '@tvl/model'
import type { Snapshot } from '../catalogue/snapshot.ts'

/** Where a zone lies; nowhere when there is no such zone, so that only national rights reach it. */
export function placeOfZone(snapshot: Snapshot, zoneId: string): Place {
  const zones = snapshot.collection('zones')
  const row = zones.rowOf(zoneId)
  if (row < 0) return NOWHERE
  return { regionId: String(zones.get('regionId')(row)), zoneId, buildingId: null }
}

/** Where a building lies; nowhere when there is no such building. */
export function placeOfBuilding(snapshot: Snapshot, buildingId: string): Place {
  const buildings = snapshot.collection('buildings')
  const row = buildings.rowOf(buildingId)
  return row < 0 ? NOWHERE : { ...placeOfZone(snapshot, String(buildings.get('zoneId')(row))), buildingId }
}

/** Where a record lies, by what it says of itself. Reference data lie nowhere: they are the country’s. */
export function placeOfRecord(snapshot: Snapshot, record: CatalogueRecord): Place {
  if (isOf(record, 'offices')) {
    const { zoneId, buildingId } = record.properties
    return { ...placeOfZone(snapshot, zoneId), buildingId }
  }
  if (isOf(record, 'buildings')) return { ...placeOfZone(snapshot, record.properties.zoneId), buildingId: record.id }
  if (isOf(record, 'zones')) return { regionId: record.properties.regionId, zoneId: record.id, buildingId: null }
  return NOWHERE
}

/** Where a territory lies, for `isWithin`. */
export function placeOfTerritory(snapshot: Snapshot, territory: Territory): Place {
  switch (territory.kind) {
    case 'national':
      return NOWHERE
    case 'region':
      return { ...NOWHERE, regionId: territory.id }
    case 'zone':
      return placeOfZone(snapshot, territory.id)
    case 'building':
      return placeOfBuilding(snapshot, territory.id)
  }
}

function isOf<C extends CollectionId>(record: CatalogueRecord, collection: C): record is CatalogueRecord<C> {
  return record.collection === collection
}

const COLLECTION_OF = { region: 'regions', zone: 'zones', building: 'buildings' } as const

/** The name of a territory in the three languages; null for the whole country, or what is not in the catalogue. */
export function nameOfTerritory(
  snapshot: Snapshot,
  territory: Territory,
): { fr: string; ar: string; en: string } | null {
  if (territory.kind === 'national') return null
  const rows = snapshot.collection(COLLECTION_OF[territory.kind])
  const row = rows.rowOf(territory.id)
  if (row < 0) return null
  const name = (property: string) => String(rows.get(property)(row))
  return { fr: name('nameFr'), ar: name('nameAr'), en: name('nameEn') }
}
