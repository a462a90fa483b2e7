import type { CatalogueRecord } from '@tvl/model'
import { aBuilding, anOffice, aZone } from './makers.ts'

const NAMED = { nameFr: 'Fès', nameAr: 'فاس', nameEn: 'Fez' }

/** Two zones of two regions, each with a building of three offices: what writers of two territories write to. */
export function twoSites(): CatalogueRecord[] {
  return [
    { collection: 'sources', id: 'inventory', geometry: null, properties: aSource('Inventory') },
    { collection: 'sources', id: 'paper', geometry: null, properties: aSource('Paper') },
    aRegion('MA-03'),
    aRegion('MA-06'),
    aProvince('MA-FES', 'MA-03'),
    aProvince('MA-CAS', 'MA-06'),
    aZone('fes-shore'),
    aZone('casanearshore', { regionId: 'MA-06', provinceId: 'MA-CAS' }),
    aBuilding('fes-shore-a', 'fes-shore'),
    aBuilding('fes-shore-b', 'fes-shore'),
    aBuilding('casanearshore-a', 'casanearshore'),
    ...[0, 1, 2].map((stackOrder) =>
      anOffice(`fes-shore-a-${stackOrder}`, { stackOrder, floor: stackOrder, seats: 40 + 10 * stackOrder }),
    ),
    ...[0, 1, 2].map((stackOrder) =>
      anOffice(`casanearshore-a-${stackOrder}`, {
        stackOrder,
        floor: stackOrder,
        zoneId: 'casanearshore',
        buildingId: 'casanearshore-a',
      }),
    ),
  ]
}

const aSource = (title: string) => ({ title, publisher: 'Tests', publishedOn: null, url: null })

function aRegion(id: string): CatalogueRecord<'regions'> {
  const capital = { capitalFr: 'Fès', capitalAr: 'فاس', capitalEn: 'Fez' }
  const unknown = {
    population2024: null,
    population2014: null,
    populationGrowthPct: null,
    areaKm2: null,
    irCapPct: null,
  }
  return {
    collection: 'regions',
    id,
    geometry: null,
    properties: { ...NAMED, ...capital, ...unknown, hasP2iOffshoring: true, provenance: { '*': PRESS } },
  }
}

function aProvince(id: string, regionId: string): CatalogueRecord<'provinces'> {
  const unknown = { territorialPremium: null, territorialPremiumPct: null }
  return {
    collection: 'provinces',
    id,
    geometry: null,
    properties: { ...NAMED, ...unknown, kind: 'prefecture', regionId, provenance: { '*': PRESS } },
  }
}

const PRESS = { grade: 'press' as const, sources: ['paper'], asOf: '2025' }
