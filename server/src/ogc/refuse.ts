import { Cql2Error } from '../cql2/errors.ts'
import { type Problem, ProblemError, problem, problemOf } from '../http/problem.ts'

/** Makes the error that is answered with a problem document. */
export const refuse = (
  status: number,
  code: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
  members: Readonly<Record<string, unknown>> = {},
): ProblemError => new ProblemError(code, status, detail, headers, members)

/** The problem document of whatever was thrown; a filter that cannot be used is the caller’s, with its place. */
export function problemFor(error: unknown): Problem {
  if (!(error instanceof Cql2Error)) return problemOf(error)
  const place = error.position !== undefined ? ` (at character ${error.position + 1})` : ''
  return problem(400, error.code, `${error.detail}${place}`)
}
