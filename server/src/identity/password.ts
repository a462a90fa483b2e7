import { hash, verify } from '@node-rs/argon2'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem.ts'

/** argon2id as OWASP asks for it. 2 is the library’s own `Algorithm.Argon2id`, an enum that types alone carry. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

/** Not shorter than 12 characters: said by `refuseWeak`, so that it has its own code. */
export const NewPassword = Type.String({
  minLength: 1,
  maxLength: LONGEST_PASSWORD,
  description: 'at least 12 characters',
})

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID)

export async function isPassword(password: string, hashed: string): Promise<boolean> {
  try {
    return await verify(hashed, password)
  } catch {
    // Not a hash of ours: nobody’s password.
    return false
  }
}

const FEWEST_CHARACTERS = 5

/**
 * Refuses a password that is short, or of a few characters again and again. More rules would make worse ones.
 * @throws ProblemError 422 `password.weak`
 */
export function refuseWeak(password: string): void {
  if (password.length >= SHORTEST_PASSWORD && new Set(password).size >= FEWEST_CHARACTERS) return
  throw new ProblemError(
    'password.weak',
    422,
    `A password has at least ${SHORTEST_PASSWORD} characters, not all alike.`,
  )
}
