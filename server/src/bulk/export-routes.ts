import { Readable } from 'node:stream'
import { BULK_COLLECTIONS } from '@tvl/model'
import type { FastifyPluginAsync } from 'fastify'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { Cql2Error } from '../cql2/errors.ts'
import { selectPage } from '../ogc/engine/select.ts'
import { indexOf } from '../ogc/engine/snapshot-index.ts'
import { negotiateLanguage } from '../ogc/negotiate.ts'
import { readItemsQuery } from '../ogc/parameters/items-query.ts'
import { readQuery, refuseUnknown } from '../ogc/parameters/query-string.ts'
import { problemFor, refuse } from '../ogc/refuse.ts'
import { csvOf, type ExportQuestion, geojsonOf, holdsIllustrative, workbookOf } from './export-files.ts'
import type { FileType, Workshop } from './reading/workshop.ts'
import { download } from './routes.ts'

export const EXPORT_TYPES = ['xlsx', 'csv', 'geojson'] as const
/** As for items of the standard’s API. */
export const EXPORT_PARAMETERS = [
  'lang',
  'zoneId',
  'buildingId',
  'status',
  'bbox',
  'datetime',
  'filter',
  'filter-lang',
] as const

export interface ExportOptions {
  current: () => Snapshot
  workshop: Workshop
}

/** Offices and buildings as files that people work on, and can send back. */
export const exportRoutes: FastifyPluginAsync<ExportOptions> = async (app, { current, workshop }) => {
  for (const collection of BULK_COLLECTIONS) {
    for (const type of EXPORT_TYPES) {
      app.get(`/api/exports/${collection}.${type}`, async (request, reply) => {
        const query = readQuery(request.url)
        const known = EXPORT_PARAMETERS.filter((name) => collection === 'offices' || name !== 'buildingId')
        refuseUnknown(query, new Set<string>(known))
        const language = negotiateLanguage(request, query)
        const snapshot = current()
        const table = snapshot.collection(collection)
        const { question } = readItemsQuery(query, table, snapshot, language)
        const { rows } = await selectPage(indexOf(snapshot), table, question, null, table.count).catch(refuseFilter)
        const asked: ExportQuestion = { collection, snapshot, rows, language }
        const mark = holdsIllustrative(asked) ? '-illustrative' : ''
        const name = [collection, query.get('buildingId') ?? query.get('zoneId'), snapshot.today]
          .filter(Boolean)
          .join('-')
        reply.header('cache-control', 'no-cache')
        return download(reply, type, `${name.slice(0, 120)}${mark}.${type}`, language).send(
          bodyOf(type, asked, workshop),
        )
      })
    }
  }
}

/** What is wrong with a filter is the asker’s to know. */
function refuseFilter(error: unknown): never {
  if (!(error instanceof Cql2Error)) throw error
  const { status, code, detail = '' } = problemFor(error)
  throw refuse(status, code, detail)
}

function bodyOf(type: FileType, question: ExportQuestion, workshop: Workshop): Readable {
  if (type === 'csv') return Readable.from(csvOf(question))
  return Readable.from(type === 'geojson' ? geojsonOf(question) : workbookOf(question, workshop))
}
