import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { Language } from '@tvl/model'
import { maySomewhere } from '@tvl/model'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Compile } from 'typebox/compile'
import { refuseWhoWritesNothing, writerOf } from '../changes/answer.ts'
import type { Writing } from '../changes/apply.ts'
import { readBody } from '../changes/change-set.ts'
import { readJsonBodies } from '../changes/json-body.ts'
import { ProblemError } from '../http/problem.ts'
import { requireRight } from '../identity/caller.ts'
import { placeOfTerritory } from '../identity/places.ts'
import { negotiateLanguage } from '../ogc/negotiate.ts'
import { type Query, readQuery, refuseUnknown } from '../ogc/parameters/query-string.ts'
import { notesFor } from './annotated.ts'
import { ChoicesPatch } from './choices.ts'
import { csvTemplate, MEDIA_TYPES, templateOf } from './export-files.ts'
import { fileBody, TOO_LARGE } from './file-body.ts'
import { nameOf } from './file-name.ts'
import { appliedImports, dropImport, fileOf, openImports } from './import-store.ts'
import { Imports, type Owner } from './imports.ts'
import { ROW_STATES } from './preview-shape.ts'
import type { Workshop } from './reading/workshop.ts'
import { ApplyBody, ImportAnswer, ImportsAnswer, RowsAnswer } from './shapes.ts'

/** A workbook of 20,000 rows has three; what is larger is no list of offices. */
const LARGEST_FILE = 10 * 1024 * 1024
const MOST_ROWS = 1000
const LANG = ['lang']

const choicesPatch = Compile(ChoicesPatch)
const applyBody = Compile(ApplyBody)

interface ById {
  Params: { id: string }
}

/** Files that are compared with the catalogue, corrected, and applied as one commit. */
export const importRoutes: FastifyPluginAsync<Writing & { workshop: Workshop }> = async (app, { workshop, ...on }) => {
  const imports = new Imports(on, workshop)

  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url?.startsWith('/api/imports/template.')) return
    reply.header('cache-control', 'no-store')
    // Before a body is read: who will not be allowed to apply a file need not send it.
    await refuseWhoWritesNothing(request)
    requireSomewhere(request, on)
  })

  // Bodies of files are bytes, whatever they call themselves.
  await app.register(async (files) => {
    files.removeAllContentTypeParsers()
    files.addContentTypeParser('*', (_request: FastifyRequest, payload: IncomingMessage) =>
      fileBody(payload, LARGEST_FILE),
    )
    files.post<{ Body: Buffer | typeof TOO_LARGE | null }>(
      '/api/imports',
      { schema: { response: { 201: ImportAnswer } } },
      async (request, reply) => {
        const query = queryOf(request, ['name', ...LANG])
        const name = nameOf(query)
        const bytes = request.body
        if (bytes === TOO_LARGE)
          throw new ProblemError('body.too-large', 413, `A file has at most ${LARGEST_FILE} bytes.`)
        if (!Buffer.isBuffer(bytes)) throw new ProblemError('import.empty', 422, 'Send the file itself as the body.')
        const answer = await imports.receive(bytes, name, ownerOf(request), languageOf(request))
        return reply.code(201).header('location', `/api/imports/${answer.id}`).send(answer)
      },
    )
  })

  await app.register(async (json) => {
    readJsonBodies(json)

    json.get('/api/imports', { schema: { response: { 200: ImportsAnswer } } }, async (request) => {
      queryOf(request, LANG)
      const { actorId } = ownerOf(request)
      const now = on.clock.now()
      const [open, applied] = await Promise.all([openImports(on.db, actorId, now), appliedImports(on.db, actorId, now)])
      return {
        open: open.map(({ id, fileName, createdAt, expiresAt }) => ({ id, fileName, createdAt, expiresAt })),
        applied,
      }
    })

    json.get('/api/imports/template.xlsx', async (request, reply) => {
      queryOf(request, LANG)
      const language = languageOf(request)
      return download(reply, 'xlsx', `offices-${language}.xlsx`, language).send(
        Readable.from(templateOf(language, workshop)),
      )
    })

    json.get('/api/imports/template.csv', async (request, reply) => {
      queryOf(request, LANG)
      const language = languageOf(request)
      return download(reply, 'csv', `offices-${language}.csv`, language).send(csvTemplate(language))
    })

    json.get<ById>('/api/imports/:id', { schema: { response: { 200: ImportAnswer } } }, async (request) => {
      queryOf(request, LANG)
      return imports.answer(await imports.find(request.params.id, ownerOf(request)))
    })

    json.patch<ById>('/api/imports/:id', { schema: { response: { 200: ImportAnswer } } }, async (request) => {
      queryOf(request, LANG)
      const owner = ownerOf(request)
      const patch = readBody(choicesPatch, request.body) as ChoicesPatch
      return imports.decide(await imports.find(request.params.id, owner), patch, owner)
    })

    json.delete<ById>('/api/imports/:id', async (request, reply) => {
      queryOf(request, LANG)
      const { id } = await imports.find(request.params.id, ownerOf(request))
      await dropImport(on.db, id)
      return reply.code(204).send()
    })

    json.get<ById>('/api/imports/:id/rows', { schema: { response: { 200: RowsAnswer } } }, async (request) => {
      const query = queryOf(request, ['state', 'from', 'limit', 'revision', ...LANG])
      const { rows, missing } = await imports.preview(await imports.find(request.params.id, ownerOf(request)))
      const state = query.get('state')
      const from = wholeOf(query, 'from', 0, Number.MAX_SAFE_INTEGER)
      const to = from + wholeOf(query, 'limit', 100, MOST_ROWS)
      if (state === 'missing') return { total: missing.length, rows: [], missing: missing.slice(from, to) }
      const states = state?.split(',') ?? ROW_STATES
      if (!states.every((one) => (ROW_STATES as readonly string[]).includes(one))) {
        throw new ProblemError('request.invalid', 400, `state is of ${ROW_STATES.join(', ')}, or missing.`)
      }
      const asked = rows.filter((row) => states.includes(row.state))
      return { total: asked.length, rows: asked.slice(from, to), missing: [] }
    })

    json.get<ById>('/api/imports/:id/annotated', async (request, reply) => {
      queryOf(request, LANG)
      const language = languageOf(request)
      const stored = await imports.find(request.params.id, ownerOf(request))
      const notes = notesFor(await imports.cells(stored), stored.choices, await imports.preview(stored), language)
      const bytes = await workshop.annotate(await fileOf(on.db, stored.id), stored.fileType, notes)
      const name = stored.fileName.replace(/(\.[^.]*)?$/, `-${language}$1`)
      return download(reply, stored.fileType, name, language).send(Buffer.from(bytes))
    })

    json.post<ById>('/api/imports/:id/apply', async (request) => {
      queryOf(request, LANG)
      const stored = await imports.find(request.params.id, ownerOf(request))
      return imports.apply(stored, readBody(applyBody, request.body).revision, writerOf(request))
    })
  })
}

function queryOf(request: FastifyRequest, known: readonly string[]): Query {
  const query = readQuery(request.url)
  refuseUnknown(query, new Set(known))
  return query
}

const languageOf = (request: FastifyRequest): Language => negotiateLanguage(request, readQuery(request.url))

function ownerOf({ caller }: FastifyRequest): Owner {
  if (caller.kind === 'anonymous') throw new ProblemError('sign-in.required', 401, 'Sign in, or send an API token.')
  return { actorId: caller.id, grants: caller.grants }
}

/** That the caller may write somewhere, with a second factor where one is needed. */
function requireSomewhere(request: FastifyRequest, { live }: Writing): void {
  const { caller } = request
  const grants = caller.kind === 'anonymous' ? [] : caller.grants
  const grant = grants.find((one) => maySomewhere([one], 'change-inventory'))
  if (grant) requireRight(request, 'change-inventory', placeOfTerritory(live.snapshot(), grant.territory))
}

function wholeOf(query: Query, name: string, usual: number, most: number): number {
  const text = query.get(name)
  if (text === undefined) return usual
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(number <= most)) throw new ProblemError('request.invalid', 400, `${name} is a whole number up to ${most}.`)
  return number
}

/** Head of an answer that is kept as a file. */
export function download(
  reply: FastifyReply,
  type: keyof typeof MEDIA_TYPES,
  name: string,
  language: Language,
): FastifyReply {
  const plain = name.normalize('NFKD').replace(/[^A-Za-z0-9._-]+/g, '_')
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return reply
    .header('content-type', MEDIA_TYPES[type])
    .header('content-language', language)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${whole}`)
}
