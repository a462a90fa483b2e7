import { type Kysely, sql } from 'kysely'
import type { Named } from '../session/session-answer.ts'
import type { Database } from '../storage/database.ts'

/** The name of an organisation in the three languages; its id where there is none. */
export async function organisationName(db: Kysely<Database>, id: string): Promise<Named> {
  const { rows } = await sql<Named>`select name_fr as fr, name_ar as ar, name_en as en from organisation
    where id = ${id}`.execute(db)
  return rows[0] ?? { fr: id, ar: id, en: id }
}
