import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at } from './tools/paths.ts'

const PASSWORD = 'an administrator’s words'

let dataDir: string
let server: { url: string; stop: () => Promise<void> } | undefined
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'admin-'))
  await chmod(dataDir, 0o755)
})
afterAll(async () => {
  await server?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const environment = () => ({
  PATH: process.env.PATH,
  DATA_DIR: dataDir,
  CATALOGUE: 'facts',
  PORT: '0',
  LOG_LEVEL: 'warn',
})

async function startServer() {
  const child = spawn(process.execPath, ['--import', 'tsx', at('server/src/main.ts')], { env: environment() })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)))
  await expect.poll(() => said.join(''), { timeout: 90_000 }).toMatch(/Tech Valley Locator: http/)
  const [, url = ''] = /Tech Valley Locator: (http\S+)/.exec(said.join('')) ?? []
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

async function admin(args: readonly string[], input?: string): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', at('scripts/src/admin.ts'), ...args], {
    env: environment(),
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)))
  child.stdin.end(input ?? '')
  const [code] = await once(child, 'close')
  return { code: code as number, said: said.join('') }
}

const post = (path: string, body: unknown) =>
  fetch(`${server?.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const withToken = (secret: string) =>
  fetch(`${server?.url}/api/people`, { headers: { authorization: `Bearer ${secret}` } })

const secretIn = (said: string) => /tvl_[\w-]{43}/.exec(said)?.[0] ?? ''

/** One story, in the order in which an operator lives it; each command is a process of its own. */
describe('pnpm admin', { timeout: 180_000 }, () => {
  it('makes the first administrator before the first start, with a password that is given and none by default', async () => {
    const words = ['create-administrator', '--email', 'first@example.ma', '--name', 'First', '--password-stdin']
    expect(await admin(words, '')).toMatchObject({ code: 1, said: expect.stringContaining('12 to 128 characters') })
    expect(await admin(words, `${PASSWORD}\n`)).toMatchObject({ code: 0, said: 'first@example.ma can sign in.\n' })
    server = await startServer()
    const answer = await post('/api/auth/sign-in', { email: 'first@example.ma', password: PASSWORD })
    expect([answer.status, await answer.json()]).toEqual([200, { next: 'signed-in' }])
  })

  it('invites by a link beside the running server, which goes on', async () => {
    const invited = await admin([
      'invite',
      '--email',
      'second@example.ma',
      '--role',
      'manager',
      '--territory',
      'zone/fes-shore',
    ])
    const [, token = ''] = /\/invitation\/([\w-]{43})/.exec(invited.said) ?? []
    const accepted = await post('/api/invitations/accept', { token, name: 'Second', password: PASSWORD })
    expect([invited.code, accepted.status]).toEqual([0, 204])
    expect((await post('/api/auth/sign-in', { email: 'second@example.ma', password: PASSWORD })).status).toBe(200)
  })

  it('issues a token that works at once, lists it without its secret, and revokes it', async () => {
    const words = ['token', 'issue', '--name', 'robot', '--role', 'administrator', '--territory', 'region/MA-03']
    const issued = await admin(words)
    const secret = secretIn(issued.said)
    expect([issued.code, (await withToken(secret)).status]).toEqual([0, 200])
    const listed = await admin(['token', 'list'])
    const [, id = ''] = /Token (\S+),/.exec(issued.said) ?? []
    expect(listed.said).toContain(`${id}  administrator  region/MA-03`)
    expect(listed.said).not.toContain(secret)
    expect((await admin(['token', 'revoke', id])).code).toBe(0)
    expect((await withToken(secret)).status).toBe(401)
    expect((await admin(['token', 'revoke', id])).code).toBe(1)
  })

  it('verifies the record beside the server and without it', async () => {
    const beside = await admin(['verify'])
    await server?.stop()
    server = undefined
    const alone = await admin(['verify'])
    expect(beside).toMatchObject({ code: 0, said: expect.stringContaining('The record fits.') })
    expect(alone).toEqual(beside)
    const link = /last link ([0-9a-f]{64})/.exec(alone.said)?.[1] ?? ''
    expect(await admin(['verify', '--head', link])).toEqual(alone)
    const other = await admin(['verify', '--head', '0'.repeat(64)])
    expect(other).toMatchObject({ code: 1, said: expect.stringContaining('the link you kept is not in it') })
  })

  it.each([
    ['an unknown one', ['constructor'], 1, 'pnpm admin COMMAND'],
    [
      'an unknown role',
      ['invite', '--email', 'a@b.ma', '--role', 'king', '--territory', 'national'],
      1,
      'none of administrator',
    ],
    [
      'a zone that is not there',
      ['invite', '--email', 'a@b.ma', '--role', 'reader', '--territory', 'zone/atlantis'],
      1,
      'no zone atlantis',
    ],
  ] as const)('says what is wrong with %s', async (_, words, code, says) => {
    expect(await admin(words)).toMatchObject({ code, said: expect.stringContaining(says) })
  })
})
