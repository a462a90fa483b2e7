import { randomUUID } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'

export interface Office {
  id: string
  properties: { seats: number; name: string; status: string; rentMadPerM2Month: number | null }
}

/** Signs in with an account that the demonstration announces; the cookie stays in the context. */
export async function signIn(context: BrowserContext, url: string, email: string): Promise<void> {
  const session = (await (await context.request.get(`${url}/api/session`)).json()) as {
    demoAccounts: { email: string; password: string }[]
  }
  const account = session.demoAccounts.find((one) => one.email === email)
  if (!account) throw new Error(`no account ${email} in the demonstration`)
  await send(context, url, 'post', '/api/auth/sign-in', { email, password: account.password })
}

/** Asks the server as a page of it would. @throws where it does not answer with success */
export async function send(
  context: BrowserContext,
  url: string,
  method: 'post' | 'put',
  path: string,
  data: unknown,
): Promise<unknown> {
  const answer = await context.request[method](url + path, { headers: { origin: url }, data })
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  const text = await answer.text()
  return text === '' ? null : JSON.parse(text)
}

export async function officesOf(context: BrowserContext, url: string, zone: string): Promise<Office[]> {
  const answer = await context.request.get(`${url}/ogc/collections/offices/items?zoneId=${zone}&limit=1000&f=json`)
  return ((await answer.json()) as { features: Office[] }).features
}

/** Changes offices in one commit. */
export async function changeOffices(
  context: BrowserContext,
  url: string,
  {
    method,
    note = null,
    changed,
  }: { method: string; note?: string | null; changed: readonly (readonly [Pick<Office, 'id'>, object])[] },
): Promise<void> {
  const { version } = (await (await context.request.get(`${url}/api/catalogue`)).json()) as { version: number }
  const writes = changed.map(([{ id }, properties]) => ({
    ...{ collection: 'offices', id, base: version },
    patch: { properties },
  }))
  await send(context, url, 'post', '/api/changes', {
    ...{ id: randomUUID(), method, writes },
    ...(note === null ? {} : { note }),
  })
}
