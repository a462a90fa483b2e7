import type { Language } from '@tvl/model'
import type { Position } from 'geojson'
import type { FilterSpecification } from 'maplibre-gl'
import type { ReactNode } from 'react'

/** A closed ring of [lon, lat] in degrees, first point repeated at the end. */
export type Ring = Position[]

export interface Camera {
  lon: number
  lat: number
  zoom: number
}

/** west, south, east, north in degrees */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

export interface MapSite {
  id: string
  lon: number
  lat: number
  /** place in the neutral order, 1 first; null when the site is no hit */
  rank: number | null
  state: 'hit' | 'near' | 'other'
  label: string
  sublabel?: string
  /** how far the true place may lie from the point, metres; null when the point is exact or nothing is known */
  radiusM: number | null
  regionId: string
}

/** A point of infrastructure shown with its sign. */
export interface MapPlace {
  id: string
  kind: 'airport' | 'station' | 'port' | 'cable' | 'data-centre'
  lon: number
  lat: number
  label: string
}

export interface MapViewProps {
  language: Language
  theme: 'light' | 'dark'
  sites: readonly MapSite[]
  hoveredId: string | null
  selectedId: string | null
  onHover: (id: string | null) => void
  onSelect: (id: string) => void
  /** null: the whole Kingdom, fitted to the map's size */
  camera: Camera | null
  /** After each move; null when the reader asked for the whole Kingdom. Bounds are what the map shows now. */
  onCameraChange: (camera: Camera | null, visible: Bounds) => void
  area: Ring | null
  onAreaDrawn: (ring: Ring | null) => void
  onSearchHere: (ring: Ring) => void
  hitRegionIds: readonly string[]
  /** the map cannot be drawn here (no WebGL): the page goes on with its list */
  onUnavailable: () => void
  /** which offices of the tiles are drawn from zoom 9 on; all when left out */
  officeFilter?: FilterSpecification
  places?: readonly MapPlace[]
  /** the operator's own tiles are served under /basemap/operator.pmtiles */
  hasOperatorTiles?: boolean
  /** what stands in the legend's frame, under the signs */
  children?: ReactNode
}
