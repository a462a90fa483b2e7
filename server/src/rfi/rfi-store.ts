import type { Language } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../storage/database.ts'
import type { KeptForm } from './form.ts'

const DAY_MS = 86_400_000
export const KEPT_DAYS = 90
/** Everybody can be the demonstration’s officer and sees what it keeps. */
const DEMO_DAYS = 1
/** Of one organisation at a time. */
export const MOST_KEPT = 100

/** A questionnaire that is being filled, without its bytes. */
export interface KeptRfi {
  id: string
  organisationId: string
  createdAt: Date
  expiresAt: Date
  fileName: string
  language: Language
  zoneIds: string[]
  enquiryId: string | null
  form: KeptForm
  choices: Record<string, string | null>
  revision: number
}

/** Something that the catalogue does not know, asked of somebody. */
export interface Gap {
  id: string
  cell: string
  ownerOrganisationId: string | null
  ownerPersonId: string | null
  dueOn: string
  answer: string | number | null
  answeredOn: string | null
  answeredByRole: string | null
}

const HEAD = sql`id, organisation_id as "organisationId", created_at as "createdAt", expires_at as "expiresAt",
  file_name as "fileName", language, zone_ids as "zoneIds", enquiry_id as "enquiryId", revision`

export type RfiHead = Omit<KeptRfi, 'form' | 'choices'>

/**
 * Keeps a questionnaire for ninety days, the demonstration’s for one, where the oldest gives way. Returns false when the organisation keeps as many
 * as it may.
 */
export async function keepRfi(
  db: Kysely<Database>,
  one: Pick<KeptRfi, 'id' | 'organisationId' | 'fileName' | 'language' | 'zoneIds' | 'enquiryId' | 'form'> & {
    createdBy: string
    isDemo: boolean
    file: Uint8Array
    now: Date
  },
): Promise<boolean> {
  const end = new Date(one.now.getTime() + (one.isDemo ? DEMO_DAYS : KEPT_DAYS) * DAY_MS)
  if (one.isDemo) {
    await sql`delete from rfi where id in (select id from rfi where organisation_id = ${one.organisationId}
      order by created_at desc offset ${MOST_KEPT - 1})`.execute(db)
  }
  const { numAffectedRows } = await sql`
    insert into rfi (id, organisation_id, created_by, created_at, expires_at, file_name, file, language, zone_ids,
      enquiry_id, form, choices, revision)
    select ${one.id}, ${one.organisationId}, ${one.createdBy}, ${one.now}, ${end}, ${one.fileName},
      ${Buffer.from(one.file)}, ${one.language}, ${one.zoneIds}, ${one.enquiryId}, ${JSON.stringify(one.form)}::jsonb,
      '{}'::jsonb, 1
    where (select count(*) from rfi where organisation_id = ${one.organisationId} and expires_at > ${one.now})
      < ${MOST_KEPT}`.execute(db)
  return numAffectedRows === 1n
}

/** Those of the organisations, the last first. */
export async function rfisOf(db: Kysely<Database>, organisationIds: readonly string[], now: Date): Promise<RfiHead[]> {
  const { rows } = await sql<RfiHead>`select ${HEAD} from rfi
    where organisation_id = any(${organisationIds}) and expires_at > ${now} order by created_at desc, id`.execute(db)
  return rows
}

/** One of an organisation; undefined for another’s, and after its days. */
export async function rfiOf(
  db: Kysely<Database>,
  id: string,
  organisationIds: readonly string[],
  now: Date,
): Promise<KeptRfi | undefined> {
  const { rows } = await sql<KeptRfi>`select ${HEAD}, form, choices from rfi
    where id = ${id} and organisation_id = any(${organisationIds}) and expires_at > ${now}`.execute(db)
  return rows[0]
}

export async function fileOfRfi(db: Kysely<Database>, id: string): Promise<Buffer> {
  const { rows } = await sql<{ file: Buffer }>`select file from rfi where id = ${id}`.execute(db)
  return rows[0]?.file ?? Buffer.alloc(0)
}

/** Keeps decisions. Returns false when somebody else decided meanwhile. */
export async function keepChoices(
  db: Kysely<Database>,
  one: Pick<KeptRfi, 'id' | 'revision' | 'choices' | 'language'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update rfi set choices = ${JSON.stringify(one.choices)}::jsonb,
    language = ${one.language}, revision = revision + 1
    where id = ${one.id} and revision = ${one.revision}`.execute(db)
  return numAffectedRows === 1n
}

export async function dropRfi(db: Kysely<Database>, id: string): Promise<void> {
  await sql`delete from rfi where id = ${id}`.execute(db)
}

/** Removes what is older than its days, files and gaps with it. Returns how many there were. */
export async function eraseExpired(db: Kysely<Database>, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from rfi where expires_at <= ${now}`.execute(db)
  return Number(numAffectedRows ?? 0n)
}
