import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { ProblemError } from './problem.ts'
import { ReadyAnswer } from './ready-answer.ts'

export interface BasemapOptions {
  /** Folder of the boundary set. */
  folder: string
  /** The operator’s own tiles. */
  pmtiles: string | null
}

/** The files of the map: the boundary set’s, from memory, and the operator’s tiles by ranges. */
export async function basemap(app: FastifyInstance, { folder, pmtiles }: BasemapOptions): Promise<void> {
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => /\.(geo)?json$/.test(name)) : []
  if (names.length === 0) app.log.warn({ folder }, 'the basemap is not built; maps show no land')
  const files = new Map<string, ReadyAnswer>()
  for (const name of names) {
    const type = name.endsWith('.geojson') ? 'application/geo+json' : 'application/json'
    files.set(name, new ReadyAnswer(await readFile(join(folder, name)), type, null))
  }
  app.get<{ Params: { file: string } }>('/basemap/:file', async (request, reply) => {
    const file = files.get(request.params.file)
    if (!file) throw new ProblemError('basemap.unknown', 404, `The basemap has no file ${request.params.file}.`)
    return file.send(request, reply, 'public, max-age=300, must-revalidate')
  })
  if (!pmtiles) return
  await app.register(fastifyStatic, { root: dirname(pmtiles), serve: false })
  app.get('/basemap/operator.pmtiles', (_request, reply) =>
    reply
      .type('application/vnd.pmtiles')
      .sendFile(basename(pmtiles), dirname(pmtiles), { cacheControl: false, acceptRanges: true }),
  )
}
