import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  EnquiriesAnswer,
  Enquiry,
  EnquiryChange,
  EnquiryErasure,
  EnquiryPersonExport,
  EnquiryReport,
  EnquiryShow,
} from '@tvl/model'
import { fetchJson } from './fetch-json.ts'
import { sendJson } from './send-json.ts'

export const ENQUIRIES_KEY = ['enquiries'] as const

/** Enquiries of the caller’s territory, a page at a time. Read anew every minute: their clocks run. */
export const enquiriesQuery = (show: EnquiryShow) =>
  infiniteQueryOptions({
    queryKey: [...ENQUIRIES_KEY, 'list', show],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({ show, ...(pageParam === null ? {} : { after: pageParam }) })
      return fetchJson<EnquiriesAnswer>(`/api/enquiries?${query}`, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
    refetchInterval: 60_000,
  })

export const enquiryQuery = (id: string) =>
  queryOptions({
    queryKey: [...ENQUIRIES_KEY, 'one', id],
    queryFn: ({ signal }) => fetchJson<Enquiry>(pathOf(id), signal),
    staleTime: 0,
    refetchInterval: 60_000,
  })

/** ISO days; null: as the server chooses. */
export const enquiryReportQuery = (from: string | null, to: string | null) =>
  queryOptions({
    queryKey: [...ENQUIRIES_KEY, 'report', from, to],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) })
      return fetchJson<EnquiryReport>(`/api/enquiries/report?${query}`, signal)
    },
    staleTime: 0,
  })

const pathOf = (id: string) => `/api/enquiries/${encodeURIComponent(id)}`

/** @throws ApiError `enquiry.changed` with the state as it is now in `problem.current` */
export const changeEnquiry = (id: string, change: EnquiryChange) => sendJson<Enquiry>('PATCH', pathOf(id), change)

export const addEnquiryNote = (id: string, note: { id: string; text: string }) =>
  sendJson<Enquiry>('POST', `${pathOf(id)}/notes`, note)

export const exportEnquirer = (email: string) =>
  sendJson<EnquiryPersonExport>('POST', '/api/enquiries/export', { email })

export const eraseEnquirer = (email: string) => sendJson<EnquiryErasure>('POST', '/api/enquiries/erase', { email })
