import { queryOptions } from '@tanstack/react-query'
import type { BrandAnswer, BrandBody } from '@tvl/model'
import { ApiError, fetchJson, problemOf } from './fetch-json.ts'

/** How the organisation of who is signed in appears on what it issues. */
export const brandQuery = queryOptions({
  queryKey: ['brand'],
  queryFn: ({ signal }) => fetchJson<BrandAnswer>('/api/brand', signal),
  // What somebody else set meanwhile is told when one’s own is sent, not while one types.
  refetchOnWindowFocus: false,
})

export const markHref = (id: string): string => `/api/marks/${id}.png`

/** @throws ApiError `brand.changed` with `current` and `sent`, `brand.contrast`, `brand.invalid` */
export const setBrand = (revision: number, body: BrandBody) =>
  write('PUT', '/api/brand', revision, JSON.stringify(body), 'application/json')

/** Sends a picture or drawing as it is; what is kept of it is a PNG. @throws ApiError `mark.…`, `picture.…` */
export const setMark = (revision: number, file: Blob) => write('PUT', '/api/brand/mark', revision, file, file.type)

export const removeMark = (revision: number) => write('DELETE', '/api/brand/mark', revision)

async function write(
  method: string,
  path: string,
  revision: number,
  body?: BodyInit,
  type?: string,
): Promise<BrandAnswer> {
  const headers = { 'if-match': `"${revision}"`, ...(type ? { 'content-type': type } : {}) }
  let response: Response
  try {
    response = await fetch(path, { method, headers, ...(body === undefined ? {} : { body }) })
  } catch {
    throw new ApiError(0, 'offline')
  }
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as BrandAnswer
}
