import type { Geometry } from 'geojson'
import type { CollectionId } from './common.ts'
import type { Building, Office } from './inventory.ts'
import type { Incentive, Infrastructure, Source } from './reference.ts'
import type { Province, Region, TalentPool } from './territory.ts'
import type { Zone } from './zone.ts'

/** The stored properties of each collection. */
export interface PropertiesOf {
  regions: Region
  provinces: Province
  zones: Zone
  buildings: Building
  offices: Office
  infrastructure: Infrastructure
  'talent-pools': TalentPool
  incentives: Incentive
  sources: Source
}

/** One record of the catalogue: what `data/` produces, the store keeps and the API serves as a feature. */
export interface CatalogueRecord<C extends CollectionId = CollectionId> {
  collection: C
  id: string
  geometry: Geometry | null
  properties: PropertiesOf[C]
}
