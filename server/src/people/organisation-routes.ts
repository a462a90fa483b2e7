import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { NOWHERE } from '@tvl/model'
import { sql } from 'kysely'
import { ProblemError } from '../http/problem.ts'
import { requireRight } from '../identity/caller.ts'
import { noteRights } from './authority.ts'
import type { PeopleOptions } from './routes.ts'
import { OrganisationSchema, OrganisationsAnswer } from './shapes.ts'

interface Row {
  id: string
  kind: 'national' | 'agency' | 'operator'
  fr: string
  ar: string
  en: string
}

/** In whose name people act. The names are public: the record of changes shows them. */
export const organisationRoutes: FastifyPluginAsyncTypebox<PeopleOptions> = async (app, { db, clock }) => {
  app.get('/api/organisations', { schema: { response: { 200: OrganisationsAnswer } } }, async (_request, reply) => {
    reply.header('cache-control', 'no-cache')
    const { rows } = await sql<Row>`select id, kind, name_fr as fr, name_ar as ar, name_en as en from organisation
      order by kind, id`.execute(db)
    return { organisations: rows.map(({ id, kind, ...name }) => ({ id, kind, name })) }
  })

  app.post('/api/organisations', { schema: { body: OrganisationSchema } }, async (request, reply) => {
    const { actorId } = requireRight(request, 'manage-people', NOWHERE)
    const { id, kind, name } = request.body
    const { numAffectedRows } = await sql`insert into organisation (id, kind, name_fr, name_ar, name_en)
      values (${id}, ${kind}, ${name.fr}, ${name.ar}, ${name.en}) on conflict do nothing`.execute(db)
    if (numAffectedRows === 0n) throw new ProblemError('organisation.exists', 409, 'There is one with this id.')
    await noteRights(db, { actorId, action: 'organisation', subjectId: id }, clock.now())
    return reply.code(201).send()
  })
}
