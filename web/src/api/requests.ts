import { queryOptions } from '@tanstack/react-query'
import type { AnswerState, Grade, Language, RfiCoverage } from '@tvl/model'
import { ApiError, fetchJson, problemOf } from './fetch-json.ts'
import { sendJson } from './send-json.ts'

/** A questionnaire that the organisation keeps. */
export interface RequestHead {
  id: string
  organisationId: string
  fileName: string
  language: Language
  zoneIds: string[]
  enquiryId: string | null
  createdAt: string
  expiresAt: string
  revision: number
}

/** Something that is missing, asked of somebody by a day. */
export interface RequestGap {
  id: string
  cell: string
  ownerOrganisationId: string | null
  ownerPersonId: string | null
  dueOn: string
  answer: string | number | null
  answeredOn: string | null
  answeredByRole: string | null
}

/** One cell that the workbook asks to be filled. */
export interface RequestItem {
  /** `0!C5`: number of the sheet from 0, and the cell. */
  id: string
  /** Cell of the question: choices are made for it, whatever the site. */
  question: string
  sheet: number
  sheetName: string
  reference: string
  label: string
  zoneId: string
  field: string | null
  confidence: number
  isChosen: boolean
  state: AnswerState
  value: string | number | null
  unit: string | null
  grade: Grade | null
  asOf: string | null
  sources: string[]
  rate: { currency: string; madPerUnit: string; asOf: string | null } | null
  reason: 'unit' | 'rate' | null
  choices: { field: string; confidence: number }[]
  gap: RequestGap | null
}

export interface RequestOwner {
  kind: 'organisation' | 'person'
  id: string
  name: Record<Language, string>
}

/** A questionnaire with its answers, as the catalogue has them now. */
export interface FilledRequest extends RequestHead {
  version: number
  today: string
  coverage: RfiCoverage
  choices: Record<string, string | null>
  sheets: { name: string; isRtl: boolean }[]
  items: RequestItem[]
  owners: RequestOwner[]
}

const pathOf = (id: string) => `/api/rfi/${encodeURIComponent(id)}`

export const requestsQuery = queryOptions({
  queryKey: ['requests'],
  queryFn: async ({ signal }) => (await fetchJson<{ requests: RequestHead[] }>('/api/rfi', signal)).requests,
})

/** Those that answer an enquiry, with the share that is answered now. */
export const requestsOfEnquiryQuery = (enquiryId: string) =>
  queryOptions({
    queryKey: [...requestsQuery.queryKey, 'of', enquiryId],
    queryFn: async ({ signal }) => {
      const path = `/api/rfi?${new URLSearchParams({ enquiry: enquiryId })}`
      return (await fetchJson<{ requests: (RequestHead & { coveragePct: number })[] }>(path, signal)).requests
    },
    // A gap that a colleague answers moves it.
    staleTime: 0,
  })

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['request', id],
    queryFn: ({ signal }) => fetchJson<FilledRequest>(pathOf(id), signal),
    retry: false,
  })

/** Sends a workbook to be matched with the catalogue, for these sites in this order. @throws ApiError */
export async function sendWorkbook(
  file: Blob,
  {
    name,
    zoneIds,
    language,
    enquiryId,
  }: { name: string; zoneIds: readonly string[]; language: Language; enquiryId: string | null },
): Promise<FilledRequest> {
  const about = { name, zones: zoneIds.join(','), lang: language }
  const query = new URLSearchParams({ ...about, ...(enquiryId === null ? {} : { enquiry: enquiryId }) })
  let response: Response
  try {
    response = await fetch(`/api/rfi?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
  } catch {
    throw new ApiError(0, 'offline')
  }
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as FilledRequest
}

/** All decisions on what questions mean, not only new ones. @throws ApiError `rfi.stale` */
export const decideRequest = (
  { id, revision }: FilledRequest,
  decided: { choices: Record<string, string | null>; language?: Language },
) => sendJson<FilledRequest>('PUT', `${pathOf(id)}/choices`, { revision, ...decided })

export const dropRequest = (id: string) => sendJson<null>('DELETE', pathOf(id))

/** Asks somebody for what a cell needs, by a day. @throws ApiError `rfi.due`, `rfi.owner` */
export const assignGap = (
  { id }: FilledRequest,
  gap: { cell: string; owner: { kind: RequestOwner['kind']; id: string }; dueOn: string },
) => sendJson<FilledRequest>('POST', `${pathOf(id)}/gaps`, gap)

/** Declares what somebody answered, for this workbook alone; null takes it back. */
export const answerGap = ({ id }: FilledRequest, gap: string, value: string | number | null) =>
  sendJson<FilledRequest>('PUT', `${pathOf(id)}/gaps/${encodeURIComponent(gap)}`, { value })

export const dropGap = ({ id }: FilledRequest, gap: string) =>
  sendJson<FilledRequest>('DELETE', `${pathOf(id)}/gaps/${encodeURIComponent(gap)}`)

/** Where the filled workbook is read. */
export const workbookPath = (id: string) => `${pathOf(id)}/workbook`
