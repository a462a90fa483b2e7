import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Grant } from '@tvl/model'
import { giveGrant } from '../identity/grants.ts'
import { createPerson } from '../identity/persons.ts'
import type { TestApp } from './app.ts'
import { type Browser, cookieJar } from './browser.ts'
import { totp } from './totp.ts'

export const PASSWORD = 'four words in a row'

/** A person with an account of their own. */
export async function aPerson(test: Pick<TestApp, 'db'>, email: string, ...grants: readonly Grant[]): Promise<string> {
  const words = {
    email,
    name: email.split('@')[0] ?? '',
    organisationId: 'cdg',
    language: 'fr',
    password: PASSWORD,
  } as const
  const id = await createPerson(test.db, words)
  if (!id) throw new Error(`there is somebody with ${email}`)
  for (const grant of grants) await giveGrant(test.db, { personId: id, grant, by: null, at: new Date() })
  return id
}

/** A browser in which the person has signed in with a password. */
export async function signedIn(test: TestApp, email: string, url = test.url): Promise<Browser> {
  const page = cookieJar(url)
  const answer = await page.post('/api/auth/sign-in', { email, password: PASSWORD })
  if (answer.status !== 200) throw new Error(`${email} could not sign in: ${JSON.stringify(answer.body)}`)
  return page
}

/** The same, with an authenticator set up and shown in this session. Returns its secret, and the code that was used. */
export async function signedInTwice(
  test: TestApp,
  email: string,
): Promise<{ page: Browser; secret: string; used: string }> {
  const page = await signedIn(test, email)
  const { secret } = (await page.post('/api/auth/authenticator', { password: PASSWORD })).body
  const used = totp(secret)
  const confirmed = await page.post('/api/auth/code', { code: used })
  if (confirmed.status !== 204) throw new Error(`${email} has no authenticator: ${JSON.stringify(confirmed.body)}`)
  return { page, secret, used }
}

/** The mails that the server has written, the last one first, decoded. */
export async function mails(test: TestApp): Promise<string[]> {
  await test.mailer.idle()
  const files = (await readdir(test.mailDir).catch(() => [])).filter((name) => name.endsWith('.eml')).sort()
  const texts = await Promise.all(files.map((name) => readFile(join(test.mailDir, name), 'utf8')))
  return texts.reverse().map(decoded)
}

const decoded = (mail: string): string =>
  mail
    .replace(/base64\r?\n\r?\n([\w+/=\r\n]+)/g, (_, text: string) => Buffer.from(text, 'base64').toString())
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString())
