import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FirstLinks, firstLinks } from './first-requests.ts'

const asking = (lang: string | undefined, wanted?: string) =>
  ({ query: lang === undefined ? {} : { lang }, headers: { 'accept-language': wanted } }) as unknown as FastifyRequest

describe('the first requests of a page', () => {
  let folder: string
  let links: FirstLinks
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'first-requests-'))
    const phrases = { fr: '/assets/fr.js', ar: '/assets/ar.js', en: '/assets/en.js' }
    const requests = { scripts: ['/assets/app.js', '/assets/start.js'], data: ['/api/catalogue'], phrases }
    await writeFile(join(folder, 'first-requests.json'), JSON.stringify(requests))
    links = await firstLinks(folder)
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('are named in the order in which they are wanted, the data as the page itself will fetch it', () => {
    expect(links.of(asking(undefined), true)).toBe(
      [
        '</assets/app.js>; rel=modulepreload',
        '</assets/start.js>; rel=modulepreload',
        '</assets/fr.js>; rel=modulepreload',
        '</api/catalogue>; rel=preload; as=fetch; crossorigin=anonymous',
      ].join(', '),
    )
  })

  it('have no data where the page reads none', () => {
    expect(links.of(asking(undefined), false)).not.toContain('/api/')
  })

  it.each([
    ['of the address', 'ar', 'en', 'ar'],
    ['of the browser', undefined, 'en-GB,en;q=0.9', 'en'],
    ['that is ours, when another is asked', 'de', 'ar-MA', 'ar'],
    ['French, when none is known', undefined, undefined, 'fr'],
  ])('have the phrases of the language %s', (_, lang, wanted, language) => {
    expect(links.of(asking(lang, wanted), false)).toContain(`</assets/${language}.js>`)
  })

  it('are none where the build names none', async () => {
    expect((await firstLinks(join(folder, 'nothing'))).of(asking(undefined), true)).toBe('')
  })
})
