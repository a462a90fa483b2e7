import { Base, CommitId, HoldBody, UndoBody } from '@tvl/model/schema'
import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { readQuery, refuseUnknown } from '../ogc/parameters/query-string.ts'
import { answerOf, refuseWhoWritesNothing, writerOf } from './answer.ts'
import { applyChangeSet, type Writing } from './apply.ts'
import { malformed, readBody, readChangeSet } from './change-set.ts'
import { holdOffice, releaseOffice, watchHolds } from './holds.ts'
import { readJsonBodies } from './json-body.ts'
import { undoCommit } from './undo.ts'

interface ById {
  Params: { id: string }
}

const commitId = Compile(CommitId)
const undoBody = Compile(UndoBody)
const holdBody = Compile(HoldBody)
const releaseQuery = Compile(Type.Object({ id: CommitId, base: Type.Optional(Base) }, { additionalProperties: false }))

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:00(\.0+)?)?(Z|[+-]\d{2}:\d{2})$/

/** An instant with its offset, as the catalogue keeps it. @throws ProblemError `change.malformed`, 400 */
function minuteOf(instant: string): string {
  const date = new Date(instant)
  if (!INSTANT.test(instant) || Number.isNaN(date.getTime())) {
    throw malformed('endsAt is an instant of a whole minute with its offset, as 2027-03-15T18:00+01:00.')
  }
  return `${date.toISOString().slice(0, 16)}Z`
}

/** Writing to the catalogue. Every answer tells the version that holds the change. */
export const changeRoutes: FastifyPluginAsync<Writing> = async (app, on) => {
  readJsonBodies(app)
  app.addHook('onRequest', refuseWhoWritesNothing)
  app.addHook('preValidation', async (request) => {
    refuseUnknown(readQuery(request.url), new Set(['lang', ...(request.method === 'DELETE' ? ['id', 'base'] : [])]))
  })

  app.post('/api/changes', async (request) => {
    const set = readChangeSet(request.body)
    return answerOf(on, request, await applyChangeSet(on, { ...set, asks: set.writes }, writerOf(request)), set.writes)
  })

  app.post<ById>('/api/commits/:id/undo', async (request) => {
    const undo = { ...readBody(undoBody, request.body), commit: readBody(commitId, request.params.id) }
    return answerOf(on, request, await undoCommit(on, undo, writerOf(request)))
  })

  app.post<ById>('/api/offices/:id/hold', async (request) => {
    const { endsAt, ...body } = readBody(holdBody, request.body)
    const hold = { ...body, officeId: request.params.id, endsAt: minuteOf(endsAt) }
    return answerOf(on, request, await holdOffice(on, hold, writerOf(request)))
  })

  app.delete<ById>('/api/offices/:id/hold', async (request) => {
    const { lang: _, base, ...query } = Object.fromEntries(readQuery(request.url))
    const asked = readBody(releaseQuery, { ...query, ...(base === undefined ? {} : { base: Number(base) }) })
    const release = { ...asked, officeId: request.params.id }
    return answerOf(on, request, await releaseOffice(on, release, writerOf(request)))
  })

  let watch: ReturnType<typeof watchHolds> | undefined
  app.addHook('onReady', async () => {
    watch = watchHolds({ db: on.db, clock: on.clock, log: app.log })
  })
  app.addHook('onClose', async () => watch?.stop())
}
