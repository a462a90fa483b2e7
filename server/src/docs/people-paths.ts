import {
  AcceptBody,
  InvitationBody,
  InvitationSchema,
  InvitationSeen,
  InvitationsAnswer,
  InvitationToken,
  IssuedTokenAnswer,
  OrganisationSchema,
  OrganisationsAnswer,
  PeopleAnswer,
  TokenBody,
  TokensAnswer,
} from '../people/shapes.ts'
import { GrantSchema } from '../session/session-answer.ts'
import { type OperationWords, operation } from './operation.ts'

const MALFORMED = 'The body has another form (`request.invalid`).'
const NOT_SIGNED_IN = 'Nobody is signed in, and no token came (`sign-in.required`).'
const NO_RIGHT =
  'No right to it there (`right.missing`), or the session has no second factor (`second-factor.required`).'
const NOT_THERE = 'There is no such one.'
const NO_SUCH_PLACE = 'No such territory or organisation (`territory.unknown`, `organisation.unknown`).'
const SPENT = 'The link is wrong, too old or was used (`link.spent`), or the body has another form.'

const administration = (words: Omit<OperationWords, 'tag'>) =>
  operation({ ...words, tag: 'People and rights', problems: { 401: NOT_SIGNED_IN, 403: NO_RIGHT, ...words.problems } })

const idParameter = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string', format: 'uuid' },
})
const PERSON = idParameter('id', 'Id of the person')

/** Who may do what, in which territory. An administrator sees and changes what lies within their own. */
export const peoplePaths = (): Record<string, Record<string, unknown>> => ({
  '/api/people': {
    get: administration({
      id: 'getPeople',
      summary: 'Persons with an account, and their roles within the caller’s territory',
      answer: PeopleAnswer,
    }),
  },
  '/api/people/{id}': {
    delete: administration({
      id: 'erasePerson',
      summary: 'Remove an account with all that is known of the person',
      description:
        'Only when all of their roles lie within the caller’s territory. The record keeps an id that names nobody.',
      parameters: [PERSON],
      problems: { 404: NOT_THERE, 409: 'It is the caller’s own (`person.self`).' },
    }),
  },
  '/api/people/{id}/factors': {
    delete: administration({
      id: 'removeFactors',
      summary: 'Remove second factors and sessions of somebody who lost them',
      parameters: [PERSON],
      problems: { 404: NOT_THERE },
    }),
  },
  '/api/people/{id}/grants': {
    post: administration({
      id: 'giveGrant',
      summary: 'Give a role in a territory',
      parameters: [PERSON],
      body: GrantSchema,
      problems: { 400: MALFORMED, 404: NOT_THERE, 422: NO_SUCH_PLACE },
    }),
  },
  '/api/people/{id}/grants/{grant}': {
    delete: administration({
      id: 'withdrawGrant',
      summary: 'Take a role back',
      parameters: [PERSON, idParameter('grant', 'Id of the grant')],
      problems: { 404: NOT_THERE, 409: 'It is the caller’s own administration (`grant.own`).' },
    }),
  },
  '/api/invitations': {
    get: administration({ id: 'getInvitations', summary: 'Invitations that are open', answer: InvitationsAnswer }),
    post: administration({
      id: 'invite',
      summary: 'Invite somebody by mail',
      body: InvitationBody,
      answer: InvitationSchema,
      status: 201,
      problems: { 400: MALFORMED, 422: NO_SUCH_PLACE },
    }),
  },
  '/api/invitations/{id}': {
    delete: administration({
      id: 'revokeInvitation',
      summary: 'Take an invitation back',
      parameters: [idParameter('id', 'Id of the invitation')],
      problems: { 404: NOT_THERE },
    }),
  },
  '/api/invitations/look-up': {
    post: operation({
      id: 'lookUpInvitation',
      tag: 'Accounts',
      summary: 'What an invitation promises, by the token of its link',
      body: InvitationToken,
      answer: InvitationSeen,
      problems: { 400: SPENT, 429: 'Too many attempts (`rate.exceeded`).' },
    }),
  },
  '/api/invitations/accept': {
    post: operation({
      id: 'acceptInvitation',
      tag: 'Accounts',
      summary: 'Come in by an invitation: with a new account, or with the one that is signed in',
      body: AcceptBody,
      problems: {
        400: SPENT,
        401: 'There is an account with this address: sign in first (`sign-in.required`).',
        403: 'Somebody else is signed in (`invitation.other`).',
        422: 'The password is too easy (`password.weak`).',
        429: 'Too many attempts (`rate.exceeded`).',
      },
    }),
  },
  '/api/tokens': {
    get: administration({
      id: 'getTokens',
      summary: 'Keys of programs within the caller’s territory',
      answer: TokensAnswer,
    }),
    post: administration({
      id: 'issueToken',
      summary: 'Make a key for a program; it is shown this once',
      body: TokenBody,
      answer: IssuedTokenAnswer,
      status: 201,
      problems: { 400: MALFORMED, 422: NO_SUCH_PLACE },
    }),
  },
  '/api/tokens/{id}': {
    delete: administration({
      id: 'revokeToken',
      summary: 'End a key at once',
      parameters: [idParameter('id', 'Id of the token')],
      problems: { 404: NOT_THERE },
    }),
  },
  '/api/organisations': {
    get: operation({
      id: 'getOrganisations',
      tag: 'People and rights',
      summary: 'In whose name people act',
      answer: OrganisationsAnswer,
    }),
    post: administration({
      id: 'addOrganisation',
      summary: 'Add an organisation; national administrators only',
      body: OrganisationSchema,
      status: 201,
      problems: { 400: MALFORMED, 409: 'There is one with this id (`organisation.exists`).' },
    }),
  },
})
