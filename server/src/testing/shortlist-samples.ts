import { randomUUID } from 'node:crypto'
import { NO_SHORTLIST } from '@tvl/model'
import type { InjectOptions } from 'fastify'
import type { OperationSample } from './operation-sample.ts'

const somewhere = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: (id: string) => string,
  body?: unknown,
) => [
  {
    place: 'somewhere' as const,
    // Nobody has made this one: who has the right is told that it is not there.
    request: (): InjectOptions => ({
      method,
      url: path(randomUUID()),
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    }),
  },
]

const LINK = { kind: 'public', language: 'fr', expiresAt: '2027-01-01T00:00:00Z' }

/** Of an organisation’s shortlists: whoever keeps any may ask, and finds those of their own organisations. */
export const shortlistSamples = (): Record<string, readonly OperationSample[]> => ({
  getShortlists: somewhere('GET', () => '/api/shortlists'),
  getShortlist: somewhere('GET', (id) => `/api/shortlists/${id}`),
  saveShortlist: somewhere('PUT', (id) => `/api/shortlists/${id}`, { base: null, content: NO_SHORTLIST }),
  archiveShortlist: somewhere('PATCH', (id) => `/api/shortlists/${id}`, { isArchived: true }),
  getFreezes: somewhere('GET', (id) => `/api/shortlists/${id}/freezes`),
  freezeShortlist: somewhere('POST', (id) => `/api/shortlists/${id}/freezes`, { revision: 1 }),
  getFreeze: somewhere('GET', (id) => `/api/freezes/${id}`),
  compareFreeze: somewhere('GET', (id) => `/api/freezes/${id}/difference`),
  getFreezeDossier: somewhere('GET', (id) => `/api/freezes/${id}/dossier.csv`),
  addLink: somewhere('POST', (id) => `/api/freezes/${id}/links`, LINK),
  getLinks: somewhere('GET', (id) => `/api/shortlists/${id}/links`),
  getOpenings: somewhere('GET', (id) => `/api/links/${id}/openings`),
  revokeLink: somewhere('DELETE', (id) => `/api/links/${id}`),
  getVisits: somewhere('GET', () => '/api/visits'),
  getAlerts: somewhere('GET', () => '/api/alerts'),
  getAlertSettings: somewhere('GET', () => '/api/alerts/settings'),
  setAlertSettings: somewhere('PUT', () => '/api/alerts/settings', {
    points: 1,
    costPct: 1,
    seatsPct: 5,
    days: 7,
    isMailed: false,
  }),
  makeAlertFeed: somewhere('POST', () => '/api/alerts/feed'),
  endAlertFeed: somewhere('DELETE', () => '/api/alerts/feed'),
})
