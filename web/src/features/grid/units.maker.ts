import type { Building, Office, Zone } from '@tvl/model'
import type { Feature } from '../../api/features.ts'
import type { UnitEdits } from '../../state/grid-draft.ts'
import { type UnitRow, unitRows } from './rows.ts'

export const TODAY = '2026-11-23'
export const CONTEXT = { today: TODAY, minute: '2026-11-23T09:00Z' }

export const anOffice = (over: Partial<Office> = {}): Office => ({
  name: 'A-1',
  zoneId: 'z',
  buildingId: 'a',
  floor: 1,
  stackOrder: 0,
  areaM2: 400,
  seats: 42,
  fitOut: 'fitted',
  rentMadPerM2Month: 78.5,
  serviceChargeMadPerM2Month: null,
  status: 'free',
  leaseEndsOn: null,
  holdEndsAt: null,
  deliversOn: null,
  freeFrom: null,
  verifiedOn: '2026-11-01',
  verifiedBy: 'zone-manager',
  verificationMethod: 'call',
  provenance: {},
  ...over,
})

export const aBuilding = (id = 'a', over: Partial<Building> = {}): Feature<Building> => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [-5, 34] },
  properties: {
    nameFr: id,
    nameAr: id,
    nameEn: id,
    zoneId: 'z',
    floors: 6,
    status: 'operational',
    ...over,
  } as Building,
})

export const A_ZONE: Feature<Zone> = {
  type: 'Feature',
  id: 'z',
  geometry: { type: 'Point', coordinates: [-5, 34] },
  properties: { regionId: 'MA-03' } as Zone,
}

export const feature = (properties: Office): Feature<Office> => ({
  type: 'Feature',
  id: `${properties.buildingId}-${properties.stackOrder}`,
  geometry: null,
  properties,
})

/** Rows of one building, from the ground floor up, with what was written of them. */
export function rowsOf(offices: readonly Office[], draft: Record<string, UnitEdits> = {}): UnitRow[] {
  const features = offices.map((office, i) => feature({ ...office, stackOrder: i }))
  return unitRows([aBuilding()], new Map([['a', features]]), draft, CONTEXT)
}
