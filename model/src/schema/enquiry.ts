import { type Static, Type } from 'typebox'
import { IsoDate, Known, LANGUAGES, RegionId, Slug } from './common.ts'
import { TRADES } from './reference.ts'

export const ENQUIRY_STATUSES = ['new', 'acknowledged', 'in-progress', 'answered', 'closed', 'spam'] as const
export type EnquiryStatus = (typeof ENQUIRY_STATUSES)[number]

/** How an enquiry ended. */
export const ENQUIRY_REASONS = ['placed', 'elsewhere', 'no-fit', 'no-reply', 'duplicate', 'other'] as const
export type EnquiryClosing = (typeof ENQUIRY_REASONS)[number]

export type EnquirySizeBand = 'unknown' | '1-49' | '50-199' | '200-499' | '500+'

const Uuid = Type.String({ format: 'uuid' })
const Instant = Type.String({ description: 'ISO instant' })
const Named = Type.Object({ fr: Type.String(), ar: Type.String(), en: Type.String() })
const Email = Type.String({
  minLength: 6,
  maxLength: 254,
  pattern: '^[^\\s@<>,;"]+@[^\\s@<>,;"]+\\.[^\\s@<>,;".]{2,}$',
})
const Line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
const Seats = Type.Integer({ minimum: 1, maximum: 65_535 })
const Sites = Type.Array(Slug, { maxItems: 12, uniqueItems: true })

/** A question of an investor: the least that is needed to answer, and what the page knew of what was looked for. */
export const EnquiryBody = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'made by the sender: sent twice, it is kept once' }),
    language: Type.Enum(LANGUAGES),
    name: Line(120),
    email: Email,
    message: Line(6000),
    consent: Type.Literal(true, { description: 'given by the person, after reading the notice' }),
    notice: Type.String({ minLength: 1, maxLength: 40, description: '`version` of the notice that was shown' }),
    company: Type.Optional(Line(160)),
    seats: Type.Optional(Seats),
    trade: Type.Optional(Type.Enum(TRADES)),
    region: Type.Optional(RegionId),
    sites: Type.Optional(Sites),
    need: Type.Optional(Type.String({ maxLength: 2000, description: 'as in an address of the search' })),
    share: Type.Optional(
      Type.String({
        maxLength: 120,
        pattern: '^[\\w-]+$',
        description: 'token of the link it was sent from; not kept',
      }),
    ),
    ticket: Type.String({ minLength: 1, maxLength: 200, description: 'of this form: `getEnquiryTicket`' }),
    work: Type.Optional(Type.Integer({ minimum: 0, description: 'see `getEnquiryTicket`' })),
    website: Type.Optional(Type.String({ maxLength: 500, description: 'left empty by people' })),
  },
  { additionalProperties: false },
)
export type EnquiryBody = Static<typeof EnquiryBody>

export const EnquiryTicket = Type.Object({
  ticket: Type.String(),
  bits: Type.Integer({ description: 'leading zero bits wanted of SHA-256 of `<ticket>.<work>`' }),
})
export type EnquiryTicket = Static<typeof EnquiryTicket>

/** What law 09-08 asks to be said before personal data are taken. What the operator has not given is null. */
export const EnquiryNotice = Type.Object({
  version: Type.String({ description: 'of all that is below, and of the words' }),
  controller: Known(Type.String({ description: 'who is responsible' })),
  contact: Known(Type.String({ description: 'where the rights are exercised' })),
  cndpReference: Known(Type.String()),
  retentionMonths: Type.Integer({ description: 'after the last that was done with it' }),
  spamDays: Type.Integer({ description: 'how long what looks like spam is kept' }),
  answerHours: Type.Integer({ description: 'within which there is an answer, nights and weekends counted' }),
  demoHours: Known(Type.Integer({ description: 'in a demonstration: everything is erased after this' })),
})
export type EnquiryNotice = Static<typeof EnquiryNotice>

/** Why an enquiry went where it went. */
export const EnquiryRouting = Type.Object({
  rule: Type.Enum(['link', 'site-region', 'asked-region', 'large', 'several-regions', 'trade', 'no-region']),
  least: Known(Type.Integer({ description: 'of the rule `large`: seats from which it holds' })),
  owner: Type.String({ description: 'organisation that answers' }),
  named: Type.Array(Type.String(), { description: 'organisations that are told too' }),
  regions: Type.Array(RegionId),
  seats: Known(Seats),
  trade: Known(Type.Enum(TRADES)),
})
export type EnquiryRouting = Static<typeof EnquiryRouting>

export const EnquiryReceipt = Type.Object({
  reference: Type.String(),
  at: Instant,
  dueAt: Instant,
  owner: Named,
})
export type EnquiryReceipt = Static<typeof EnquiryReceipt>

const Somebody = Type.Object({ id: Type.String(), name: Type.String() })

const ROW = {
  id: Uuid,
  reference: Type.String(),
  revision: Type.Integer(),
  at: Instant,
  language: Type.Enum(LANGUAGES),
  name: Type.String(),
  company: Known(Type.String()),
  status: Type.Enum(ENQUIRY_STATUSES),
  dueAt: Instant,
  escalatedAt: Known(Instant),
  firstAnsweredAt: Known(Instant),
  isOverdue: Type.Boolean({ description: 'open, and not answered in time' }),
  owner: Type.String(),
  regions: Type.Array(RegionId),
  sites: Type.Array(Slug),
  seats: Known(Seats),
  trade: Known(Type.Enum(TRADES)),
  assignee: Known(Somebody),
}

export const EnquiryRow = Type.Object(ROW)
export type EnquiryRow = Static<typeof EnquiryRow>

export const ENQUIRY_SHOWS = ['open', 'overdue', 'mine', 'done', 'all', 'spam'] as const
export type EnquiryShow = (typeof ENQUIRY_SHOWS)[number]

export const EnquiriesAnswer = Type.Object({
  now: Instant,
  counts: Type.Object(Object.fromEntries(ENQUIRY_SHOWS.map((show) => [show, Type.Integer()])) as Counts),
  enquiries: Type.Array(EnquiryRow),
  next: Known(Type.String({ description: '`after` of the next page' })),
})
type Counts = Record<EnquiryShow, ReturnType<typeof Type.Integer>>
export type EnquiriesAnswer = Static<typeof EnquiriesAnswer>

export const EnquiryEvent = Type.Object({
  id: Uuid,
  at: Instant,
  actor: Known(Somebody),
  kind: Type.Enum(['received', 'status', 'assigned', 'note', 'escalated']),
  text: Known(Type.String()),
  status: Known(Type.Enum(ENQUIRY_STATUSES)),
  reason: Known(Type.Enum(ENQUIRY_REASONS)),
  assignee: Known(Somebody),
})
export type EnquiryEvent = Static<typeof EnquiryEvent>

/** The link of one’s own that an enquiry was sent from. */
const EnquiryLink = Type.Object({
  id: Uuid,
  shortlistId: Uuid,
  title: Type.String({ description: 'of the shortlist as it was frozen' }),
  recipient: Known(Type.String()),
})
export type EnquiryLink = Static<typeof EnquiryLink>

/** One enquiry with all that is known of it. */
export const Enquiry = Type.Object({
  ...ROW,
  now: Type.String({ description: 'ISO instant of this answer' }),
  email: Type.String(),
  message: Type.String(),
  need: Known(Type.String()),
  share: Known(EnquiryLink),
  askedRegion: Known(RegionId),
  consentAt: Instant,
  consentText: Type.String(),
  routing: EnquiryRouting,
  closedReason: Known(Type.Enum(ENQUIRY_REASONS)),
  closedAt: Known(Instant),
  keepUntil: Instant,
  spamReasons: Type.Array(Type.String(), { description: 'what looked like spam' }),
  events: Type.Array(EnquiryEvent),
  officers: Type.Array(Somebody, { description: 'to whom it can be assigned' }),
})
export type Enquiry = Static<typeof Enquiry>

/** A step of the work. What is left out stays as it is. */
export const EnquiryChange = Type.Object(
  {
    revision: Type.Integer({ minimum: 1, description: 'the state that was looked at' }),
    status: Type.Optional(Type.Enum(ENQUIRY_STATUSES)),
    reason: Type.Optional(Type.Enum(ENQUIRY_REASONS, { description: 'of closing; needed for it' })),
    assignee: Type.Optional(Known(Uuid)),
  },
  { additionalProperties: false },
)
export type EnquiryChange = Static<typeof EnquiryChange>

export const EnquiryNoteBody = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'made by the sender: sent twice, it is kept once' }),
    text: Line(4000),
  },
  { additionalProperties: false },
)
export type EnquiryNoteBody = Static<typeof EnquiryNoteBody>

const SUMS = {
  received: Type.Integer({ description: 'without spam' }),
  open: Type.Integer(),
  answered: Type.Integer(),
  closed: Type.Integer(),
  spam: Type.Integer(),
  medianHours: Known(Type.Number({ description: 'from receipt to the first answer' })),
  p90Hours: Known(Type.Number()),
  withinPct: Known(Type.Number({ description: '% in time, of those answered or overdue' })),
}
export const EnquiryReport = Type.Object({
  from: Type.String({ ...IsoDate, description: 'Monday of the first week' }),
  to: Type.String({ ...IsoDate, description: 'Monday of the last week' }),
  ...SUMS,
  weeks: Type.Array(Type.Object({ week: IsoDate, ...SUMS })),
})
export type EnquiryReport = Static<typeof EnquiryReport>

export const EnquiryPersonBody = Type.Object({ email: Email }, { additionalProperties: false })

const ELSEWHERE = Type.Integer({ description: 'enquiries of the person beyond the caller’s territory' })
/** All that is kept of a person who asked, in a form that can be given to them. */
export const EnquiryPersonExport = Type.Object({
  email: Type.String(),
  madeAt: Instant,
  elsewhere: ELSEWHERE,
  enquiries: Type.Array(Enquiry),
})
export type EnquiryPersonExport = Static<typeof EnquiryPersonExport>

export const EnquiryErasure = Type.Object({ erased: Type.Integer(), elsewhere: ELSEWHERE })
export type EnquiryErasure = Static<typeof EnquiryErasure>
