import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyPluginAsync } from 'fastify'
import { ReadyAnswer } from '../http/ready-answer.ts'
import { refuse } from './refuse.ts'

const require = createRequire(import.meta.url)

/** A file of a font package; its address here is its own name. */
const font = (family: string, name: string) => {
  const file = `${family}-${name}.woff2`
  return [file, join(require.resolve(`@fontsource/${family}/package.json`), '..', 'files', file)] as const
}

const FILES: ReadonlyMap<string, string> = new Map([
  ['ogc.css', fileURLToPath(new URL('static/ogc.css', import.meta.url))],
  ['mark.svg', fileURLToPath(new URL('static/mark.svg', import.meta.url))],
  font('ibm-plex-sans', 'latin-400-normal'),
  font('ibm-plex-sans', 'latin-500-normal'),
  font('ibm-plex-sans-arabic', 'arabic-400-normal'),
  font('ibm-plex-sans-arabic', 'arabic-500-normal'),
  font('ibm-plex-serif', 'latin-400-normal'),
])

const TYPE_OF: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/** The style sheet, the mark and the fonts of the API’s own pages: a fixed list, so no path can lead elsewhere. */
export const ogcStatic: FastifyPluginAsync = async (app) => {
  const answers = new Map<string, ReadyAnswer>()
  for (const [name, path] of FILES) {
    const type = TYPE_OF[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    answers.set(name, new ReadyAnswer(await readFile(path), type, null))
  }
  app.get<{ Params: { file: string } }>('/static/:file', async (request, reply) => {
    const file = answers.get(request.params.file)
    if (!file) throw refuse(404, 'file.unknown', 'There is no such file.')
    return file.send(request, reply, 'public, max-age=86400')
  })
}
