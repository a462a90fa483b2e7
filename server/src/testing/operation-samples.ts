import { randomUUID } from 'node:crypto'
import type { Action, Grant, Place } from '@tvl/model'
import { NOWHERE } from '@tvl/model'
import type { InjectOptions } from 'fastify'
import { sql } from 'kysely'
import { giveGrant, grantsOf } from '../identity/grants.ts'
import { createPerson } from '../identity/persons.ts'
import { issueToken } from '../identity/tokens.ts'
import { invite } from '../people/invitations.ts'
import type { TestApp } from './app.ts'

/** One request of an operation that needs a right, and where what it is about lies. */
export interface OperationSample {
  /** When it is not the operation’s own rule. */
  action?: Action
  /** `somewhere`: whoever has the right anywhere at all may ask, and gets what is theirs. */
  place: Place | 'somewhere'
  request: (test: TestApp) => InjectOptions | Promise<InjectOptions>
}

/** The building that the samples are about, with its zone and region; the records of the test have them. */
export const FES_A: Place = { regionId: 'MA-03', zoneId: 'fes-shore', buildingId: 'fes-shore-a' }
export const FES: Place = { ...FES_A, buildingId: null }

const READER: Grant = { role: 'reader', organisationId: 'ewane', territory: { kind: 'zone', id: 'fes-shore' } }
const AT = new Date('2026-11-23T09:00:00Z')
const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const send = (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: unknown): InjectOptions => ({
  method,
  url,
  ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
})

/** Somebody who is a reader in the zone, made for one request. */
async function aReader({ db }: TestApp): Promise<string> {
  const email = `${randomUUID()}@example.ma`
  const id = await createPerson(db, { email, name: 'Reader', organisationId: 'ewane', language: 'fr', password: null })
  if (!id) throw new Error('the person was not made')
  await giveGrant(db, { personId: id, grant: READER, by: null, at: AT })
  return id
}

async function aWrite({ db }: TestApp, collection: string, id: string, patch: Record<string, unknown>) {
  const { rows } = await sql<{ n: number }>`select max(n)::int as n from change`.execute(db)
  const writes = [{ collection, id, base: rows[0]?.n ?? 0, patch: { properties: patch } }]
  return send('POST', '/api/changes', { id: randomUUID(), writes })
}

/** Requests by operation: one at least for each that needs a right. */
export const OPERATION_SAMPLES: Readonly<Record<string, readonly OperationSample[]>> = {
  writeChanges: [
    { place: FES_A, request: (test) => aWrite(test, 'offices', 'fes-shore-a-0', { seats: 41 }) },
    { place: FES_A, request: (test) => aWrite(test, 'buildings', 'fes-shore-a', { powerKva: 500 }) },
    {
      place: FES,
      action: 'change-zone',
      request: (test) => aWrite(test, 'zones', 'fes-shore', { notesFr: ['Une note'] }),
    },
    {
      place: NOWHERE,
      action: 'change-reference',
      request: (test) => aWrite(test, 'regions', 'MA-03', { nameFr: 'Fès-Meknès' }),
    },
  ],
  addMedia: [
    {
      place: FES_A,
      request: () => ({
        method: 'POST',
        url: '/api/media?kind=photo&building=fes-shore-a',
        headers: { 'content-type': 'image/png' },
        body: ONE_PIXEL,
      }),
    },
  ],

  setUpAuthenticator: [{ place: NOWHERE, request: () => send('POST', '/api/auth/authenticator', {}) }],
  removeAuthenticator: [{ place: NOWHERE, request: () => send('DELETE', '/api/auth/authenticator', {}) }],
  renewBackupCodes: [{ place: NOWHERE, request: () => send('POST', '/api/auth/backup-codes', {}) }],
  getPasskeys: [{ place: NOWHERE, request: () => ({ url: '/api/auth/passkeys' }) }],
  beginPasskey: [{ place: NOWHERE, request: () => send('POST', '/api/auth/passkeys/options') }],
  addPasskey: [
    {
      place: NOWHERE,
      request: () =>
        send('POST', '/api/auth/passkeys', {
          name: 'key',
          credential: {
            id: 'AA',
            rawId: 'AA',
            type: 'public-key',
            response: { clientDataJSON: 'AA', attestationObject: 'AA' },
          },
        }),
    },
  ],
  removePasskey: [{ place: NOWHERE, request: () => send('DELETE', `/api/auth/passkeys/${randomUUID()}`) }],
  changePassword: [
    {
      place: NOWHERE,
      request: () => send('PUT', '/api/auth/password', { current: 'x', password: 'a fine long password' }),
    },
  ],

  getRecord: [
    { place: 'somewhere', request: () => ({ url: '/api/record' }) },
    { place: FES, request: () => ({ url: '/api/record?zone=fes-shore' }) },
    { place: FES_A, request: () => ({ url: '/api/record?building=fes-shore-a' }) },
  ],
  exportRecord: [
    { place: 'somewhere', request: () => ({ url: '/api/record.csv' }) },
    { place: FES, request: () => ({ url: '/api/record.csv?zone=fes-shore' }) },
  ],

  getPeople: [{ place: 'somewhere', request: () => ({ url: '/api/people' }) }],
  erasePerson: [{ place: FES, request: async (test) => send('DELETE', `/api/people/${await aReader(test)}`) }],
  removeFactors: [
    { place: FES, request: async (test) => send('DELETE', `/api/people/${await aReader(test)}/factors`) },
  ],
  giveGrant: [
    { place: FES, request: async (test) => send('POST', `/api/people/${await aReader(test)}/grants`, READER) },
    {
      place: FES_A,
      request: async (test) =>
        send('POST', `/api/people/${await aReader(test)}/grants`, {
          ...READER,
          territory: { kind: 'building', id: 'fes-shore-a' },
        }),
    },
    {
      place: NOWHERE,
      request: async (test) =>
        send('POST', `/api/people/${await aReader(test)}/grants`, { ...READER, territory: { kind: 'national' } }),
    },
  ],
  withdrawGrant: [
    {
      place: FES,
      request: async (test) => {
        const id = await aReader(test)
        const [grant] = await grantsOf(test.db, id)
        return send('DELETE', `/api/people/${id}/grants/${grant?.id}`)
      },
    },
  ],
  getInvitations: [{ place: 'somewhere', request: () => ({ url: '/api/invitations' }) }],
  invite: [
    {
      place: FES,
      request: () =>
        send('POST', '/api/invitations', {
          email: `${randomUUID()}@example.ma`,
          organisationId: 'ewane',
          language: 'fr',
          grants: [READER],
        }),
    },
  ],
  revokeInvitation: [
    {
      place: FES,
      request: async ({ db }) => {
        const email = `${randomUUID()}@example.ma`
        const words = {
          email,
          organisationId: 'ewane',
          grants: [READER],
          language: 'fr',
          invitedBy: null,
          at: AT,
        } as const
        return send('DELETE', `/api/invitations/${(await invite(db, words)).id}`)
      },
    },
  ],
  getTokens: [{ place: 'somewhere', request: () => ({ url: '/api/tokens' }) }],
  issueToken: [{ place: FES, request: () => send('POST', '/api/tokens', { name: 'robot', days: 1, ...READER }) }],
  revokeToken: [
    {
      place: FES,
      request: async ({ db }) => {
        const made = await issueToken(db, { name: 'n', grant: READER, at: AT, expiresAt: null, createdBy: null })
        return send('DELETE', `/api/tokens/${made.id}`)
      },
    },
  ],
  addOrganisation: [
    {
      place: NOWHERE,
      request: () =>
        send('POST', '/api/organisations', {
          id: `agency-${randomUUID().slice(0, 8)}`,
          kind: 'agency',
          name: { fr: 'Agence', ar: 'وكالة', en: 'Agency' },
        }),
    },
  ],
}
