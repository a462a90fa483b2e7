import type { FeatureCollection } from 'geojson'
import type { GeoJSONSourceSpecification, SourceSpecification } from 'maplibre-gl'

const BASEMAP = '/basemap'
export const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] }

const file = (name: string, more: Partial<GeoJSONSourceSpecification> = {}): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: `${BASEMAP}/${name}.geojson`,
  ...more,
})

const own = (more: Partial<GeoJSONSourceSpecification> = {}): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: EMPTY,
  ...more,
})

export const PROVINCE_MESH_URL = `${BASEMAP}/province-mesh.geojson`

/**
 * What the map reads. Files are fetched and cut by the worker; sources of ours start empty.
 * @param origin scheme and host of the page: tile addresses must be absolute
 */
export const mapSources = (origin: string): Record<string, SourceSpecification> => ({
  graticule: file('graticule'),
  outline: file('outline'),
  neighbours: file('neighbours'),
  regions: file('regions', { promoteId: 'id' }),
  'region-mesh': file('region-mesh'),
  // Filled from zoom 7 on, see PROVINCE_MESH_URL.
  'province-mesh': own(),
  rail: file('rail'),
  towns: file('towns'),
  labels: file('labels'),
  places: own(),
  area: own(),
  'inset-frame': own(),
  uncertainty: own(),
  sites: own({ promoteId: 'id', tolerance: 0 }),
  offices: {
    type: 'vector',
    tiles: [`${origin}/tiles/offices/{z}/{x}/{y}`],
    minzoom: 0,
    maxzoom: 14,
    promoteId: 'id',
  },
})
