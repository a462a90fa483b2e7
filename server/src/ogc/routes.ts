import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify'
import { PROBLEM_TYPE } from '../http/problem.ts'
import { COLLECTION_INFOS, type CollectionInfo, collectionInfo } from './collections.ts'
import { answer, type Context, type OgcOptions, originOf, readAsOf, readContext, snapshotFor } from './context.ts'
import {
  collectionDocument,
  conformance,
  landing,
  landingLinks,
  queryablesDocument,
  sortablesDocument,
} from './documents.ts'
import { extentOf } from './extents.ts'
import { functionsDocument } from './functions.ts'
import {
  type CollectionCount,
  collectionPage,
  collectionsPage,
  conformancePage,
  functionsPage,
  landingPage,
  schemaPage,
} from './html/pages.ts'
import { featureAnswer, itemsAnswer } from './items.ts'
import { linkHeader, TYPES } from './links.ts'
import { preferredLanguage } from './negotiate.ts'
import { readQuery } from './parameters/query-string.ts'
import { problemFor, refuse } from './refuse.ts'
import { type Ready, ReadyAnswers, send } from './respond.ts'
import { ogcStatic } from './static-files.ts'
import { problemTitle } from './words/problem-words.ts'

/** A longer question is worked out anew each time: what is remembered of questions must not fill the memory. */
const LONGEST_KEPT = 8192

type Work = (request: FastifyRequest) => Ready | Promise<Ready>

interface CollectionParams {
  id: string
}

/** OGC API – Features 1.0 with Part 3 (queryables, filter in CQL2) over the current snapshot. Register at `/ogc`. */
export const ogcRoutes: FastifyPluginAsync<OgcOptions> = async (app, options) => {
  answerInProblems(app)
  readAsOf(app, options.past)
  await app.register(ogcStatic)
  const answers = new WeakMap<object, ReadyAnswers>()

  const get = (url: string, work: Work): void => {
    app.get(url, async (request, reply) => send(request, reply, await work(request)))
  }
  /** Keeps what is asked again and again, as long as the snapshot stays. */
  const kept =
    (work: Work): Work =>
    async (request) => {
      const snapshot = snapshotFor(request, options)
      const store = answers.get(snapshot) ?? new ReadyAnswers()
      answers.set(snapshot, store)
      const { accept = '', 'accept-language': languages = '' } = request.headers
      const key = `${originOf(request, options)}\n${request.url}\n${accept}\n${languages}`
      if (key.length > LONGEST_KEPT) return work(request)
      const known = store.get(key)
      if (known) return known
      const made = await work(request)
      store.offer(key, made)
      return made
    }

  get('/', (request) => {
    const context = readContext(request, options, TYPES.json)
    const made = answer(context, TYPES.json, {
      json: (links) => landing(context, [...links, ...landingLinks(context)]),
      html: () => landingPage(context, counts(context)),
    })
    const links = [made.headers.link, linkHeader(landingLinks(context))].filter(Boolean).join(', ')
    return { ...made, headers: { ...made.headers, link: links } }
  })

  get('/conformance', (request) => {
    const context = readContext(request, options, TYPES.json)
    return answer(context, TYPES.json, { json: conformance, html: () => conformancePage(context) })
  })

  get('/functions', (request) => {
    const context = readContext(request, options, TYPES.json)
    return answer(context, TYPES.json, {
      json: (links) => ({ ...functionsDocument(context.language), links }),
      html: () => functionsPage(context),
    })
  })

  get('/collections', (request) => {
    const context = readContext(request, options, TYPES.json)
    return answer(context, TYPES.json, {
      json: (links) => ({
        links,
        timeStamp: new Date().toISOString(),
        numberMatched: COLLECTION_INFOS.length,
        numberReturned: COLLECTION_INFOS.length,
        collections: COLLECTION_INFOS.map((info) =>
          collectionDocument(context, info, extentOf(context.snapshot, info)),
        ),
      }),
      html: () => collectionsPage(context, counts(context)),
    })
  })

  get('/collections/:id', (request) => {
    const info = infoOf(request)
    const context = readContext(request, options, TYPES.json)
    const extent = extentOf(context.snapshot, info)
    return answer(context, TYPES.json, {
      json: (links) => collectionDocument(context, info, extent, links),
      html: () => collectionPage(context, countOf(context, info), extent),
    })
  })

  for (const kind of ['queryables', 'sortables'] as const) {
    get(`/collections/:id/${kind}`, (request) => {
      const info = infoOf(request)
      const context = readContext(request, options, TYPES.schema)
      const table = context.snapshot.collection(info.id)
      const schema = kind === 'queryables' ? queryablesDocument(context, table) : sortablesDocument(context, table)
      return answer(context, TYPES.schema, {
        json: () => schema,
        html: () => schemaPage(context, kind, info, schema),
      })
    })
  }

  get(
    '/collections/:id/items',
    kept((request) => {
      const info = infoOf(request)
      return itemsAnswer(readContext(request, options, TYPES.geojson, null), info)
    }),
  )

  get('/collections/:id/items/:featureId', (request) => {
    const info = infoOf(request)
    const { featureId } = request.params as { featureId: string }
    return featureAnswer(readContext(request, options, TYPES.geojson), info, featureId)
  })
}

function infoOf(request: FastifyRequest): CollectionInfo {
  const { id } = request.params as CollectionParams
  const info = collectionInfo(id)
  if (!info) throw refuse(404, 'collection.unknown', `There is no collection “${id.slice(0, 60)}”.`)
  return info
}

const countOf = ({ snapshot }: Context, info: CollectionInfo): CollectionCount => ({
  info,
  count: snapshot.collection(info.id).count,
})

const counts = (context: Context): CollectionCount[] => COLLECTION_INFOS.map((info) => countOf(context, info))

/** Problems with their title in the reader’s language; `detail` is for developers, in English. */
export function answerInProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const document = problemFor(error)
    if (document.status >= 500) request.log.error({ err: error }, 'a request failed')
    const language = languageOf(request)
    const { headers } = error as { headers?: Readonly<Record<string, string>> }
    return reply
      .code(document.status)
      .headers({ ...headers, 'cache-control': 'no-store', 'content-language': language, 'content-type': PROBLEM_TYPE })
      .send(JSON.stringify({ ...document, title: problemTitle(document.code, document.status, language) }))
  })
}

function languageOf(request: FastifyRequest) {
  try {
    const asked = readQuery(request.url).get('lang')
    if (asked === 'fr' || asked === 'ar' || asked === 'en') return asked
  } catch {
    // A query that cannot be read says nothing about the language.
  }
  return preferredLanguage(request.headers['accept-language'])
}
