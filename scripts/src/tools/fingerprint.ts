import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { at } from './paths.ts'

const SKIPPED = new Set(['node_modules', 'dist', 'generated', '.data', '.cache', 'test-results', 'e2e'])

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null)
  if (entries === null) return [path]
  const nested = await Promise.all(
    entries
      .filter((entry) => !SKIPPED.has(entry.name) && !entry.name.endsWith('.tsbuildinfo'))
      .map((entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)])),
  )
  return nested.flat()
}

/** A hash over the names and contents of all files below the given paths, and of the Node that will run them. */
export async function fingerprint(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(process.versions.node)
  const files = (await Promise.all(paths.map((path) => filesBelow(at(path))))).flat().sort()
  for (const file of files) hash.update(file.slice(at('').length)).update(await readFile(file))
  return hash.digest('hex')
}

const markOf = (name: string) => at(`.cache/${name}.fingerprint`)

/** Whether the step `name` last ended well with this very fingerprint. */
export async function isUpToDate(name: string, print: string): Promise<boolean> {
  return (await readFile(markOf(name), 'utf8').catch(() => '')) === print
}

/** Remembers that the step `name` ended well with this fingerprint. */
export async function remember(name: string, print: string): Promise<void> {
  await mkdir(dirname(markOf(name)), { recursive: true })
  await writeFile(markOf(name), print)
}
