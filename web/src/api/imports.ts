import { queryOptions } from '@tanstack/react-query'
import type { BulkCollection, BulkFault, Language, SheetMapping } from '@tvl/model'
import { ApiError, fetchJson, problemOf } from './fetch-json.ts'
import { sendJson } from './send-json.ts'

export const ROW_STATES = ['error', 'changed', 'new', 'same', 'left-out'] as const
export type RowState = (typeof ROW_STATES)[number]

export interface ImportEdit {
  sheet: number
  row: number
  column: number
  value: string | null
}

/** What a person decides about a file. */
export interface ImportChoices {
  sheets: SheetMapping[]
  decimal: ',' | '.'
  blanks: 'keep' | 'unknown'
  edits: ImportEdit[]
  confirm: string[]
  leaveOutErrors: boolean
  removeMissing: boolean
}

/** A file beside the catalogue. */
export interface ImportFile {
  id: string
  fileName: string
  fileType: 'xlsx' | 'csv' | 'geojson'
  fileBytes: number
  expiresAt: string
  appliedAt: string | null
  revision: number
  sheets: {
    name: string | null
    isHidden: boolean
    rows: number
    heads: string[]
    samples: string[][]
    top: string[]
  }[]
  choices: ImportChoices
  counts: Record<RowState | 'missing' | 'removed', number>
  /** records that applying changes */
  writes: number
}

export interface ImportRow {
  sheet: number
  /** from 0 */
  row: number
  collection: BulkCollection
  id: string | null
  name: string
  state: RowState
  changes: { field: string; before: unknown; after: unknown }[]
  faults: BulkFault[]
  cells: { column: number; field: string; text: string }[]
}

export interface MissingRecord {
  collection: BulkCollection
  id: string
  name: string
  faults: BulkFault[]
}

export interface ImportRows {
  total: number
  rows: ImportRow[]
  missing: MissingRecord[]
}

export interface AppliedImport {
  commit: string
  at: string
  fileName: string | null
  changes: number
  undoneAt: string | null
}

const pathOf = (id: string) => `/api/imports/${encodeURIComponent(id)}`

/** Files that wait to be applied, and imports of the last thirty days. */
export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) =>
    fetchJson<{
      open: Pick<ImportFile, 'id' | 'fileName' | 'expiresAt'>[]
      applied: AppliedImport[]
    }>('/api/imports', signal),
})

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => fetchJson<ImportFile>(pathOf(id), signal),
    retry: false,
  })

/** The first `limit` rows of a preview that are in one state. */
export const importRowsQuery = ({ id, revision }: ImportFile, state: RowState | 'missing', limit: number) =>
  queryOptions({
    queryKey: ['import', id, 'rows', revision, state, limit],
    queryFn: ({ signal }) => fetchJson<ImportRows>(`${pathOf(id)}/rows?state=${state}&limit=${limit}`, signal),
    placeholderData: (before: ImportRows | undefined, query) =>
      query?.queryKey[3] === revision && query.queryKey[4] === state ? before : undefined,
  })

/** Sends a file to be read and compared. Nothing of the catalogue is written. @throws ApiError */
export async function sendFile(file: Blob, name: string, language: Language): Promise<ImportFile> {
  let response: Response
  try {
    response = await fetch(`/api/imports?${new URLSearchParams({ name, lang: language })}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
  } catch {
    throw new ApiError(0, 'offline')
  }
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as ImportFile
}

/** Decides about a file, and compares it anew with the catalogue as it is now. @throws ApiError */
export const decideImport = ({ id, revision }: ImportFile, choices: Partial<ImportChoices>) =>
  sendJson<ImportFile>('PATCH', pathOf(id), { revision, ...choices })

/** Applies a file as it was shown, all or nothing; sent again, it is the same commit. @throws ApiError */
export const applyImport = ({ id, revision }: ImportFile) =>
  sendJson<{ commit: string | null; version: number; changes: number }>('POST', `${pathOf(id)}/apply`, { revision })

export const dropImport = (id: string) => sendJson<null>('DELETE', pathOf(id))

/** Where the file is read again with a note beside each row. */
export const annotatedPath = (id: string, language: Language) => `${pathOf(id)}/annotated?lang=${language}`

export const templatePath = (type: 'xlsx' | 'csv', language: Language) =>
  `/api/imports/template.${type}?lang=${language}`

export const exportPath = (
  collection: BulkCollection,
  type: ImportFile['fileType'],
  zoneId: string | null,
  language: Language,
) => `/api/exports/${collection}.${type}?${new URLSearchParams({ ...(zoneId ? { zoneId } : {}), lang: language })}`
