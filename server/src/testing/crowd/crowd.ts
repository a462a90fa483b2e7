import type { ChangeEntry } from '../../changes-feed/entries.ts'
import { changesAfter, copyAt, followChanges, hashOf, headOf, type Reader } from './readers.ts'
import { type Acknowledged, type WriterOutcome, writeRents } from './writers.ts'

export interface CrowdOptions {
  url: string
  /** Header of each writer. */
  writers: readonly Record<string, string>[]
  writesEach: number
  readers: number
  /** Number of the first writer: another crowd on the same catalogue writes other values. */
  firstNumber?: number
}

export interface CrowdOutcome {
  outcomes: WriterOutcome[]
  readers: Reader[]
  /** What was lost, doubled or left out; empty when all is right. */
  faults: string[]
  /** Milliseconds of each acknowledged write. */
  writeMs: number[]
  /** Milliseconds from the sending of a write until a reader has it, for each of both. */
  propagationMs: number[]
  seconds: number
}

/** Half of all writes go to so many offices. */
const HOT = 5
const PATIENCE_MS = 30_000

/**
 * Writers write at once, half of the time to the same few offices, while readers follow; each reader breaks off once
 * and comes back. Everything is asked of the server by HTTP.
 */
export async function crowd({
  url,
  writers,
  writesEach,
  readers: many,
  firstNumber = 0,
}: CrowdOptions): Promise<CrowdOutcome> {
  const since = await headOf(url)
  const base = await copyAt(url, since)
  const ids = [...base.keys()]
  const readers = Array.from({ length: many }, () => followChanges(() => url, since, base))
  const began = performance.now()
  const breaks = Promise.all(
    readers.map(async (reader, i) => {
      await new Promise((done) => setTimeout(done, 200 + i * 20))
      await reader.breakOff()
    }),
  )
  const outcomes = await Promise.all(
    writers.map((headers, place) => {
      const number = firstNumber + place
      return writeRents({
        url: () => url,
        headers,
        number,
        count: writesEach,
        pick: (k) => [ids[k % 2 === 0 ? (k / 2) % HOT : (k * 131 + number * 17) % ids.length] ?? ''],
      })
    }),
  )
  const seconds = (performance.now() - began) / 1000
  await breaks
  const head = await headOf(url)
  const until = Date.now() + PATIENCE_MS
  while (readers.some(({ at }) => at < head) && Date.now() < until) await new Promise((done) => setTimeout(done, 20))
  for (const reader of readers) await reader.stop()

  const acknowledged = outcomes.flatMap((outcome) => outcome.acknowledged)
  const present = hashOf(await copyAt(url, head))
  const faults = [
    ...writeFaults(acknowledged, await changesAfter(url, since)),
    ...readers.flatMap((reader, i) => [
      ...reader.faults.map((fault) => `reader ${i}: ${fault}`),
      ...(reader.at === head ? [] : [`reader ${i} has ${reader.at} of ${head}`]),
      ...(hashOf(reader.copy) === present ? [] : [`reader ${i} has another copy than the server`]),
    ]),
  ]
  return {
    outcomes,
    readers,
    faults,
    seconds,
    writeMs: acknowledged.map(({ ms }) => ms),
    propagationMs: acknowledged.flatMap(({ version, sentAt }) =>
      readers.flatMap(({ heardAt }) => (heardAt.has(version) ? [(heardAt.get(version) ?? 0) - sentAt] : [])),
    ),
  }
}

/**
 * What is wrong with the record, given what was acknowledged: a write that is missing, half there or another than was
 * sent, and one that overwrote what its writer had not read.
 */
export function writeFaults(acknowledged: readonly Acknowledged[], changes: readonly ChangeEntry[]): string[] {
  const faults: string[] = []
  for (const [i, { n }] of changes.entries()) {
    if (i > 0 && n !== (changes[i - 1]?.n ?? 0) + 1) faults.push(`change ${n} follows ${changes[i - 1]?.n}`)
  }
  const byCommit = grouped(changes)
  for (const { commit, offices } of acknowledged) {
    const recorded = byCommit.get(commit) ?? []
    if (recorded.length !== offices.length) faults.push(`${commit}: ${recorded.length} of ${offices.length} changes`)
    for (const { id, was, is } of offices) {
      const rent = recorded.find((change) => change.id === id)?.fields.rentMadPerM2Month
      if (rent?.after !== is) faults.push(`${commit}: ${id} became ${String(rent?.after)} instead of ${is}`)
      if (rent && rent.before !== was)
        faults.push(`${commit}: ${id} was ${String(rent.before)}, its writer had read ${was}`)
    }
  }
  const last = new Map<string, unknown>()
  for (const { id, n, fields } of changes) {
    const { rentMadPerM2Month: rent } = fields
    if (!rent) continue
    if (last.has(id) && last.get(id) !== rent.before)
      faults.push(`change ${n}: ${id} does not follow from the one before`)
    last.set(id, rent.after)
  }
  return faults
}

function grouped(changes: readonly ChangeEntry[]): Map<string, ChangeEntry[]> {
  const groups = new Map<string, ChangeEntry[]>()
  for (const change of changes) groups.set(change.commit, [...(groups.get(change.commit) ?? []), change])
  return groups
}
