import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from './fixtures.ts'
import { folderOf } from './folder.ts'

/** The path of ours that the last letter to an address leads to; waits for it. */
export async function linkInLetterTo(email: string, baseURL: string | undefined, kind: string): Promise<string> {
  const folder = join(folderOf(new URL(baseURL ?? '').port), 'data', 'mail')
  const link = async (): Promise<string | undefined> => {
    const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort()
    const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
    const letters = texts.map(decoded).filter((text) => text.includes(email))
    return letters.map((text) => new RegExp(`/${kind}/[\\w-]+`).exec(text)?.[0]).findLast((found) => found)
  }
  await expect.poll(link, { message: `a letter of ${kind} to ${email}` }).toBeTruthy()
  return (await link()) ?? ''
}

/** Its text as it is read: quoted-printable and base64 undone (RFC 2045). */
const decoded = (letter: string): string =>
  letter
    .replace(/base64\r?\n\r?\n([\w+/=\r\n]+)/g, (_, text: string) => Buffer.from(text, 'base64').toString())
    .replaceAll(/=\r?\n/g, '')
