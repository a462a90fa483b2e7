import { hash, verify } from '@node-rs/argon2'

/** argon2id as OWASP asks for it. 2 is the library’s own `Algorithm.Argon2id`, an enum that types alone carry. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID)

export async function isPassword(password: string, hashed: string): Promise<boolean> {
  try {
    return await verify(hashed, password)
  } catch {
    // Not a hash of ours: nobody’s password.
    return false
  }
}
