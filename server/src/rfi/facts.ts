import type { CollectionId, ProvenanceByProperty, RfiRecord, SiteFacts } from '@tvl/model'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { combined } from './combined.ts'
import { buildingFacts, offerFacts } from './zone-sums.ts'

type Properties = Record<string, unknown> & { provenance?: ProvenanceByProperty }

/** What the catalogue has of one zone, its region, its people and what is near; null for a zone that is not there. */
export function siteFacts(snapshot: Snapshot, zoneId: string): SiteFacts | null {
  const zones = snapshot.collection('zones')
  const row = zones.rowOf(zoneId)
  if (row < 0) return null
  // As it is served: with its inventory and what holds there beside what is stored.
  const { properties, geometry } = zones.feature(row, 'fr')
  const zone = properties as Properties
  return {
    zone: withPlace(recordOf(zone), geometry),
    region: recordIn(snapshot, 'regions', zone.regionId),
    province: recordIn(snapshot, 'provinces', zone.provinceId),
    talent: talentOf(snapshot, zone.regionId),
    airport: recordIn(snapshot, 'infrastructure', zone.airportId),
    hsr: recordIn(snapshot, 'infrastructure', zone.hsrStationId),
    rail: recordIn(snapshot, 'infrastructure', zone.railStationId),
    buildings: buildingFacts(snapshot, zoneId),
    offers: offerFacts(snapshot, zoneId),
    incentives: incentivesOf(snapshot, zone.incentives),
  }
}

const recordOf = (properties: Properties): RfiRecord => ({ properties, provenance: properties.provenance ?? {} })

function recordIn(snapshot: Snapshot, collection: CollectionId, id: unknown): RfiRecord | null {
  const table = snapshot.collection(collection)
  const row = typeof id === 'string' ? table.rowOf(id) : -1
  return row < 0 ? null : recordOf(table.record(row).properties as unknown as Properties)
}

function talentOf(snapshot: Snapshot, regionId: unknown): RfiRecord | null {
  const table = snapshot.collection('talent-pools')
  const id = table.ids.find(
    (_, row) => table.record(row).properties && regionOf(table.record(row).properties) === regionId,
  )
  return recordIn(snapshot, 'talent-pools', id)
}

const regionOf = (properties: object): unknown => ('regionId' in properties ? properties.regionId : undefined)

/** Latitude and longitude are the parts of a point, graded as its place is. */
function withPlace(
  { properties, provenance }: RfiRecord,
  geometry: { type: string; coordinates?: unknown } | null,
): RfiRecord {
  const place = provenance.geometry ?? provenance['*']
  if (geometry?.type !== 'Point' || !place) return { properties, provenance }
  const [longitude, latitude] = geometry.coordinates as [number, number]
  return {
    properties: { ...properties, latitude, longitude, coordinates: `${latitude}, ${longitude}` },
    provenance: { ...provenance, latitude: place, longitude: place, coordinates: place },
  }
}

/** The measures that nothing about the place refuses today. */
function incentivesOf(snapshot: Snapshot, ids: unknown): RfiRecord | null {
  const records = (Array.isArray(ids) ? ids : []).flatMap((id) => recordIn(snapshot, 'incentives', id) ?? [])
  const names = (property: string) => records.map(({ properties }) => String(properties[property]))
  const provenance = combined(records.flatMap((record) => record.provenance.nameFr ?? record.provenance['*'] ?? []))
  return {
    properties: { namesFr: names('nameFr'), namesAr: names('nameAr'), namesEn: names('nameEn') },
    provenance: provenance ? { '*': provenance } : {},
  }
}
