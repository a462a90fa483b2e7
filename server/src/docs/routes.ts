import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { ReadyAnswer } from '../http/ready-answer.ts'
import { type OgcOptions, originOf, readContext } from '../ogc/context.ts'
import { TYPES } from '../ogc/links.ts'
import { refuse } from '../ogc/refuse.ts'
import { answerInProblems } from '../ogc/routes.ts'
import { openApiDocument } from './openapi.ts'

const require = createRequire(import.meta.url)
const swagger = (name: string) => join(dirname(require.resolve('swagger-ui-dist/package.json')), name)
const own = (name: string) => fileURLToPath(new URL(`static/${name}`, import.meta.url))

const FILES: Readonly<Record<string, { path: string; type: string }>> = {
  'swagger-ui.css': { path: swagger('swagger-ui.css'), type: 'text/css; charset=utf-8' },
  'swagger-ui-bundle.js': { path: swagger('swagger-ui-bundle.js'), type: 'text/javascript; charset=utf-8' },
  'docs.js': { path: own('docs.js'), type: 'text/javascript; charset=utf-8' },
  'docs.css': { path: own('docs.css'), type: 'text/css; charset=utf-8' },
}

/** The reference loads its own files and asks this service; the small pictures in its style sheet are data addresses. */
const DOCS_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const HOUR = 'public, max-age=3600'

/** The OpenAPI document at `/ogc/api`, and the interactive reference of it at `/api/docs`. */
export const docsRoutes: FastifyPluginAsync<OgcOptions> = async (app, options) => {
  answerInProblems(app)
  const documents = new Map<string, ReadyAnswer>()
  const files = new Map<string, ReadyAnswer>()
  for (const [name, { path, type }] of Object.entries(FILES)) {
    files.set(name, new ReadyAnswer(await readFile(path), type, null))
  }
  const page = new ReadyAnswer(await readFile(own('docs.html')), 'text/html; charset=utf-8', null)

  const variesByFormat = async (_request: FastifyRequest, reply: FastifyReply) => {
    reply.header('vary', 'Accept, Accept-Encoding')
  }
  app.get('/ogc/api', { onSend: variesByFormat }, async (request, reply) => {
    const { format } = readContext(request, options, TYPES.openapi)
    if (format === 'html') return reply.redirect('/api/docs', 303)
    const base = originOf(request, options)
    const known = documents.get(base) ?? new ReadyAnswer(bytes(openApiDocument(base)), TYPES.openapi, null)
    // A host that anyone may name in a header must not fill the memory.
    if (documents.size < 16) documents.set(base, known)
    return known.send(request, reply, HOUR)
  })

  app.get('/api/docs', async (request, reply) =>
    page.send(request, reply.header('content-security-policy', DOCS_CSP), HOUR),
  )

  app.get<{ Params: { file: string } }>('/api/docs/:file', async (request, reply) => {
    const file = files.get(request.params.file)
    if (!file) throw refuse(404, 'file.unknown', 'There is no such file.')
    return file.send(request, reply, HOUR)
  })
}

const bytes = (document: object): Buffer => Buffer.from(JSON.stringify(document))
