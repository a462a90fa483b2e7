import { queryOptions } from '@tanstack/react-query'
import type { EnquiryBody, EnquiryNotice, EnquiryReceipt, EnquiryTicket } from '@tvl/model'
import { fetchJson } from './fetch-json.ts'
import { sendJson } from './send-json.ts'

/** What law 09-08 asks to be said before anything is sent. */
export const enquiryNoticeQuery = queryOptions({
  queryKey: ['enquiry-notice'],
  queryFn: ({ signal }) => fetchJson<EnquiryNotice>('/api/enquiries/notice', signal),
})

/** Each sends one enquiry; asked for when a form is opened, never kept. */
export const takeTicket = (signal: AbortSignal) => fetchJson<EnquiryTicket>('/api/enquiries/ticket', signal)

/**
 * Sends a question; the same `id` again is kept once.
 * @throws ApiError `enquiry.ticket`, `enquiry.notice`, `enquiry.taken`, `rate.exceeded`, `offline`
 */
export const sendEnquiry = (body: EnquiryBody) => sendJson<EnquiryReceipt>('POST', '/api/enquiries', body)
