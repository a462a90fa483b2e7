import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Kysely } from 'kysely'
import { AddressRate } from '../http/address-rate.ts'
import { ProblemError } from '../http/problem.ts'
import { requirePerson } from '../identity/account.ts'
import type { Auth } from '../identity/auth.ts'
import { askAuth, sendCookies } from '../identity/auth-answer.ts'
import { giveGrant } from '../identity/grants.ts'
import { refuseWeak } from '../identity/password.ts'
import { callerIdOf, createPerson } from '../identity/persons.ts'
import { invitationLetter } from '../mail/words/account-letters.ts'
import type { Author } from '../storage/commit.ts'
import type { Database } from '../storage/database.ts'
import { administers, noteRights, requireAdministrator, requireGiver, requireOrganisation } from './authority.ts'
import {
  INVITATION_DAYS,
  invitationOf,
  invite,
  type KeptInvitation,
  openInvitations,
  revokeInvitation,
  takeInvitation,
} from './invitations.ts'
import { organisationName } from './organisations.ts'
import { personByEmail } from './people.ts'
import type { PeopleOptions } from './routes.ts'
import {
  AcceptBody,
  ById,
  InvitationBody,
  InvitationSchema,
  InvitationSeen,
  InvitationsAnswer,
  InvitationToken,
} from './shapes.ts'

/** Asking somebody in, and coming in. An account begins with an invitation, or with the operator’s command. */
export const invitationRoutes: FastifyPluginAsyncTypebox<PeopleOptions & { auth: Auth }> = async (app, options) => {
  const { auth, db, snapshot, clock, mailer, origin } = options
  const rate = new AddressRate(30, 60_000)

  app.get('/api/invitations', { schema: { response: { 200: InvitationsAnswer } } }, async (request, reply) => {
    requireAdministrator(request, snapshot())
    reply.header('cache-control', 'no-store')
    const { caller } = request
    const own = caller.kind === 'anonymous' ? [] : caller.grants
    const isDemo = caller.kind === 'person' && caller.isDemo
    const invitations = (await openInvitations(db, clock.now()))
      .filter(({ grants }) => grants.every(({ territory }) => administers(snapshot(), own, territory)))
      .filter(({ invitedBy }) => !isDemo || (caller.kind === 'person' && invitedBy === caller.id))
    return { invitations: invitations.map(shown) }
  })

  app.post(
    '/api/invitations',
    { schema: { body: InvitationBody, response: { 201: InvitationSchema } } },
    async (request, reply) => {
      const { email, organisationId, grants, language } = request.body
      const { actorId } = await requireGiverOfAll(request, grants)
      await requireOrganisation(request, db, organisationId)
      const at = clock.now()
      const { id, token } = await invite(db, { email, organisationId, grants, language, invitedBy: actorId, at })
      const url = `${origin()}/invitation/${token}`
      const organisation = await organisationName(db, organisationId)
      // Everybody can be the demonstration’s administrator: their letters do not leave the house.
      const folder = request.caller.kind === 'person' && request.caller.isDemo
      mailer.send(email, invitationLetter(language, { organisation, url, days: INVITATION_DAYS }), { folder })
      await noteRights(db, { actorId, action: 'invite', subjectId: id, detail: { grants } }, at)
      const made = await invitationOf(db, token, at)
      if (!made) throw new Error('an invitation was not kept')
      return reply.code(201).send(shown(made))
    },
  )

  app.delete('/api/invitations/:id', { schema: { params: ById } }, async (request, reply) => {
    requireAdministrator(request, snapshot())
    const found = (await openInvitations(db, clock.now())).find(({ id }) => id === request.params.id)
    if (!found) throw new ProblemError('invitation.unknown', 404, 'There is no such open invitation.')
    const { actorId } = await requireGiverOfAll(request, found.grants)
    await revokeInvitation(db, found.id, clock.now())
    await noteRights(db, { actorId, action: 'revoke-invitation', subjectId: found.id }, clock.now())
    return reply.code(204).send()
  })

  // The token stays out of addresses, which are logged along the way.
  app.post(
    '/api/invitations/look-up',
    { schema: { body: InvitationToken, response: { 200: InvitationSeen } } },
    async (request, reply) => {
      rate.take(request)
      const { email, organisationId, grants } = await opened(request.body.token)
      rate.giveBack(request)
      reply.header('cache-control', 'no-store')
      const hasAccount = (await personByEmail(db, email)) !== undefined
      return { email, organisationName: await organisationName(db, organisationId), grants, hasAccount }
    },
  )

  app.post('/api/invitations/accept', { schema: { body: AcceptBody } }, async (request, reply) => {
    rate.take(request)
    const { token, name, password, language } = request.body
    const invitation = await opened(token)
    rate.giveBack(request)
    const { email } = invitation
    const known = await personByEmail(db, email)
    if (known) {
      // It may be this very invitation, taken since it was read, that made the account.
      await opened(token)
      const { personId } = requirePerson(request)
      if (personId !== known.id) {
        throw new ProblemError(
          'invitation.other',
          403,
          'The invitation is for somebody else: sign in with its address.',
        )
      }
      await join(invitation, async () => known.id)
      return reply.code(204).send()
    }
    if (!name || !password) throw new ProblemError('request.invalid', 400, 'A new account needs a name and a password.')
    refuseWeak(password)
    const { organisationId } = invitation
    const words = { email, name: name.trim(), organisationId, language: language ?? invitation.language, password }
    await join(invitation, (transaction) => createPerson(transaction, words))
    const answer = await askAuth(auth, request, { path: '/sign-in/email', body: { email, password } })
    return sendCookies(reply, answer).code(204).send()
  })

  async function opened(token: string): Promise<KeptInvitation> {
    const invitation = await invitationOf(db, token, clock.now())
    if (!invitation) throw new ProblemError('link.spent', 400, 'This link is wrong, too old or was used before.')
    return invitation
  }

  /** Takes the invitation and gives what it promises, both or neither. */
  async function join(
    invitation: KeptInvitation,
    person: (db: Kysely<Database>) => Promise<string | null>,
  ): Promise<void> {
    const at = clock.now()
    await db.transaction().execute(async (transaction) => {
      const isTaken = await takeInvitation(transaction, invitation.id, at)
      const personId = isTaken && (await person(transaction))
      if (!personId) throw new ProblemError('link.spent', 400, 'This link is wrong, too old or was used before.')
      for (const grant of invitation.grants) {
        await giveGrant(transaction, { personId, grant, by: invitation.invitedBy, at })
      }
      const subjectId = callerIdOf(personId)
      const detail = { invitation: invitation.id, grants: invitation.grants }
      await noteRights(transaction, { actorId: subjectId, action: 'join', subjectId, detail }, at)
    })
  }

  async function requireGiverOfAll(
    request: Parameters<typeof requireGiver>[0],
    grants: readonly Parameters<typeof requireGiver>[2][],
  ): Promise<Author> {
    const authors: Author[] = []
    for (const grant of grants) authors.push(await requireGiver(request, { db, snapshot: snapshot() }, grant))
    return authors[0] ?? requireAdministrator(request, snapshot())
  }
}

const shown = ({ id, email, organisationId, grants, invitedAt, expiresAt }: KeptInvitation) => ({
  id,
  email,
  organisationId,
  grants,
  invitedAt: invitedAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
})
