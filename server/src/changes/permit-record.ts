import type { Transaction } from 'kysely'
import type { Author } from '../storage/commit.ts'
import type { Content, Database } from '../storage/database.ts'
import type { Draft } from './draft.ts'
import type { Key } from './records.ts'
import { type Permit, permitDraft } from './rights.ts'
import { viewOf } from './view.ts'

/** Asks for the right to change a record as it stands, before anything else is said of it. */
export async function permitRecord(
  transaction: Transaction<Database>,
  { collection, id }: Key,
  content: Content,
  permit: Permit,
): Promise<Author> {
  const nothing = { verifies: new Set<never>(), confirm: new Set<string>(), faults: [], conflict: null }
  const draft: Draft = { collection, id, before: content, after: content, version: null, ...nothing }
  return permitDraft(draft, await viewOf(transaction, [draft]), permit)
}
