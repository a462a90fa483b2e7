import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from './fixtures.ts'
import { folderOf } from './folder.ts'

/** Every letter to an address that the server has written, the last one last. */
async function lettersTo(email: string, baseURL: string | undefined): Promise<string[]> {
  const folder = join(folderOf(new URL(baseURL ?? '').port), 'data', 'mail')
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort()
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
  return texts.map(decoded).filter((text) => text.includes(email))
}

/** The letter to an address in which a word stands; waits for it. */
export async function letterTo(email: string, baseURL: string | undefined, word: string): Promise<string> {
  const letter = async () => (await lettersTo(email, baseURL)).find((text) => text.includes(word))
  await expect.poll(letter, { message: `a letter to ${email} with ${word}` }).toBeTruthy()
  return (await letter()) ?? ''
}

/** The path of ours that the last letter to an address leads to; waits for it. */
export async function linkInLetterTo(email: string, baseURL: string | undefined, kind: string): Promise<string> {
  const link = async (): Promise<string | undefined> => {
    const letters = await lettersTo(email, baseURL)
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
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString())
