import type { Language } from '@tvl/model'
import type { FilterSpecification, StyleSpecification } from 'maplibre-gl'
import { mapSources } from './basemap-sources.ts'
import { areaLayers, insetFrameLayer } from './layers/area.ts'
import { countryNameLayer, outlyingNameLayer, regionNameLayer, waterNameLayer } from './layers/labels.ts'
import { neighbourBorderLayer, neighbourCoastLayer, neighbourLandLayer } from './layers/neighbours.ts'
import { officeLayers } from './layers/offices.ts'
import { placeLayer } from './layers/places.ts'
import { railLayers } from './layers/rail.ts'
import { outlineLayer, provinceMeshLayer, regionLayer, regionMeshLayer } from './layers/regions.ts'
import { graticuleLayer, seaLayer } from './layers/sea.ts'
import { siteLayers } from './layers/sites.ts'
import { townNameLayer, townPointLayer } from './layers/towns.ts'
import { uncertaintyLayers } from './layers/uncertainty.ts'
import { waterLineLayers } from './layers/water-lines.ts'
import type { MapTheme } from './map-theme.ts'

export interface MapStyleOptions {
  theme: MapTheme
  language: Language
  origin: string
  fontFaces: NonNullable<StyleSpecification['font-faces']>
  officeFilter?: FilterSpecification | undefined
}

/** The whole map as one value: layers in their order from sea to sites. */
export function mapStyle({ theme, language, origin, fontFaces, officeFilter }: MapStyleOptions): StyleSpecification {
  return {
    version: 8,
    'font-faces': fontFaces,
    sources: mapSources(origin),
    layers: [
      seaLayer(theme),
      graticuleLayer(theme),
      ...waterLineLayers(theme),
      neighbourLandLayer(theme),
      neighbourBorderLayer(theme),
      neighbourCoastLayer(theme),
      regionLayer(theme),
      provinceMeshLayer(theme),
      regionMeshLayer(theme),
      outlineLayer(theme),
      ...railLayers(theme),
      insetFrameLayer(theme),
      ...areaLayers(theme),
      ...uncertaintyLayers(theme),
      countryNameLayer(theme, language),
      waterNameLayer(theme, language),
      outlyingNameLayer(theme, language),
      regionNameLayer(theme, language),
      townPointLayer(),
      placeLayer(theme),
      townNameLayer(theme, language),
      ...officeLayers(theme, officeFilter),
      ...siteLayers(theme),
    ],
  }
}
