import { randomUUID } from 'node:crypto'
import type { APIRequestContext, PlaywrightWorkerArgs } from '@playwright/test'

/** Somebody else's browser, without a page: requests that come from this site, with cookies of their own. */
export const colleague = (
  playwright: PlaywrightWorkerArgs['playwright'],
  baseURL: string | undefined,
): Promise<APIRequestContext> =>
  playwright.request.newContext({ baseURL: baseURL ?? '', extraHTTPHeaders: { origin: baseURL ?? '' } })

interface Session {
  demoAccounts: { email: string; password: string; roleKey: string; territory: { kind: string; id?: string } }[]
}

/** Signs a request context in as the demonstration's manager of a zone, as the page would: by its announced password. */
export async function signInAs(request: APIRequestContext, role: string, zone?: string): Promise<void> {
  const { demoAccounts } = (await (await request.get('/api/session')).json()) as Session
  const account = demoAccounts.find(({ roleKey, territory }) => roleKey === role && (!zone || territory.id === zone))
  if (!account) throw new Error(`no demo account of a ${role} of ${zone}`)
  const { email, password } = account
  const answer = await request.post('/api/auth/sign-in', { data: { email, password } })
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`)
}

/** Publishes a change of one office as another manager would, beside the page under test. */
export async function changeOffice(
  request: APIRequestContext,
  id: string,
  properties: Record<string, unknown>,
  method: string | null = 'site-visit',
): Promise<number> {
  const { version } = (await (await request.get('/api/catalogue')).json()) as { version: number }
  const writes = [{ collection: 'offices', id, base: version, patch: { properties } }]
  const answer = await request.post('/api/changes', { data: { id: randomUUID(), method, writes } })
  if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`)
  return ((await answer.json()) as { version: number }).version
}
