import type { FastifyInstance } from 'fastify'
import { ProblemError } from '../http/problem.ts'

/** GeoJSON needs six levels, and the rules of incentives a few more. */
const DEEPEST = 24
const LONGEST_TEXT = 10_000

/** PostgreSQL keeps no NUL and no half of a surrogate pair; JSON may spell both. */
const isKept = (text: string) => text.length <= LONGEST_TEXT && !/\0|\p{Surrogate}/u.test(text)

/**
 * Refuses a body that cannot be stored or would take the stack of whatever walks through it. Walks without recursion.
 * @throws ProblemError `body.too-deep`, `body.text` or `body.number`, 400
 */
export function refuseHostile(body: unknown): void {
  const waiting: { value: unknown; depth: number }[] = [{ value: body, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    if (typeof value === 'string' && !isKept(value)) {
      throw new ProblemError('body.text', 400, `A text has a character that cannot be kept, or over ${LONGEST_TEXT}.`)
    }
    // 1e999 is JSON, and more than a number can be.
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new ProblemError('body.number', 400, 'A number is too large.')
    }
    if (typeof value !== 'object' || value === null) continue
    if (depth >= DEEPEST) throw new ProblemError('body.too-deep', 400, `JSON here has at most ${DEEPEST} levels.`)
    for (const [name, one] of Object.entries(value)) {
      if (!isKept(name) || name === '__proto__') {
        throw new ProblemError('body.text', 400, 'A member has a name that cannot be kept.')
      }
      waiting.push({ value: one, depth: depth + 1 })
    }
  }
}

/** Reads JSON of these types on the routes of this plugin, keys of prototypes refused; every body is then looked at. */
export function readJsonBodies(app: FastifyInstance, types: readonly string[] = []): void {
  if (types.length > 0) {
    app.addContentTypeParser([...types], { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'))
  }
  app.addHook('preValidation', async (request) => refuseHostile(request.body))
}
