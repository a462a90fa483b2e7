import type { EnquiryShow } from '@tvl/model'

/** The lists in the order of their choice; the first is the one without a word in the address. */
export const SHOWS = ['open', 'overdue', 'mine', 'done', 'all', 'spam'] as const satisfies readonly EnquiryShow[]

export const showOf = (text: string | undefined): EnquiryShow => SHOWS.find((show) => show === text) ?? 'open'
