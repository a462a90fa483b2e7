import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '@tvl/model'
import type { FastifyRequest } from 'fastify'
import { preferredLanguage } from '../ogc/negotiate.ts'

/** What the pages ask for as soon as they run, as their build wrote it down. */
interface FirstRequests {
  /** in the order in which they are wanted */
  scripts: string[]
  /** of Explore, a zone and the comparison */
  data: string[]
  /** a script of phrases for each language */
  phrases: Record<Language, string>
}

export interface FirstLinks {
  /** Value of the `Link` header; empty when nothing is known to be wanted. */
  of: (request: FastifyRequest, readsCatalogue: boolean) => string
}

/**
 * What the browser may begin to fetch on the header of a document, before its code has come: on a slow line the rows
 * would otherwise wait for one file to ask for the next. The reader's own choice of language, kept in the browser, is
 * not known here: then one small file too many travels.
 */
export async function firstLinks(folder: string): Promise<FirstLinks> {
  const requests = await readFile(join(folder, 'first-requests.json'), 'utf8').then(
    (text) => JSON.parse(text) as FirstRequests,
    () => null,
  )
  if (!requests) return { of: () => '' }
  // The same mode and credentials as the page's own `fetch`, or the answer would be fetched twice.
  const data = requests.data.map((path) => `<${path}>; rel=preload; as=fetch; crossorigin=anonymous`)
  return {
    of: (request, readsCatalogue) => {
      const { lang } = request.query as { lang?: unknown }
      const known = Object.entries(requests.phrases).find(([language]) => language === lang)
      const phrases = known?.[1] ?? requests.phrases[preferredLanguage(request.headers['accept-language'])]
      const scripts = [...requests.scripts, phrases].map((path) => `<${path}>; rel=modulepreload`)
      return [...scripts, ...(readsCatalogue ? data : [])].join(', ')
    },
  }
}
