import { ChangeSet } from '@tvl/model/schema'
import { Compile } from 'typebox/compile'
import { ProblemError } from '../http/problem.ts'

const checker = Compile(ChangeSet)

/** @throws ProblemError `change.malformed`, 400 */
export function readChangeSet(body: unknown): ChangeSet {
  const set = readBody(checker, body)
  for (const [i, write] of set.writes.entries()) {
    const given = [write.patch, write.feature, write.remove].filter((one) => one !== undefined).length
    const refuse = (words: string) => malformed(`/writes/${i} ${words}`)
    if (given > 1) throw refuse('has more than one of patch, feature and remove')
    if (given === 0 && !write.verifies?.length) throw refuse('has none of patch, feature, remove and verifies')
    if (write.base === null && !write.feature) throw refuse('has no base, but is no whole new feature')
    if (write.verifies && (write.collection !== 'offices' || write.remove)) throw refuse('cannot verify this')
    if (write.feature?.id !== undefined && write.feature.id !== write.id) throw refuse('has two ids')
  }
  return set
}

interface Checker<T> {
  Check(value: unknown): value is T
  Errors(value: unknown): readonly { instancePath: string; message: string; keyword: string }[]
}

/** A body of the shape that is asked for. @throws ProblemError `change.malformed`, 400 */
export function readBody<T>(shape: Checker<T>, body: unknown): T {
  if (shape.Check(body)) return body
  const [first] = shape.Errors(body).filter(({ keyword }) => keyword !== 'boolean')
  throw malformed(`${first?.instancePath || 'The body'} ${first?.message ?? 'is not what is asked for'}`)
}

export const malformed = (words: string): ProblemError => new ProblemError('change.malformed', 400, words)
