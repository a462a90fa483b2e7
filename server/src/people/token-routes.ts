import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Role, Territory } from '@tvl/model'
import { sql } from 'kysely'
import { ProblemError } from '../http/problem.ts'
import { requireRight } from '../identity/caller.ts'
import { territoryOf } from '../identity/grants.ts'
import { placeOfTerritory } from '../identity/places.ts'
import { issueToken, revokeToken } from '../identity/tokens.ts'
import { administers, noteRights, requireAdministrator, requireGiver } from './authority.ts'
import type { PeopleOptions } from './routes.ts'
import { ById, IssuedTokenAnswer, TokenBody, TokensAnswer } from './shapes.ts'

const DAY_MS = 86_400_000
/** Of tokens that everybody can make. */
const DEMO_DAYS = 1

interface Row {
  id: string
  name: string
  role: Role
  organisationId: string
  kind: Territory['kind']
  territoryId: string | null
  createdAt: Date
  createdBy: string | null
  expiresAt: Date | null
  revokedAt: Date | null
}

/** Keys of programs, with one role in one territory each. */
export const tokenRoutes: FastifyPluginAsyncTypebox<PeopleOptions> = async (app, { db, snapshot, clock }) => {
  const keptTokens = async () => {
    const { rows } = await sql<Row>`select id, name, role, organisation_id as "organisationId", territory_kind as kind,
      territory_id as "territoryId", created_at as "createdAt", created_by as "createdBy", expires_at as "expiresAt",
      revoked_at as "revokedAt" from api_token order by created_at desc, id`.execute(db)
    return rows.map(({ kind, territoryId, ...row }) => ({ ...row, territory: territoryOf(kind, territoryId) }))
  }

  app.get('/api/tokens', { schema: { response: { 200: TokensAnswer } } }, async (request, reply) => {
    requireAdministrator(request, snapshot())
    reply.header('cache-control', 'no-store')
    const { caller } = request
    const own = caller.kind === 'anonymous' ? [] : caller.grants
    const tokens = (await keptTokens()).filter(({ territory }) => administers(snapshot(), own, territory))
    return {
      tokens: tokens.map(({ createdAt, createdBy: _, expiresAt, revokedAt, ...token }) => ({
        ...token,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt?.toISOString() ?? null,
        revokedAt: revokedAt?.toISOString() ?? null,
      })),
    }
  })

  app.post(
    '/api/tokens',
    { schema: { body: TokenBody, response: { 201: IssuedTokenAnswer } } },
    async (request, reply) => {
      const { name, role, organisationId, territory, days } = request.body
      const grant = { role, organisationId, territory }
      const { actorId } = await requireGiver(request, { db, snapshot: snapshot() }, grant)
      const at = clock.now()
      const isDemo = request.caller.kind === 'person' && request.caller.isDemo
      const lasting = isDemo ? Math.min(days, DEMO_DAYS) : days
      const expiresAt = new Date(at.getTime() + lasting * DAY_MS)
      const issued = await issueToken(db, { name: name.trim(), grant, at, expiresAt, createdBy: actorId })
      await noteRights(db, { actorId, action: 'issue-token', subjectId: `token:${issued.id}`, detail: grant }, at)
      return reply.code(201).header('cache-control', 'no-store').send(issued)
    },
  )

  app.delete('/api/tokens/:id', { schema: { params: ById } }, async (request, reply) => {
    requireAdministrator(request, snapshot())
    const token = (await keptTokens()).find(({ id }) => id === request.params.id)
    if (!token) throw new ProblemError('token.unknown', 404, 'There is no such token.')
    const { actorId } = requireRight(request, 'manage-people', placeOfTerritory(snapshot(), token.territory))
    if (request.caller.kind === 'person' && request.caller.isDemo && token.createdBy !== actorId) {
      throw new ProblemError('demo.fixed', 403, 'Accounts of the demonstration change none but their own.')
    }
    if (!(await revokeToken(db, token.id, clock.now()))) {
      throw new ProblemError('token.unknown', 404, 'This token is revoked already.')
    }
    await noteRights(db, { actorId, action: 'revoke-token', subjectId: `token:${token.id}` }, clock.now())
    return reply.code(204).send()
  })
}
