import type { EnquiryClosing, EnquiryRow } from '@tvl/model'
import { type EnquiryRouting, type EnquiryStatus, isOpenEnquiry, type Language, type Trade } from '@tvl/model'
import { sql } from 'kysely'

/** An enquiry as it is kept. */
export interface KeptEnquiry {
  id: string
  n: string
  reference: string
  at: Date
  revision: number
  language: Language
  name: string
  company: string | null
  email: string
  message: string
  need: string | null
  sites: string[]
  trade: Trade | null
  seats: number | null
  askedRegion: string | null
  shareId: string | null
  consentAt: Date
  consentText: string
  owner: string
  regions: string[]
  routing: EnquiryRouting
  status: EnquiryStatus
  closedReason: EnquiryClosing | null
  dueAt: Date
  escalatedAt: Date | null
  firstAnsweredAt: Date | null
  closedAt: Date | null
  keepUntil: Date
  assigneeId: string | null
  assigneeName: string | null
  spamReasons: string[]
}

/** Of `enquiry` as a `KeptEnquiry`, with the name of whom it is assigned to. */
export const ENQUIRY_COLUMNS = sql`enquiry.id, enquiry.n, reference, enquiry.at, revision, enquiry.language,
  enquiry.name, company, enquiry.email, message, need, sites, trade, seats, asked_region as "askedRegion", share_id as "shareId",
  consent_at as "consentAt", consent_text as "consentText", owner, regions, routing, status,
  closed_reason as "closedReason", due_at as "dueAt", escalated_at as "escalatedAt",
  first_answered_at as "firstAnsweredAt", closed_at as "closedAt", keep_until as "keepUntil", assignee as "assigneeId",
  (select auth_user.name from auth_user where auth_user.id = assignee) as "assigneeName",
  spam_reasons as "spamReasons"`

/** Open, and not answered by when it was promised. As `IS_OVERDUE` says in SQL. */
export const isOverdue = ({ status, dueAt, firstAnsweredAt }: KeptEnquiry, now: Date): boolean =>
  isOpenEnquiry(status) && firstAnsweredAt === null && dueAt <= now

export const IS_OPEN = sql`status in ('new', 'acknowledged', 'in-progress')`

export const isOverdueAt = (now: Date) =>
  sql`(${IS_OPEN} and first_answered_at is null and due_at <= ${now}::timestamptz)`

/** As lists show it. */
export function asRow(kept: KeptEnquiry, now: Date): EnquiryRow {
  const { id, reference, revision, language, name, company, status, owner, regions, sites, seats, trade } = kept
  return {
    ...{ id, reference, revision, language, name, company, status, owner, regions, sites, seats, trade },
    at: kept.at.toISOString(),
    dueAt: kept.dueAt.toISOString(),
    escalatedAt: kept.escalatedAt?.toISOString() ?? null,
    firstAnsweredAt: kept.firstAnsweredAt?.toISOString() ?? null,
    isOverdue: isOverdue(kept, now),
    assignee: somebody(kept.assigneeId, kept.assigneeName),
  }
}

export const somebody = (id: string | null, name: string | null) => (id === null || name === null ? null : { id, name })
