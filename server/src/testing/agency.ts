import { randomUUID } from 'node:crypto'
import { catalogue } from '@tvl/data'
import type { CatalogueRecord, Shortlist } from '@tvl/model'
import { aShortlist } from '../shortlists/shortlists.maker.ts'
import type { TestApp } from './app.ts'
import type { Browser } from './browser.ts'
import { aPerson, signedInTwice } from './people.ts'

export const DEMO_DAY = '2026-11-23'

/** The demonstration’s catalogue of size S. */
export const demoRecords = (): readonly CatalogueRecord[] =>
  catalogue({ catalogue: 'demo', inventory: 'S', today: DEMO_DAY })

/** An officer of the centre of Fès-Meknès, signed in with a second factor. */
export async function anOfficer(test: TestApp, email = 'officer@example.ma', organisationId = 'cri-fes-meknes') {
  await aPerson(test, email, { role: 'officer', organisationId, territory: { kind: 'region', id: 'MA-03' } })
  return (await signedInTwice(test, email)).page
}

/** A shortlist of the officer’s, saved. */
export async function saved(officer: Browser, content: Shortlist = aShortlist()): Promise<string> {
  const id = randomUUID()
  const answer = await officer.send('PUT', `/api/shortlists/${id}`, { base: null, content })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return id
}

/** What was frozen of it at its first revision. */
export async function frozenBy(officer: Browser, shortlistId: string, revision = 1) {
  const answer = await officer.post(`/api/shortlists/${shortlistId}/freezes`, { revision })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body as { id: string; hash: string; version: number }
}

/** A link to it, with its token. */
export async function linkedBy(officer: Browser, freezeId: string, change: Record<string, unknown> = {}) {
  const answer = await officer.post(`/api/freezes/${freezeId}/links`, {
    ...{ kind: 'personal', recipient: 'Mme Martin', language: 'fr', expiresAt: '2031-01-01T00:00:00Z' },
    ...change,
  })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body as { link: { id: string }; token: string }
}
