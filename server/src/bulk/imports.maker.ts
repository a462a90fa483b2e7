import { BULK_FIELDS, type Language } from '@tvl/model'
import type { Headers, Writers } from '../testing/writers.ts'
import type { ImportAnswer, RowsAnswer } from './shapes.ts'

export interface Sent<T> {
  status: number
  body: T & { code?: string }
}

/** Sends a file as a page would. */
export async function sendFile(
  { url, fes }: Pick<Writers, 'url' | 'fes'>,
  bytes: Uint8Array | string,
  name = 'parc.csv',
  headers: Headers = fes,
): Promise<Sent<ImportAnswer>> {
  const answer = await fetch(`${url}/api/imports?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...headers },
    body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
  })
  return { status: answer.status, body: (await answer.json()) as Sent<ImportAnswer>['body'] }
}

export async function rowsOf({ send }: Writers, { id }: ImportAnswer, state?: string): Promise<RowsAnswer> {
  return (await send('GET', `/api/imports/${id}/rows?limit=1000${state ? `&state=${state}` : ''}`)).body
}

/** Separated text under our own heads. */
export function aTable(
  fields: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  { language = 'fr', collection = 'offices' }: { language?: Language; collection?: 'offices' | 'buildings' } = {},
): string {
  const heads = fields.map(
    (name) => BULK_FIELDS[collection].find((field) => field.name === name)?.words[language] ?? name,
  )
  return [heads, ...rows].map((row) => row.join(';')).join('\n')
}
