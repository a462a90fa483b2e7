import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { AlertThreshold, FieldEdit, SiteAlert } from '@tvl/model'
import { fetchJson } from './fetch-json.ts'
import { sendJson } from './send-json.ts'

/** What one commit did to the sites of a frozen shortlist. */
export interface Alert {
  seq: number
  freezeId: string
  shortlistId: string
  title: string
  commit: string
  /** Of the catalogue. */
  version: number
  /** ISO instants. */
  at: string
  foundAt: string
  role: string
  organisationId: string | null
  sites: SiteAlert[]
  edits: FieldEdit[]
  moreEdits: number
}

interface AlertsPage {
  alerts: Alert[]
  checkedAt: string
  next: number | null
}

export interface AlertSettings extends AlertThreshold {
  isMailed: boolean
}

const ALERTS_KEY = ['alerts'] as const

/** From one’s own threshold on, the newest first. */
export const alertsQuery = infiniteQueryOptions({
  queryKey: [...ALERTS_KEY, 'list'],
  queryFn: ({ pageParam, signal }) =>
    fetchJson<AlertsPage>(pageParam === null ? '/api/alerts' : `/api/alerts?before=${pageParam}`, signal),
  initialPageParam: null as number | null,
  getNextPageParam: ({ next }) => next,
})

export const alertSettingsQuery = queryOptions({
  queryKey: [...ALERTS_KEY, 'settings'],
  queryFn: ({ signal }) => fetchJson<AlertSettings & { hasFeed: boolean }>('/api/alerts/settings', signal),
})

export const setAlertSettings = (settings: AlertSettings) =>
  sendJson<AlertSettings & { hasFeed: boolean }>('PUT', '/api/alerts/settings', settings)

export const makeAlertFeed = () => sendJson<{ token: string }>('POST', '/api/alerts/feed')

export const endAlertFeed = () => sendJson<null>('DELETE', '/api/alerts/feed')
