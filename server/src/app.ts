import { join } from 'node:path'
import cors from '@fastify/cors'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import type { Kysely } from 'kysely'
import { alertRoutes } from './alerts/routes.ts'
import { catalogueRoutes } from './api/catalogue.ts'
import { healthRoutes } from './api/health.ts'
import { markRoutes } from './brand/mark-routes.ts'
import { brandRoutes } from './brand/routes.ts'
import { exportRoutes } from './bulk/export-routes.ts'
import { Workshop } from './bulk/reading/workshop.ts'
import { importRoutes } from './bulk/routes.ts'
import type { Clock } from './catalogue/clock.ts'
import type { LiveCatalogue } from './catalogue/live.ts'
import { pastCatalogue } from './catalogue/past.ts'
import { changeRoutes } from './changes/routes.ts'
import { feedRoutes } from './changes-feed/routes.ts'
import { demandRoutes } from './demand/routes.ts'
import { docsRoutes } from './docs/routes.ts'
import { DossierPress } from './dossier/dossier-press.ts'
import { dueRoutes } from './due/routes.ts'
import { enquiryPublicRoutes } from './enquiries/public-routes.ts'
import { enquiryRoutes } from './enquiries/routes.ts'
import { freshnessRoutes } from './freshness/routes.ts'
import { basemap } from './http/basemap.ts'
import { refuseOtherMethods } from './http/methods.ts'
import { pages, WEB_BUILD } from './http/pages.ts'
import { answerWithProblems, ProblemError, problemOf, rawProblem, sendProblem } from './http/problem.ts'
import { refuseOtherSites } from './http/same-site.ts'
import { addSecurityHeaders } from './http/security.ts'
import { closeSilentConnections } from './http/silent-connections.ts'
import { Attempts } from './identity/attempts.ts'
import { createAuth } from './identity/auth.ts'
import { recogniseCallers } from './identity/caller.ts'
import { authLetters } from './identity/letters.ts'
import { identityRoutes } from './identity/routes.ts'
import { personOf } from './identity/session-person.ts'
import type { Mailer } from './mail/mailer.ts'
import { stopRoutes } from './mail/stop-routes.ts'
import { folderStore } from './media/folder-store.ts'
import { mediaRoutes } from './media/routes.ts'
import { s3Store } from './media/s3-store.ts'
import { ogcRoutes } from './ogc/routes.ts'
import { ogcWriteRoutes } from './ogc/write-routes.ts'
import { invitationRoutes } from './people/invitation-routes.ts'
import { organisationRoutes } from './people/organisation-routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { tokenRoutes } from './people/token-routes.ts'
import { recordRoutes } from './record/routes.ts'
import { rfiRoutes } from './rfi/routes.ts'
import { roundRoutes } from './rounds/routes.ts'
import { isDemoAccount } from './session/demo-accounts.ts'
import { sessionRoutes } from './session/routes.ts'
import { BASEMAPS, type Settings } from './settings.ts'
import { Admission } from './shares/admission.ts'
import { documentRoutes } from './shares/document-routes.ts'
import { linkRoutes } from './shares/link-routes.ts'
import { previewHead } from './shares/preview.ts'
import { privateShareRoutes } from './shares/private-routes.ts'
import { shareRoutes } from './shares/routes.ts'
import { shortlistRoutes } from './shortlists/routes.ts'
import type { Database } from './storage/database.ts'
import { tileRoutes } from './tiles/routes.ts'
import { visitRoutes } from './visits/routes.ts'

export interface AppOptions {
  settings: Settings
  live: LiveCatalogue
  db: Kysely<Database>
  clock: Clock
  /** Measures how long something takes where the catalogue’s clock stands; without it, that clock does. */
  stopwatch?: Clock
  logger: FastifyBaseLogger
  mailer: Mailer
  /** Signs sessions and locks second factors. */
  secret: string
  /** Folder of the built pages, when it is not the workspace’s own. */
  webBuild?: string
}

/** Long enough for a filter with a drawn area of a thousand corners. */
const LONGEST_URL = 64 * 1024
const LARGEST_HEAD = 256 * 1024
const LARGEST_BODY = 1024 * 1024

/** The whole server: every address it answers is registered here. */
export async function buildApp({
  settings,
  live,
  db,
  clock,
  stopwatch = clock,
  logger,
  mailer,
  secret,
  webBuild = WEB_BUILD,
}: AppOptions): Promise<FastifyInstance> {
  const { snapshot } = live
  const app = Fastify({
    loggerInstance: logger,
    // Whose word for the client’s address is taken; limits of rates go by it.
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    // Requests are logged below, without address, query or client: those are the asker's own business.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LARGEST_BODY,
    // What a body may not hold is refused. Taking it out in silence would also break choices between shapes.
    ajv: { customOptions: { removeAdditional: false } },
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    // Node’s own answer to a request without a host is no problem document; it is refused below.
    http: { maxHeaderSize: LARGEST_HEAD, requireHostHeader: false },
    // A proxy may ask with the whole address (RFC 9112 §3.2.2); everything here goes by the path.
    rewriteUrl: ({ url = '/' }) => url.replace(/^https?:\/\/[^/?]*\/?/i, '/'),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, problemOf(error)),
    clientErrorHandler: (error, socket) => {
      if (socket.writable) socket.end(rawProblem(error))
    },
  }).withTypeProvider<TypeBoxTypeProvider>()

  answerWithProblems(app)
  addSecurityHeaders(app, settings.publicUrl)
  closeSilentConnections(app)
  refuseOtherMethods(app)
  app.addHook('onRequest', async (request) => {
    if (request.headers.host === undefined && request.raw.httpVersion === '1.1')
      throw new ProblemError('host.missing', 400, 'HTTP/1.1 needs a Host header.')
    if (request.url.length > LONGEST_URL)
      throw new ProblemError('url.too-long', 414, `An address has at most ${LONGEST_URL} characters.`)
  })
  app.addHook('onResponse', async (request, reply) => {
    // Neither address nor query: both can tell who asks, and what an investor looks for is theirs.
    const { method, routeOptions } = request
    request.log.info(
      { method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    )
  })

  const attempts = new Attempts(db, secret)
  const origin = () => settings.publicUrl ?? app.listeningOrigin
  const letters = authLetters({ db, mailer, attempts, origin })
  const auth = createAuth({ db, secret, publicUrl: settings.publicUrl, log: logger, letters, signOn: settings.signOn })
  refuseOtherSites(app, settings.publicUrl)
  recogniseCallers(app, { db, clock, personOf: personOf(auth, db) })

  await app.register(healthRoutes, { snapshot, db })
  await app.register(identityRoutes, {
    auth,
    db,
    attempts,
    letters,
    signOn: settings.signOn,
    isOpenAccount: isDemoAccount(settings),
  })
  const people = { auth, db, snapshot, clock, mailer, origin }
  for (const routes of [peopleRoutes, invitationRoutes, tokenRoutes, organisationRoutes]) {
    await app.register(routes, people)
  }
  await app.register(sessionRoutes, { auth, db, snapshot, settings, mailer })
  await app.register(recordRoutes, { db, snapshot, clock })
  const writing = { db, live, clock, isDemo: settings.catalogue === 'demo' }
  await app.register(changeRoutes, writing)
  await app.register(dueRoutes, { db, snapshot, clock })
  for (const routes of [brandRoutes, markRoutes]) {
    await app.register(routes, { db, snapshot, clock, isDemo: settings.catalogue === 'demo' })
  }
  await app.register(stopRoutes, { db, secret })
  await app.register(roundRoutes, writing)
  const workshop = new Workshop()
  app.addHook('onClose', () => workshop.close())
  await app.register(importRoutes, { ...writing, workshop })
  await app.register(rfiRoutes, { db, snapshot, clock, workshop })
  const past = pastCatalogue({ db, current: snapshot, clock })
  await app.register(demandRoutes, { db, snapshot, past, clock })
  await app.register(visitRoutes, { db, snapshot, clock })
  await app.register(shortlistRoutes, { db, snapshot, clock, settings })
  await app.register(linkRoutes, { db, snapshot, clock })
  const admission = new Admission({ db, clock, attempts, secret })
  await app.register(privateShareRoutes, { db, clock })
  await app.register(shareRoutes, { db, snapshot, clock, settings, admission })
  await app.register(alertRoutes, { db, snapshot, clock, settings, admission, origin, log: logger })
  const press = new DossierPress({ boundaries: settings.boundaries })
  app.addHook('onClose', () => press.close())
  await app.register(documentRoutes, { db, snapshot, clock, admission, press })
  const enquiries = { db, snapshot, clock, stopwatch, mailer, origin, secret, settings, log: logger }
  await app.register(enquiryPublicRoutes, enquiries)
  await app.register(enquiryRoutes, enquiries)
  await app.register(async (api) => {
    // What a browser of another site may send is what the address takes, not what any address here does.
    api.addHook('onSend', async (request, reply) => {
      const allow = reply.getHeader('allow')
      const isPreflight = request.method === 'OPTIONS' && reply.hasHeader('access-control-allow-methods')
      if (isPreflight && allow !== undefined) reply.header('access-control-allow-methods', allow)
    })
    await api.register(cors, {
      origin: '*',
      // For callers with a token: cookies are never sent across sites, and refuseOtherSites sees to the rest.
      methods: ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'],
      exposedHeaders: ['ETag', 'Link', 'Location', 'Content-Language', 'Content-Crs'],
      optionsSuccessStatus: 200,
      maxAge: 86_400,
      strictPreflight: false,
    })
    await api.register(catalogueRoutes, { snapshot, settings, past })
    await api.register(feedRoutes, { db, live, log: logger })
    await api.register(freshnessRoutes, { snapshot })
    const standard = { current: snapshot, publicUrl: settings.publicUrl, past }
    await api.register(ogcRoutes, { prefix: '/ogc', ...standard })
    await api.register(ogcWriteRoutes, { prefix: '/ogc', ...standard, writing })
    await api.register(docsRoutes, standard)
    await api.register(tileRoutes, standard)
    await api.register(exportRoutes, { current: snapshot, workshop })
  })
  const mediaStore = settings.mediaS3Url ? s3Store(settings.mediaS3Url) : folderStore(join(settings.dataDir, 'media'))
  await app.register(mediaRoutes, { store: mediaStore, db, clock, snapshot })
  await basemap(app, { folder: `${BASEMAPS}${settings.boundaries}`, pmtiles: settings.basemapPmtiles })
  const admit = async (request: FastifyRequest, token: string) =>
    previewHead(db, await admission.shareOf(request, token), `${origin()}/api/shares/${token}/picture.png`)
  await pages(app, { folder: webBuild, snapshot, admit })
  return app
}
