import { queryOptions } from '@tanstack/react-query'
import type { CollectionId, PropertiesOf } from '@tvl/model'
import type { Geometry } from 'geojson'
import { atThatTime } from '../state/as-of.ts'
import { fetchJson } from './fetch-json.ts'
import { collectionPath } from './paths.ts'

/** One record as the API serves it. */
export interface Feature<P> {
  type: 'Feature'
  id: string
  geometry: Geometry | null
  properties: P
}

interface FeatureCollection<P> {
  features: Feature<P>[]
  numberMatched: number
}

/** A whole collection of a few hundred records at most: zones, regions, talent pools, incentives, infrastructure, sources. */
export function collectionQuery<C extends CollectionId>(collection: C) {
  return queryOptions({
    queryKey: ['collection', collection],
    queryFn: async ({ signal }) =>
      (await fetchJson<FeatureCollection<PropertiesOf[C]>>(collectionPath(collection), signal)).features,
  })
}

/** One record by id. A 404 is an `ApiError` with that status. */
export function featureQuery<C extends CollectionId>(collection: C, id: string) {
  return queryOptions({
    queryKey: ['collection', collection, id],
    queryFn: ({ signal }) =>
      fetchJson<Feature<PropertiesOf[C]>>(
        atThatTime(`/ogc/collections/${collection}/items/${encodeURIComponent(id)}?f=json`),
        signal,
      ),
  })
}
