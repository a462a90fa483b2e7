import { dayInMorocco } from '@tvl/model'
import type { RecordEntry } from '../../api/record.ts'

/** What was written together, as far as the reader's filter shows it. */
export interface Commit
  extends Pick<RecordEntry, 'at' | 'kind' | 'role' | 'method' | 'author' | 'note' | 'undoes' | 'undoneBy'> {
  id: string
  entries: readonly RecordEntry[]
}

export interface DayOfCommits {
  /** ISO day in Morocco */
  day: string
  commits: readonly Commit[]
}

/** Entries as commits under their days, in the order of the record: the last first. */
export function commitsByDay(entries: readonly RecordEntry[]): DayOfCommits[] {
  const days: { day: string; commits: (Commit & { entries: RecordEntry[] })[] }[] = []
  for (const entry of entries) {
    const day = dayInMorocco(new Date(entry.at))
    let under = days.at(-1)
    if (under?.day !== day) {
      under = { day, commits: [] }
      days.push(under)
    }
    const last = under.commits.at(-1)
    if (last?.id === entry.commit) last.entries.push(entry)
    else {
      const { at, kind, role, method, author, note, undoes, undoneBy } = entry
      under.commits.push({ id: entry.commit, at, kind, role, method, author, note, undoes, undoneBy, entries: [entry] })
    }
  }
  return days
}

/** Those who wrote, each once, by name. */
export function authorsOf(entries: readonly RecordEntry[]): { id: string; name: string | null }[] {
  const authors = new Map(entries.flatMap(({ author }) => (author ? [[author.id, author]] : [])))
  return [...authors.values()].sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'fr'))
}
