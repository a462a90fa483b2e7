import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../storage/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a database on the server that the tests make their own databases on. */
    adminUrl: string
  }
}

/** TEST_DATABASE_URL: the whole suite on that server. Unset: on the built-in one, in a folder of its own. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    project.provide('adminUrl', given)
    return undefined
  }
  const folder = await mkdtemp(join(tmpdir(), 'catalogue-tests-'))
  await chmod(folder, 0o755)
  const embedded = await startEmbedded(folder)
  project.provide('adminUrl', embedded.connectionString)
  return async () => {
    await embedded.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
