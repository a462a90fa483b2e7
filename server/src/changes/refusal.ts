import type { ChangeConflict, ChangeError } from '@tvl/model'
import { ProblemError } from '../http/problem.ts'

/** A change that cannot be, with every error that stands against it: 422 `change.invalid`. */
export function refusedForErrors(errors: readonly ChangeError[]): ProblemError {
  const [first] = errors
  const detail = `Nothing was written: ${errors.length} error(s), the first ${first?.id} ${first?.field} ${first?.code}.`
  return new ProblemError('change.invalid', 422, detail, {}, { errors })
}

/** A change of what somebody else changed since: 409. */
export function refusedForConflicts(conflicts: readonly ChangeConflict[], code = 'change.conflict'): ProblemError {
  const detail = 'Nothing was written: somebody changed the same fields since.'
  return new ProblemError(code, 409, detail, {}, { conflicts })
}
