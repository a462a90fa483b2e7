import type { Language } from '@tvl/model'
import type account from './fr/account.json'
import type alerts from './fr/alerts.json'
import type brand from './fr/brand.json'
import type common from './fr/common.json'
import type compare from './fr/compare.json'
import type consoleWords from './fr/console.json'
import type data from './fr/data.json'
import type demand from './fr/demand.json'
import type dossier from './fr/dossier.json'
import type enquiries from './fr/enquiries.json'
import type enquiry from './fr/enquiry.json'
import type explore from './fr/explore.json'
import type freshness from './fr/freshness.json'
import type grid from './fr/grid.json'
import type help from './fr/help.json'
import type history from './fr/history.json'
import type importWords from './fr/import.json'
import type manage from './fr/manage.json'
import type map from './fr/map.json'
import type need from './fr/need.json'
import type people from './fr/people.json'
import type provenance from './fr/provenance.json'
import type requests from './fr/requests.json'
import type share from './fr/share.json'
import type shortlist from './fr/shortlist.json'
import type visits from './fr/visits.json'
import type zone from './fr/zone.json'

/** The French files name the keys; a test holds the other two languages to them. */
export interface Messages {
  common: typeof common
  need: typeof need
  explore: typeof explore
  provenance: typeof provenance
  share: typeof share
  shortlist: typeof shortlist
  map: typeof map
  zone: typeof zone
  compare: typeof compare
  console: typeof consoleWords
  data: typeof data
  grid: typeof grid
  demand: typeof demand
  enquiries: typeof enquiries
  enquiry: typeof enquiry
  dossier: typeof dossier
  history: typeof history
  import: typeof importWords
  manage: typeof manage
  freshness: typeof freshness
  help: typeof help
  account: typeof account
  alerts: typeof alerts
  visits: typeof visits
  people: typeof people
  brand: typeof brand
  requests: typeof requests
}
export type Namespace = keyof Messages

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages
    Locale: Language
  }
}
