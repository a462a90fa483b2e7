import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, link, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { DatabaseError } from './database.ts'
import { type Account, commandAs } from './postgres-account.ts'
import { postgresBinaries } from './postgres-binaries.ts'

export const POSTGRES_USER = 'catalogue'
const MAJOR = '18'

/** Where the built-in PostgreSQL lies in the data folder. */
export interface ClusterFolder {
  root: string
  cluster: string
  passwordFile: string
  log: string
}

export function clusterFolder(dataDir: string): ClusterFolder {
  const root = resolve(dataDir)
  return {
    root,
    cluster: join(root, 'postgres'),
    passwordFile: join(root, 'postgres.password'),
    log: join(root, 'postgres.log'),
  }
}

/** Whether the folder holds a database already. @throws DatabaseError for one that this program cannot read */
export async function hasCluster({ cluster, passwordFile }: ClusterFolder): Promise<boolean> {
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version === undefined) return false
  if (version.trim() !== MAJOR) {
    throw new DatabaseError(
      `${cluster} was written by PostgreSQL ${version.trim()}; this release has ${MAJOR}. Restore a backup into an empty DATA_DIR.`,
    )
  }
  await readFile(passwordFile).catch((cause) => {
    throw new DatabaseError(`${passwordFile} cannot be read: without it the database in ${cluster} stays closed.`, {
      cause,
    })
  })
  return true
}

export async function passwordOf({ passwordFile }: ClusterFolder): Promise<string> {
  return (await readFile(passwordFile, 'utf8')).trim()
}

/**
 * Made beside its place and then moved there, so that a start killed half-way leaves nothing to trip over. Each attempt
 * has its own draft, and all have one password: of two starts at once the first one's database is taken, and the
 * database that a killed start still makes disturbs no one. Returns whether this attempt's is the one.
 */
export async function createCluster(folder: ClusterFolder, account: Account | undefined): Promise<boolean> {
  const { initdb } = await postgresBinaries()
  const draft = await mkdtemp(`${folder.cluster}${DRAFT}`)
  const secret = `${folder.passwordFile}${draft.slice(folder.cluster.length)}`
  try {
    await writeFile(secret, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
    await link(secret, folder.passwordFile).catch(unless('EEXIST'))
    // A file of its own: the linked one must not change hands with it.
    await rm(secret)
    await writeFile(secret, `${await passwordOf(folder)}\n`, { mode: 0o600 })
    if (account) await Promise.all([draft, secret].map((path) => chown(path, account.uid, account.gid)))
    // The built-in locale sorts and folds the same on every machine, whatever locales the system has.
    const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    const access = [`--username=${POSTGRES_USER}`, `--pwfile=${secret}`, '--auth=scram-sha-256']
    await runToEnd(account, initdb, [`--pgdata=${draft}`, ...access, ...locale], draft)
    // Fails where another start was faster: its database is in the place, and not empty.
    const isOurs = await rename(draft, folder.cluster).then(() => true, unless('ENOTEMPTY', 'EEXIST'))
    return isOurs === true
  } catch (error) {
    // The owner of the folder clears away drafts, this one too while it is being made: that start was faster.
    if (await hasCluster(folder)) return false
    throw error
  } finally {
    await rm(secret, { force: true })
    await rm(draft, { recursive: true, force: true })
  }
}

/** Removes what starts that were killed left half-made. For the owner of the folder: what is in use fails and stays. */
export async function removeDrafts({ root, cluster, passwordFile }: ClusterFolder): Promise<void> {
  const drafts = [cluster, passwordFile].map((path) => `${basename(path)}${DRAFT}`)
  const left = (await readdir(root)).filter((name) => drafts.some((draft) => name.startsWith(draft)))
  await Promise.allSettled(left.map((name) => rm(join(root, name), { recursive: true, force: true })))
}

const DRAFT = '.new'

const unless =
  (...codes: string[]) =>
  (error: NodeJS.ErrnoException): false => {
    if (codes.includes(error.code ?? '')) return false
    throw error
  }

async function runToEnd(account: Account | undefined, file: string, args: string[], path: string): Promise<void> {
  const command = await commandAs(account, file, args, [path])
  await new Promise<void>((done, fail) => {
    const child = spawn(command.file, command.args, { ...command.account, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', fail)
    child.on('close', (code) => {
      if (code === 0) done()
      else fail(new DatabaseError(`The database could not be made in ${path}: ${said.trim()}`))
    })
  })
}
