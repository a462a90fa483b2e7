import type { Language } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Mailer } from '../mail/mailer.ts'
import { passwordChangedLetter, resetLetter } from '../mail/words/account-letters.ts'
import type { Database } from '../storage/database.ts'
import type { Attempts } from './attempts.ts'
import type { AuthLetters } from './auth.ts'

export interface LetterOptions {
  db: Kysely<Database>
  mailer: Mailer
  attempts: Attempts
  /** Origin of the links in mails. */
  origin: () => string
}

/** The mails about a password. */
export function authLetters({ db, mailer, attempts, origin }: LetterOptions): AuthLetters {
  return {
    reset: async ({ id, email, language }, token) => {
      // Who signs in elsewhere gets no password here that would outlive what is decided there.
      const { rows } = await sql`select from auth_account join auth_user on auth_user.id = "userId"
        where "userId" = ${id} and "providerId" = 'credential' and not "isDemo"`.execute(db)
      if (rows.length === 1) mailer.send(email, resetLetter(language as Language, `${origin()}/reset/${token}`))
    },
    passwordChanged: async ({ email, language }) => {
      await attempts.forget('sign-in', email)
      mailer.send(email, passwordChangedLetter(language as Language))
    },
  }
}
