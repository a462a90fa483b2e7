import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { DatabaseError } from './database.ts'

const run = promisify(execFile)
const ACCOUNT = 'postgres'

/** Who runs PostgreSQL. Undefined: this process’s own user, who is not root. */
export interface Account {
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root, so root runs it as the user `postgres`, made here when there is none. */
export async function postgresAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const found = await lookUp()
  if (found) return found
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', ACCOUNT])
  } catch (error) {
    throw new DatabaseError(
      `PostgreSQL refuses to run as root, and the user ${ACCOUNT} could not be made (${String(error)}). Run this as another user, or give DATABASE_URL.`,
    )
  }
  const made = await lookUp()
  if (!made)
    throw new DatabaseError(
      `The user ${ACCOUNT} was made but cannot be found. Run this as another user, or give DATABASE_URL.`,
    )
  return made
}

async function lookUp(): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', ACCOUNT]), run('id', ['-g', ACCOUNT])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

export interface Command {
  file: string
  args: string[]
  account: Account | undefined
}

/**
 * The command as the account runs it. A folder under /root is closed to every other user: there the account gets the
 * one capability to pass closed folders, rather than /root being opened to all.
 */
export async function commandAs(
  account: Account | undefined,
  file: string,
  args: string[],
  paths: string[],
): Promise<Command> {
  if (!account) return { file, args, account }
  const canReach = await Promise.all([file, ...paths].map((path) => isReachable(dirname(path), account)))
  if (canReach.every(Boolean)) return { file, args, account }
  const capability = '+dac_override'
  const wrapper = [
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    '--clear-groups',
    `--inh-caps=${capability}`,
    `--ambient-caps=${capability}`,
  ]
  try {
    await run('setpriv', [...wrapper, '--', 'true'])
  } catch {
    throw new DatabaseError(
      `The user ${ACCOUNT}, who runs PostgreSQL for root, cannot enter ${dirname(paths[0] ?? file)}. Put the program and DATA_DIR where every user may enter (not under /root), or run this as another user.`,
    )
  }
  return { file: 'setpriv', args: [...wrapper, '--', file, ...args], account: undefined }
}

async function isReachable(folder: string, { uid, gid }: Account): Promise<boolean> {
  for (let path = folder; ; path = dirname(path)) {
    const found = await stat(path).catch(() => undefined)
    if (found) {
      const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001
      if ((found.mode & bit) === 0) return false
    }
    if (path === dirname(path)) return true
  }
}
