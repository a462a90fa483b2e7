import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { firstLinks } from './first-requests.ts'
import { ProblemError } from './problem.ts'
import { ReadyAnswer } from './ready-answer.ts'

/** The built pages. */
export const WEB_BUILD = fileURLToPath(new URL('../../../web/dist/', import.meta.url))

/** Addresses of pages; the page itself reads the rest from the address. */
const PAGES = [
  '/',
  '/compare',
  '/enquiry',
  '/data',
  '/freshness',
  '/help',
  '/sign-in',
  '/account',
  '/forgot',
  '/reset/:token',
  '/invitation/:token',
  '/manage',
  '/manage/*',
  '/agency',
  '/agency/*',
  '/shortlist',
] as const
/** Of these, the pages that read the catalogue before they show anything; a zone’s page does too. */
const CATALOGUE_PAGES: readonly string[] = ['/', '/compare']

const YEAR_SECONDS = 31_536_000

export interface PageOptions {
  /** Folder of the built pages. */
  folder: string
  snapshot: () => Snapshot
  /**
   * Whether a link opens something, and what the head of its page says beside the link elsewhere: only a public link
   * says anything. @throws ProblemError 404, 410 or 429
   */
  admit: (request: FastifyRequest, token: string) => Promise<string>
}

/**
 * The product’s pages: one document for every page’s address, and the files it loads. An address without a page gets
 * the same document with status 404, so that people see a page in their language and programs see the truth.
 */
export async function pages(app: FastifyInstance, { folder, snapshot, admit }: PageOptions): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    app.log.warn({ folder }, 'the pages are not built; only the API is served')
    app.setNotFoundHandler(() => {
      throw notFound()
    })
    return
  }
  const html = await readFile(join(folder, 'index.html'), 'utf8')
  const document = new ReadyAnswer(Buffer.from(html), 'text/html; charset=utf-8', null)
  await document.prepare()
  const links = await firstLinks(folder)
  const send = (request: FastifyRequest, reply: FastifyReply, readsCatalogue = false) => {
    // A page of the past asks for other addresses.
    const link = links.of(request, readsCatalogue && !/[?&]as-of=/.test(request.url))
    if (link) reply.header('link', link)
    return document.send(request, reply, 'no-cache')
  }
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    decorateReply: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Names in assets/ carry a hash of their content: they never change.
      const isHashed = path.includes('/assets/')
      reply.header('cache-control', isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'public, max-age=3600')
    },
  })
  for (const path of PAGES) {
    const readsCatalogue = CATALOGUE_PAGES.includes(path)
    app.get(path, (request, reply) => send(request, reply, readsCatalogue))
  }
  app.get<{ Params: { id: string } }>('/zones/:id', (request, reply) => {
    if (snapshot().collection('zones').rowOf(request.params.id) < 0) reply.code(404)
    return send(request, reply, true)
  })
  app.get<{ Params: { token: string } }>('/s/:token', async (request, reply) => {
    // The token is the key: no other site learns it from this page, and no search engine keeps it.
    reply.headers({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow, noarchive' })
    try {
      const head = await admit(request, request.params.token)
      if (head !== '') {
        reply.header('cache-control', 'no-store').type('text/html; charset=utf-8')
        return reply.send(html.replace('</title>', (title) => title + head))
      }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      reply.code(error.statusCode).headers(error.headers)
    }
    return send(request, reply)
  })
  app.setNotFoundHandler((request, reply) => {
    if (!isForPeople(request)) throw notFound()
    return send(request, reply.code(404))
  })
}

/** Whether a person’s browser asks for a page, rather than a program or a page’s script for a resource. */
function isForPeople(request: FastifyRequest): boolean {
  const isPage = request.method === 'GET' || request.method === 'HEAD'
  const isApi = /^\/(api|ogc|tiles|basemap|assets)(\/|$|\?)/.test(request.url)
  return isPage && !isApi && (request.headers.accept ?? '').includes('text/html')
}

function notFound(): ProblemError {
  return new ProblemError('address.unknown', 404, 'There is nothing at this address.')
}
