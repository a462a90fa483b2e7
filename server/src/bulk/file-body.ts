import type { IncomingMessage } from 'node:http'
import { ProblemError } from '../http/problem.ts'

/** A body that goes on beyond what is taken. */
export const TOO_LARGE = Symbol('too large')

/**
 * The bytes of a body, as long as they are not too many. What comes beyond the limit is neither kept nor waited for. It is
 * no error of the parser, which would break the line: the sender reads the answer while the rest runs to nowhere.
 */
export function fileBody(payload: IncomingMessage, limit: number): Promise<Buffer | typeof TOO_LARGE> {
  return new Promise((done, refuse) => {
    const chunks: Buffer[] = []
    let size = 0
    const stop = (outcome: Buffer | typeof TOO_LARGE) => {
      payload.off('data', take).off('close', close)
      payload.resume()
      done(outcome)
    }
    const take = (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) stop(TOO_LARGE)
      else chunks.push(chunk)
    }
    const close = () => refuse(new ProblemError('body.length', 400, 'The file broke off.'))
    payload.once('error', close)
    if (Number(payload.headers['content-length']) > limit) return stop(TOO_LARGE)
    payload
      .on('data', take)
      .once('end', () => stop(Buffer.concat(chunks)))
      .once('close', close)
  })
}
