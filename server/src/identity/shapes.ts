import type { Kysely } from 'kysely'
import { Type } from 'typebox'
import type { SignOnSettings } from '../settings-sign-on.ts'
import type { Database } from '../storage/database.ts'
import type { Attempts } from './attempts.ts'
import type { Auth, AuthLetters } from './auth.ts'
import { LONGEST_PASSWORD } from './password.ts'

export interface IdentityOptions {
  auth: Auth
  db: Kysely<Database>
  attempts: Attempts
  letters: AuthLetters
  /** Null: nobody signs in elsewhere. */
  signOn: SignOnSettings | null
  /** Addresses that everybody may use are not locked by whoever mistypes them. */
  isOpenAccount: (email: string) => boolean
}

export const Email = Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s@<>,;"]+@[^\\s@<>,;"]+$' })
/** As it is typed to sign in; how long a new one must be is said where one is chosen. */
export const TypedPassword = Type.String({ minLength: 1, maxLength: LONGEST_PASSWORD })

export const SignInBody = Type.Object({ email: Email, password: TypedPassword }, { additionalProperties: false })

export const SignInAnswer = Type.Object({
  next: Type.Enum(['signed-in', 'second-factor'], {
    description: 'second-factor: send a code of the authenticator or a backup code next',
  }),
})
