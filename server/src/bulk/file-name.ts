import { ProblemError } from '../http/problem.ts'
import type { Query } from '../ogc/parameters/query-string.ts'

const LONGEST_NAME = 200

/** The name of the file as it was on the person’s machine: its last part, and one that can be kept. */
export function nameOf(query: Query): string {
  const name = (query.get('name') ?? '').split(/[/\\]/).at(-1) ?? ''
  const kept = name.replace(/[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '').trim()
  if (kept === '' || kept.length > LONGEST_NAME) {
    throw new ProblemError(
      'request.invalid',
      400,
      `name is the name of the file, of at most ${LONGEST_NAME} characters.`,
    )
  }
  return kept
}
