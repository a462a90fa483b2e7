import { Cql2Error } from './errors.ts'

/** The Cql2Error that an action ends in, for tests; any other error passes through. */
export function failureOf(action: () => unknown): Pick<Cql2Error, 'code' | 'position' | 'pointer'> {
  try {
    action()
  } catch (error) {
    if (error instanceof Cql2Error) return { code: error.code, position: error.position, pointer: error.pointer }
    throw error
  }
  throw new Error('Nothing was thrown.')
}
