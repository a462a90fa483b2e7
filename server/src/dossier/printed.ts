import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a tool of poppler says of a document. For tests. */
async function asked(pdf: Buffer, tool: string, args: (path: string) => string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tvl-dossier-'))
  const path = join(folder, 'dossier.pdf')
  try {
    await writeFile(path, pdf)
    return (await run(tool, args(path), { maxBuffer: 64 * 1024 * 1024 })).stdout
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The text of each page, as a reader would copy it. */
export async function pagesOf(pdf: Buffer): Promise<string[]> {
  const text = await asked(pdf, 'pdftotext', (path) => [path, '-'])
  return text.split('\f').slice(0, -1)
}

export const infoOf = (pdf: Buffer): Promise<string> => asked(pdf, 'pdfinfo', (path) => [path])

/** The tree of tags. */
export const tagsOf = (pdf: Buffer): Promise<string> => asked(pdf, 'pdfinfo', (path) => ['-struct', path])

/** Without the marks that steer the order of writing, and with one space for any: what is said, not how it is set. */
export const plain = (text: string): string =>
  text.replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ')

/**
 * The words in Arabic letters, in their order. Poppler turns the letters within a ligature (لا, في), so words are told
 * by their letters and not by the order of them.
 */
export const arabicWords = (text: string): string =>
  (plain(text).match(/\p{Script=Arabic}+/gu) ?? []).map((word) => [...word].sort().join('')).join(' ')
