import { randomUUID } from 'node:crypto'
import type { CollectionId, Grant, Place } from '@tvl/model'
import { NOWHERE } from '@tvl/model'
import { COLLECTIONS } from '@tvl/model/schema'
import type { InjectOptions } from 'fastify'
import { sql } from 'kysely'
import { readStored } from '../changes/records.ts'
import { giveGrant, grantsOf } from '../identity/grants.ts'
import { createPerson } from '../identity/persons.ts'
import { issueToken } from '../identity/tokens.ts'
import { invite } from '../people/invitations.ts'
import { pascal } from '../rights/operations.ts'
import { SYSTEM } from '../storage/commit.ts'
import { write } from '../storage/store.ts'
import type { TestApp } from './app.ts'
import { anEnquiry } from './enquiries.ts'
import type { OperationSample } from './operation-sample.ts'
import { shortlistSamples } from './shortlist-samples.ts'

/** The building that the samples are about, with its zone and region; the records of the test have them. */
export const FES_A: Place = { regionId: 'MA-03', zoneId: 'fes-shore', buildingId: 'fes-shore-a' }
export const FES: Place = { ...FES_A, buildingId: null }

/** An enquiry about the zone lies in its region. */
const FES_REGION: Place = { ...NOWHERE, regionId: 'MA-03' }

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

const BRAND = {
  names: { fr: 'CDG', ar: 'صندوق الإيداع والتدبير', en: 'CDG' },
  primary: '#0a5c44',
  accent: '#4a4f4b',
  contact: { email: null, phone: null, address: null, web: null },
}
const seen = (request: InjectOptions): InjectOptions => ({
  ...request,
  headers: { ...request.headers, 'if-match': '*' },
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

/** A commit that somebody made in the zone, made for one request. */
async function aCommit({ db }: TestApp): Promise<string> {
  const key = { collection: 'offices', id: 'fes-shore-a-0' } as const
  const [stored] = (await readStored(db, [key])).values()
  if (!stored) throw new Error('the office is not there')
  const { geometry, properties } = stored.content
  const content = { geometry, properties: { ...properties, seats: Number(properties.seats) + 1 } }
  const { commit } = await write(db, { kind: 'edit', author: SYSTEM, at: AT }, [{ ...key, content }])
  return commit?.id ?? ''
}

/** Records of the test by collection: what is changed feature by feature. */
const ITEM: Readonly<Record<CollectionId, string>> = {
  regions: 'MA-03',
  provinces: 'MA-FES',
  zones: 'fes-shore',
  buildings: 'fes-shore-a',
  offices: 'fes-shore-a-0',
  infrastructure: 'airport-fez',
  'talent-pools': 'talent-ma-03',
  incentives: 'offshoring-2025-ir-20',
  sources: 'gk',
}
const PLACES: Partial<Record<CollectionId, Place>> = { zones: FES, buildings: FES_A, offices: FES_A }

/** OGC API – Features Part 4. Nobody has read version 0: who has the right is told that and changes nothing. */
function featureSamples(id: CollectionId): Record<string, readonly OperationSample[]> {
  const items = `/ogc/collections/${id}/items`
  const item = `${items}/${ITEM[id]}`
  const place = PLACES[id] ?? NOWHERE
  const feature = {
    type: 'Feature',
    geometry: null,
    properties: { zoneId: 'fes-shore', ...(id === 'offices' ? { buildingId: 'fes-shore-a' } : {}) },
  }
  const sendIfMatch = (
    method: 'PUT' | 'PATCH' | 'DELETE',
    tag: string,
    type: string,
    body?: unknown,
  ): InjectOptions => ({
    method,
    url: item,
    headers: { 'if-match': tag, ...(body ? { 'content-type': type } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  // Others name them, so that whoever may delete them still does not; which ones there are is for those of the zone.
  const isNamed = id === 'zones' || id === 'buildings'
  const existence = id === 'offices' ? FES_A : id === 'buildings' ? FES : NOWHERE
  return {
    [`create${pascal(id)}`]: [{ place: existence, request: () => send('POST', items, feature) }],
    [`replace${pascal(id)}`]: [{ place, request: () => sendIfMatch('PUT', '"0"', 'application/geo+json', feature) }],
    [`update${pascal(id)}`]: [
      { place, request: () => sendIfMatch('PATCH', '"0"', 'application/merge-patch+json', {}) },
    ],
    [`delete${pascal(id)}`]: [{ place: existence, request: () => sendIfMatch('DELETE', isNamed ? '*' : '"0"', '') }],
  }
}
const aRound = ({ live }: TestApp) =>
  send('POST', '/api/rounds', {
    id: randomUUID(),
    base: live.snapshot().changeNumber,
    method: 'call',
    offices: [{ id: 'fes-shore-a-0', fields: ['fitOut'] }],
  })

/** An import is its sender’s alone: whoever may write anywhere may ask for one, and finds only their own. */
const anImport = (): string => `/api/imports/${randomUUID()}`

/** A questionnaire is its organisation’s alone, whatever the territory. */
const anRfi = (): string => `/api/rfi/${randomUUID()}`

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
  undoCommit: [
    {
      place: FES_A,
      request: async (test) => send('POST', `/api/commits/${await aCommit(test)}/undo`, { id: randomUUID() }),
    },
  ],
  addImport: [
    {
      place: 'somewhere',
      request: () => ({
        method: 'POST',
        url: '/api/imports?name=parc.csv',
        headers: { 'content-type': 'text/csv' },
        body: 'Bâtiment;Plateau\nfes-shore-a;A-1',
      }),
    },
  ],
  getImports: [{ place: 'somewhere', request: () => ({ method: 'GET', url: '/api/imports' }) }],
  getImport: [{ place: 'somewhere', request: () => ({ method: 'GET', url: anImport() }) }],
  decideImport: [{ place: 'somewhere', request: () => send('PATCH', anImport(), { revision: 1 }) }],
  dropImport: [{ place: 'somewhere', request: () => send('DELETE', anImport()) }],
  getImportRows: [{ place: 'somewhere', request: () => ({ method: 'GET', url: `${anImport()}/rows` }) }],
  getAnnotatedFile: [{ place: 'somewhere', request: () => ({ method: 'GET', url: `${anImport()}/annotated` }) }],
  applyImport: [{ place: 'somewhere', request: () => send('POST', `${anImport()}/apply`, { revision: 1 }) }],
  addRfi: [
    {
      place: 'somewhere',
      request: () => ({
        method: 'POST',
        url: '/api/rfi?name=questions.xlsx&zones=fes-shore',
        headers: { 'content-type': 'application/octet-stream' },
        body: 'no workbook',
      }),
    },
  ],
  getRfis: [{ place: 'somewhere', request: () => ({ url: '/api/rfi' }) }],
  getRfi: [{ place: 'somewhere', request: () => ({ url: anRfi() }) }],
  dropRfi: [{ place: 'somewhere', request: () => send('DELETE', anRfi()) }],
  decideRfi: [
    {
      place: 'somewhere',
      request: () => send('PUT', `${anRfi()}/choices`, { revision: 1, choices: { '0!A1': null } }),
    },
  ],
  getRfiWorkbook: [{ place: 'somewhere', request: () => ({ url: `${anRfi()}/workbook` }) }],
  assignRfiGap: [
    {
      place: 'somewhere',
      request: () =>
        send('POST', `${anRfi()}/gaps`, {
          cell: '0!B2',
          owner: { kind: 'organisation', id: 'ewane' },
          dueOn: '2026-12-01',
        }),
    },
  ],
  answerRfiGap: [
    { place: 'somewhere', request: () => send('PUT', `${anRfi()}/gaps/${randomUUID()}`, { value: 'on request' }) },
  ],
  dropRfiGap: [{ place: 'somewhere', request: () => send('DELETE', `${anRfi()}/gaps/${randomUUID()}`) }],
  holdOffice: [
    {
      place: FES_A,
      request: () =>
        send('POST', '/api/offices/fes-shore-a-0/hold', { id: randomUUID(), endsAt: '2027-03-15T18:00:00Z' }),
    },
  ],
  releaseOffice: [
    { place: FES_A, request: () => send('DELETE', `/api/offices/fes-shore-a-0/hold?id=${randomUUID()}`) },
  ],
  ...Object.assign({}, ...COLLECTIONS.map(featureSamples)),
  getDemand: [
    { place: 'somewhere', request: () => ({ url: '/api/demand' }) },
    { place: FES, request: () => ({ url: '/api/demand?zone=fes-shore' }) },
  ],
  getDue: [
    { place: 'somewhere', request: () => ({ url: '/api/due' }) },
    { place: FES, request: () => ({ url: '/api/due?zone=fes-shore' }) },
    { place: FES_A, request: () => ({ url: '/api/due?building=fes-shore-a' }) },
  ],
  addAttempt: [
    {
      place: FES_A,
      request: () =>
        send('POST', '/api/due/attempts', {
          id: randomUUID(),
          office: 'fes-shore-a-0',
          fields: ['seats'],
          reason: 'no-access',
        }),
    },
  ],
  beginRound: [{ place: FES_A, request: aRound }],
  getRound: [{ place: 'somewhere', request: () => ({ url: `/api/rounds/${randomUUID()}` }) }],
  confirmSample: [
    {
      place: 'somewhere',
      request: () => send('POST', `/api/rounds/${randomUUID()}/sample`, { office: 'fes-shore-a-0', values: {} }),
    },
  ],
  confirmRound: [{ place: 'somewhere', request: () => send('POST', `/api/rounds/${randomUUID()}/confirm`, {}) }],
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

  getBrand: [{ place: 'somewhere', request: () => ({ url: '/api/brand' }) }],
  setBrand: [{ place: 'somewhere', request: () => seen(send('PUT', '/api/brand', BRAND)) }],
  setMark: [
    {
      place: 'somewhere',
      request: () => ({
        method: 'PUT',
        url: '/api/brand/mark',
        headers: { 'content-type': 'image/png', 'if-match': '*' },
        body: ONE_PIXEL,
      }),
    },
  ],
  removeMark: [{ place: 'somewhere', request: () => seen(send('DELETE', '/api/brand/mark')) }],

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

  getEnquiries: [{ place: 'somewhere', request: () => ({ url: '/api/enquiries' }) }],
  getEnquiryReport: [{ place: 'somewhere', request: () => ({ url: '/api/enquiries/report' }) }],
  getEnquiry: [
    { place: FES_REGION, request: async (test) => ({ url: `/api/enquiries/${await anEnquiry(test, ['fes-shore'])}` }) },
    { place: NOWHERE, request: async (test) => ({ url: `/api/enquiries/${await anEnquiry(test, [])}` }) },
  ],
  changeEnquiry: [
    {
      place: FES_REGION,
      request: async (test) =>
        send('PATCH', `/api/enquiries/${await anEnquiry(test, ['fes-shore'])}`, {
          revision: 1,
          status: 'acknowledged',
        }),
    },
  ],
  addEnquiryNote: [
    {
      place: FES_REGION,
      request: async (test) =>
        send('POST', `/api/enquiries/${await anEnquiry(test, ['fes-shore'])}/notes`, {
          id: randomUUID(),
          text: 'called',
        }),
    },
  ],
  exportEnquirer: [
    { place: 'somewhere', request: () => send('POST', '/api/enquiries/export', { email: 'nobody@example.ma' }) },
  ],
  eraseEnquirer: [
    { place: 'somewhere', request: () => send('POST', '/api/enquiries/erase', { email: 'nobody@example.ma' }) },
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
  ...shortlistSamples(),
}
