import type { Grant, Role } from '@tvl/model'
import type { Kysely } from 'kysely'
import { giveGrant } from '../identity/grants.ts'
import { createPerson } from '../identity/persons.ts'
import type { Settings } from '../settings.ts'
import type { Database } from '../storage/database.ts'

export interface DemoAccount {
  email: string
  password: string
  role: Role
  name: string
  grant: Grant
}

const account = (email: string, name: string, grant: Grant): DemoAccount => ({
  email: `${email}@demo.example`,
  // Public by intent: it is printed on the sign-in page of a catalogue that is invented.
  password: `demo ${email} locator`,
  name,
  role: grant.role,
  grant,
})

/** Accounts of the demonstration: known to everybody, there only in a catalogue that is invented. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account('administrator', 'Amina (démo)', {
    role: 'administrator',
    organisationId: 'cdg',
    territory: { kind: 'national' },
  }),
  account('fes', 'Youssef (démo)', {
    role: 'manager',
    organisationId: 'ewane',
    territory: { kind: 'zone', id: 'fes-shore' },
  }),
  account('casanearshore', 'Salma (démo)', {
    role: 'manager',
    organisationId: 'ewane',
    territory: { kind: 'zone', id: 'casanearshore' },
  }),
  account('officer', 'Karim (démo)', {
    role: 'officer',
    organisationId: 'cri-fes-meknes',
    territory: { kind: 'region', id: 'MA-03' },
  }),
  account('reader', 'Nadia (démo)', { role: 'reader', organisationId: 'amdie', territory: { kind: 'national' } }),
]

/** Tells the accounts that everybody may use; none in a catalogue of facts. */
export const isDemoAccount =
  ({ catalogue }: Pick<Settings, 'catalogue'>) =>
  (email: string): boolean =>
    catalogue === 'demo' && DEMO_ACCOUNTS.some((demo) => demo.email === email.toLowerCase())

/** Makes the accounts that are not there yet. Call for the demonstration’s catalogue only. */
export async function makeDemoAccounts(db: Kysely<Database>, at: Date): Promise<void> {
  for (const { email, password, name, grant } of DEMO_ACCOUNTS) {
    const { organisationId } = grant
    const personId = await createPerson(db, { email, password, name, organisationId, language: 'fr', isDemo: true })
    if (personId) await giveGrant(db, { personId, grant, by: null, at })
  }
}
