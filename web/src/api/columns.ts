import { queryOptions } from '@tanstack/react-query'
import { decodeColumns } from '@tvl/model'
import { fetchBytes } from './fetch-json.ts'
import { OFFICE_COLUMNS_PATH } from './paths.ts'

/** Every office as typed columns: what the page filters. The bytes are the cache's; nothing is copied. */
export const officeColumnsQuery = queryOptions({
  queryKey: ['columns', 'offices'],
  queryFn: async ({ signal }) => decodeColumns(await fetchBytes(OFFICE_COLUMNS_PATH, signal)),
  // Typed arrays have no structure worth sharing between two versions.
  structuralSharing: false,
})
