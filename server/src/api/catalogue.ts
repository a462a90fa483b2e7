import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { loadRates } from '@tvl/data'
import { COLUMNS_MEDIA_TYPE, TIME_ZONE } from '@tvl/model'
import { COLLECTIONS } from '@tvl/model/schema'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'

import { hasIllustrativeOffices } from '../catalogue/illustrative.ts'
import type { PastCatalogue } from '../catalogue/past.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { ReadyAnswer } from '../http/ready-answer.ts'
import { readQuery, refuseUnknown } from '../ogc/parameters/query-string.ts'
import type { Settings } from '../settings.ts'

export const CatalogueAnswer = Type.Object({
  version: Type.Integer({ description: 'number of the last change' }),
  today: Type.String({ description: 'the catalogue’s day in its time zone, ISO' }),
  timeZone: Type.String(),
  catalogue: Type.String({ description: 'demo: with an illustrative inventory; facts: without' }),
  inventory: Type.String(),
  counts: Type.Record(Type.String(), Type.Integer()),
  illustrative: Type.Boolean({ description: 'true: offices and buildings are invented and must be shown as such' }),
  operatorTiles: Type.Boolean({ description: 'true: /basemap/operator.pmtiles is there' }),
  rates: Type.Array(
    Type.Object({
      currency: Type.String(),
      madPerUnit: Type.Number(),
      asOf: Type.String(),
      sources: Type.Array(Type.String()),
    }),
  ),
  attribution: Type.String(),
})
export type CatalogueAnswer = Static<typeof CatalogueAnswer>

const ATTRIBUTION = '© OpenStreetMap contributors (ODbL) · Natural Earth · GeoNames (CC BY 4.0) · OurAirports'

const PARAMETERS: ReadonlySet<string> = new Set(['as-of'])

export interface CatalogueOptions {
  snapshot: () => Snapshot
  settings: Settings
  past: PastCatalogue
}

/** What the pages read first: what the catalogue is, and its offices as columns. */
export const catalogueRoutes: FastifyPluginAsyncTypebox<CatalogueOptions> = async (
  app,
  { snapshot, settings, past },
) => {
  const catalogues = new WeakMap<Snapshot, ReadyAnswer>()
  const columns = new WeakMap<Uint8Array, ReadyAnswer>()

  const readyColumns = ({ columnsEncoded }: Snapshot): ReadyAnswer => {
    const known = columns.get(columnsEncoded)
    if (known) return known
    const made = new ReadyAnswer(Buffer.from(columnsEncoded.buffer), COLUMNS_MEDIA_TYPE, null)
    columns.set(columnsEncoded, made)
    return made
  }
  await readyColumns(snapshot()).prepare()

  // A misspelt parameter would otherwise be taken for an answer to it.
  app.addHook('preValidation', async (request) => refuseUnknown(readQuery(request.url), PARAMETERS))
  const asked = async (request: FastifyRequest): Promise<Snapshot> => {
    const asOf = readQuery(request.url).get('as-of')
    return asOf === undefined ? snapshot() : past.at(asOf)
  }

  app.get('/api/catalogue', async (request, reply) => {
    const now = await asked(request)
    let answer = catalogues.get(now)
    if (!answer) {
      const body = JSON.stringify(describe(now, settings))
      answer = new ReadyAnswer(Buffer.from(body), 'application/json; charset=utf-8', null)
      catalogues.set(now, answer)
    }
    return answer.send(request, reply, 'no-cache')
  })

  app.get('/api/columns/offices', async (request, reply) =>
    readyColumns(await asked(request)).send(request, reply, 'no-cache'),
  )
}

function describe(snapshot: Snapshot, settings: Settings): CatalogueAnswer {
  return {
    version: snapshot.changeNumber,
    today: snapshot.today,
    timeZone: TIME_ZONE,
    catalogue: settings.catalogue,
    inventory: settings.inventory,
    counts: Object.fromEntries(COLLECTIONS.map((id) => [id, snapshot.collection(id).count])),
    illustrative: hasIllustrativeOffices(snapshot),
    operatorTiles: settings.basemapPmtiles !== null,
    rates: loadRates().map(({ currency, madPerUnit, asOf, provenance }) => ({
      currency,
      madPerUnit: Number(madPerUnit),
      asOf,
      sources: [...provenance.sources],
    })),
    attribution: ATTRIBUTION,
  }
}
