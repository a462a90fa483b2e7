import type { EnquiryClosing, EnquirySizeBand, EnquiryStatus } from '../../schema/enquiry.ts'

/** In the order of the work; repeated so that the page does not load the schema library. */
export const ENQUIRY_STEPS = [
  'new',
  'acknowledged',
  'in-progress',
  'answered',
  'closed',
  'spam',
] as const satisfies readonly EnquiryStatus[]
export const ENQUIRY_CLOSINGS = [
  'placed',
  'elsewhere',
  'no-fit',
  'no-reply',
  'duplicate',
  'other',
] as const satisfies readonly EnquiryClosing[]

const NEXT: Readonly<Record<EnquiryStatus, readonly EnquiryStatus[]>> = {
  new: ['acknowledged', 'in-progress', 'answered', 'closed', 'spam'],
  acknowledged: ['in-progress', 'answered', 'closed', 'spam'],
  'in-progress': ['answered', 'closed', 'spam'],
  answered: ['in-progress', 'closed'],
  closed: ['in-progress'],
  // “Not spam”: it begins anew, with the clock of the day it came.
  spam: ['new'],
}

/** What an enquiry may become next. */
export const nextSteps = (status: EnquiryStatus): readonly EnquiryStatus[] => NEXT[status]

/** Whether somebody still has to answer. */
export const isOpenEnquiry = (status: EnquiryStatus): boolean =>
  status === 'new' || status === 'acknowledged' || status === 'in-progress'

const BANDS = [
  [500, '500+'],
  [200, '200-499'],
  [50, '50-199'],
  [1, '1-49'],
] as const satisfies readonly (readonly [number, EnquirySizeBand])[]

/** The size as statistics keep it: a band says less of one project than its number. */
export const sizeBandOf = (seats: number | null): EnquirySizeBand =>
  BANDS.find(([least]) => (seats ?? 0) >= least)?.[1] ?? 'unknown'
