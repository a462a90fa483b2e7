import { BULK_FIELDS } from '@tvl/model'
import { parse } from 'csv-parse/sync'
import type { ApplyAnswer, ImportAnswer } from '../../bulk/shapes.ts'

export interface ImporterOptions {
  url: string
  headers: Record<string, string>
  /** Whose offices it imports; nobody else may write to them. */
  zoneId: string
  isOver: () => boolean
  /** Called when a file is about to be applied. */
  onApply: () => void
}

export interface ImporterOutcome {
  /** Changes that each file holds, by the commit it becomes. */
  begun: Map<string, number>
  /** Commits of the files whose applying was acknowledged. */
  acknowledged: string[]
}

const RENT = BULK_FIELDS.offices.find(({ name }) => name === 'rentMadPerM2Month')?.words.fr
const RETRY_MS = 50

/**
 * Exports a zone's offices, gives each another rent, sends the file back and applies it, again and again, as an
 * operator's program would. Without an answer it applies the same file again.
 */
export async function importRents(options: ImporterOptions): Promise<ImporterOutcome> {
  const outcome: ImporterOutcome = { begun: new Map(), acknowledged: [] }
  for (let k = 0; !options.isOver(); k++) {
    const exported = await patiently(options, `/api/exports/offices.csv?lang=fr&zoneId=${options.zoneId}`)
    const file = await exported?.text()
    if (file === undefined) break
    const body = withRent(file, k)
    const compared = await patiently(options, '/api/imports?name=parc.csv', {
      body,
      headers: { 'content-type': 'application/octet-stream' },
    })
    if (!compared) break
    const { id, revision, counts } = (await answerOf(compared, 201)) as ImportAnswer
    outcome.begun.set(id, counts.changed)
    options.onApply()
    const applied = await patiently(options, `/api/imports/${id}/apply`, {
      body: JSON.stringify({ revision }),
      headers: { 'content-type': 'application/json' },
    })
    if (!applied) break
    const { commit, changes } = (await answerOf(applied, 200)) as ApplyAnswer
    if (commit !== id || changes !== counts.changed)
      throw new Error(`the import ${id} of ${counts.changed} changes became ${commit} of ${changes}`)
    outcome.acknowledged.push(id)
  }
  return outcome
}

/** The table with rents that no other round gives. */
function withRent(file: string, k: number): string {
  const [heads = [], ...rows] = parse(file, { delimiter: ';', bom: true }) as string[][]
  const column = heads.indexOf(RENT ?? '')
  if (column < 0) throw new Error(`the export has no column « ${RENT} »: ${heads.join(' | ')}`)
  const rent = (place: number) => ((3000 + ((k * 7 + place) % 5000)) / 100).toFixed(2).replace('.', ',')
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  return [heads, ...rows.map((row, place) => row.with(column, rent(place)))]
    .map((row) => row.map(quoted).join(';'))
    .join('\n')
}

async function answerOf(answer: Response, status: number): Promise<unknown> {
  if (answer.status !== status)
    throw new Error(`${answer.url}: ${answer.status} ${(await answer.text()).slice(0, 500)}`)
  return answer.json()
}

/** Until there is an answer that is one: a server that was killed comes back. Null once it is over. */
async function patiently(
  { url, headers, isOver }: ImporterOptions,
  path: string,
  sent?: { body: string; headers: Record<string, string> },
): Promise<Response | null> {
  while (!isOver()) {
    const answer = await fetch(url + path, {
      ...(sent ? { method: 'POST', body: sent.body } : {}),
      headers: { ...headers, ...sent?.headers },
      signal: AbortSignal.timeout(15_000),
    }).catch(() => null)
    if (answer && answer.status < 500) return answer
    await new Promise((done) => setTimeout(done, RETRY_MS))
  }
  return null
}
