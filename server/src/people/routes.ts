import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { type Kysely, sql } from 'kysely'
import type { Clock } from '../catalogue/clock.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { ProblemError } from '../http/problem.ts'
import { requireRight } from '../identity/caller.ts'
import { giveGrant } from '../identity/grants.ts'
import { callerIdOf } from '../identity/persons.ts'
import { placeOfTerritory } from '../identity/places.ts'
import type { Mailer } from '../mail/mailer.ts'
import { factorsRemovedLetter } from '../mail/words/account-letters.ts'
import { GrantSchema } from '../session/session-answer.ts'
import type { Author } from '../storage/commit.ts'
import type { Database } from '../storage/database.ts'
import { administers, noteRights, requireAdministrator, requireGiver } from './authority.ts'
import { allPeople, erasePerson, grantOnly, type KeptPerson, personById, removeFactors } from './people.ts'
import { ByGrant, ById, PeopleAnswer } from './shapes.ts'

export interface PeopleOptions {
  db: Kysely<Database>
  snapshot: () => Snapshot
  clock: Clock
  mailer: Mailer
  /** Origin of the links in mails. */
  origin: () => string
}

/** Who has an account, and what each may do. Everybody sees and changes what lies in their own territory. */
export const peopleRoutes: FastifyPluginAsyncTypebox<PeopleOptions> = async (app, { db, snapshot, clock, mailer }) => {
  const grantsOfCaller = ({ caller }: FastifyRequest) => (caller.kind === 'anonymous' ? [] : caller.grants)

  app.get('/api/people', { schema: { response: { 200: PeopleAnswer } } }, async (request, reply) => {
    requireAdministrator(request, snapshot())
    reply.header('cache-control', 'no-store')
    const own = grantsOfCaller(request)
    const { caller } = request
    const all = await allPeople(db)
    // Everybody can be the demonstration’s administrator: it is shown none but its like.
    const shown = caller.kind === 'person' && caller.isDemo ? all.filter(({ isDemo }) => isDemo) : all
    const people = shown.flatMap((person) => {
      const grants = person.grants.filter(({ territory }) => administers(snapshot(), own, territory))
      const isWhole = isWholly(request, person)
      return grants.length > 0 || isWhole ? [{ ...person, grants, isWhole }] : []
    })
    return { people }
  })

  app.post('/api/people/:id/grants', { schema: { params: ById, body: GrantSchema } }, async (request, reply) => {
    const { actorId } = await requireGiver(request, { db, snapshot: snapshot() }, request.body)
    const person = await known(request.params.id)
    refuseDemo(request, person)
    const { id } = person
    await giveGrant(db, { personId: id, grant: request.body, by: actorId, at: clock.now() })
    const detail = { ...grantOnly(request.body) }
    await noteRights(db, { actorId, action: 'grant', subjectId: callerIdOf(id), detail }, clock.now())
    return reply.code(204).send()
  })

  app.delete('/api/people/:id/grants/:grant', { schema: { params: ByGrant } }, async (request, reply) => {
    requireAdministrator(request, snapshot())
    const person = await known(request.params.id)
    const grant = person.grants.find(({ id }) => id === request.params.grant)
    if (!grant) throw new ProblemError('grant.unknown', 404, 'This person has no such grant.')
    // Not `requireGiver`: what is no longer in the catalogue must be possible to take back.
    const { actorId } = requireRight(request, 'manage-people', placeOfTerritory(snapshot(), grant.territory))
    refuseDemo(request, person)
    if (actorId === callerIdOf(person.id) && grant.role === 'administrator') {
      throw new ProblemError('grant.own', 409, 'Nobody takes their own administration away.')
    }
    await sql`delete from person_grant where id = ${grant.id}`.execute(db)
    const detail = { ...grantOnly(grant) }
    await noteRights(db, { actorId, action: 'withdraw', subjectId: callerIdOf(person.id), detail }, clock.now())
    return reply.code(204).send()
  })

  app.delete('/api/people/:id/factors', { schema: { params: ById } }, async (request, reply) => {
    const { person, author } = await requireWhole(request, request.params.id)
    refuseDemo(request, person)
    await removeFactors(db, person.id)
    mailer.send(person.email, factorsRemovedLetter(person.language))
    const { actorId } = author
    await noteRights(db, { actorId, action: 'remove-factors', subjectId: callerIdOf(person.id) }, clock.now())
    return reply.code(204).send()
  })

  app.delete('/api/people/:id', { schema: { params: ById } }, async (request, reply) => {
    const { person, author } = await requireWhole(request, request.params.id)
    const { actorId } = author
    if (actorId === callerIdOf(person.id))
      throw new ProblemError('person.self', 409, 'Another administrator does this.')
    refuseDemo(request, person)
    await erasePerson(db, person)
    await noteRights(db, { actorId, action: 'erase', subjectId: callerIdOf(person.id) }, clock.now())
    return reply.code(204).send()
  })

  /** What everybody can be, changes nobody; and nobody changes what everybody can be. */
  function refuseDemo({ caller }: FastifyRequest, person: KeptPerson): void {
    if (!person.isDemo && !(caller.kind === 'person' && caller.isDemo)) return
    throw new ProblemError('demo.fixed', 403, 'Accounts of the demonstration stay as they are, and change no others.')
  }

  async function known(id: string): Promise<KeptPerson> {
    const person = await personById(db, id)
    if (!person) throw new ProblemError('person.unknown', 404, 'There is nobody with this id.')
    return person
  }

  /** Whether all that a person may do lies within the caller’s territory; nobody’s rights are the country’s matter. */
  function isWholly(request: FastifyRequest, { grants }: KeptPerson): boolean {
    const own = grantsOfCaller(request)
    const territories = grants.length > 0 ? grants.map(({ territory }) => territory) : [{ kind: 'national' } as const]
    return territories.every((territory) => administers(snapshot(), own, territory))
  }

  async function requireWhole(request: FastifyRequest, id: string): Promise<{ person: KeptPerson; author: Author }> {
    const author = requireAdministrator(request, snapshot())
    const person = await known(id)
    if (!isWholly(request, person)) {
      request.log.warn(
        { caller: author.actorId, person: id },
        'refused: the person has rights beyond the caller’s territory',
      )
      throw new ProblemError('right.missing', 403, 'This person has rights beyond your territory.')
    }
    return { person, author }
  }
}
