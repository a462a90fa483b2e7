import type { Action, Place } from '@tvl/model'
import type { InjectOptions } from 'fastify'
import type { TestApp } from './app.ts'

/** One request of an operation that needs a right, and where what it is about lies. */
export interface OperationSample {
  /** When it is not the operation’s own rule. */
  action?: Action
  /** `somewhere`: whoever has the right anywhere at all may ask, and gets what is theirs. */
  place: Place | 'somewhere'
  request: (test: TestApp) => InjectOptions | Promise<InjectOptions>
}
