import Fastify, { type FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerWithProblems } from '../http/problem.ts'
import { tokenHeader } from '../testing/caller.ts'
import { freshDatabase, type TestDatabase } from '../testing/database.ts'
import { recogniseCallers, requireRight } from './caller.ts'
import { issueToken, revokeToken } from './tokens.ts'

const FES = { regionId: 'MA-03', zoneId: 'fes-shore', buildingId: null }
const CASA = { regionId: 'MA-06', zoneId: 'casanearshore', buildingId: null }
const clock = { instant: new Date('2026-11-23T09:00:00Z'), now: () => clock.instant }
const grant = { role: 'manager', organisationId: 'cdg', territory: { kind: 'zone', id: 'fes-shore' } } as const

let database: TestDatabase
let app: FastifyInstance
beforeAll(async () => {
  database = await freshDatabase([])
  app = Fastify()
  answerWithProblems(app)
  recogniseCallers(app, { db: database.db, clock })
  app.get('/fes', async (request) => requireRight(request, 'change-inventory', FES))
  app.get('/casa', async (request) => requireRight(request, 'change-inventory', CASA))
  app.get('/public', async (request) => ({ kind: request.caller.kind }))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const ask = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

describe('an API token', () => {
  it('acts in its territory, in the name of its role and organisation, and nowhere else', async () => {
    const headers = await tokenHeader(database.db, 'manager', grant.territory)
    const allowed = await ask('/fes', headers)
    expect(allowed.json()).toMatchObject({
      role: 'manager',
      organisationId: 'cdg',
      actorId: expect.stringMatching(/^token:/),
    })
    const refused = await ask('/casa', headers)
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'right.missing'])
  })

  it('of a reader writes nothing', async () => {
    expect((await ask('/fes', await tokenHeader(database.db, 'reader'))).statusCode).toBe(403)
  })

  it('is needed where there is no session', async () => {
    const answer = await ask('/fes')
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'sign-in.required'])
    expect((await ask('/public')).json()).toEqual({ kind: 'anonymous' })
  })

  it('that is not good is refused even where none is needed', async () => {
    const bad = ['Bearer tvl_', `Bearer tvl_${'a'.repeat(43)}`, 'Basic dXNlcjpwYXNz', 'Bearer', 'x']
    for (const authorization of bad) {
      const answer = await ask('/public', { authorization })
      expect([authorization, answer.statusCode, answer.json().code]).toEqual([authorization, 401, 'token.invalid'])
    }
  })

  it('ends when it is revoked or its time is over', async () => {
    const words = { name: 'short', grant, at: clock.now(), createdBy: null }
    const short = await issueToken(database.db, { ...words, expiresAt: new Date('2026-11-23T10:00:00Z') })
    const long = await issueToken(database.db, { ...words, expiresAt: null })
    const status = async ({ secret }: { secret: string }) =>
      (await ask('/fes', { authorization: `Bearer ${secret}` })).statusCode
    expect([await status(short), await status(long)]).toEqual([200, 200])
    clock.instant = new Date('2026-11-23T10:00:00Z')
    expect(await status(short)).toBe(401)
    expect(await revokeToken(database.db, long.id, clock.now())).toBe(true)
    expect(await status(long)).toBe(401)
    expect(await revokeToken(database.db, long.id, clock.now())).toBe(false)
  })

  it('is kept as a hash only', async () => {
    const { secret } = await issueToken(database.db, {
      name: 'n',
      grant,
      at: clock.now(),
      expiresAt: null,
      createdBy: null,
    })
    const { rows } = await sql<{ row: string }>`select api_token::text as row from api_token`.execute(database.db)
    expect(rows.some(({ row }) => row.includes(secret) || row.includes(secret.slice(4)))).toBe(false)
  })
})
