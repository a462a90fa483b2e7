import { createHash } from 'node:crypto'
import type { Language } from '@tvl/model'
import { Feed } from 'feed'
import { WORDS } from '../dossier/words/in-language.ts'
import type { Alert } from './store.ts'
import { editSentence, siteSentence } from './words.ts'

const TITLES: Readonly<Record<Language, { feed: string; untitled: string }>> = {
  fr: { feed: 'Alertes : Tech Valley Locator', untitled: 'Sélection sans titre' },
  ar: { feed: 'تنبيهات: Tech Valley Locator', untitled: 'قائمة بلا عنوان' },
  en: { feed: 'Alerts: Tech Valley Locator', untitled: 'Untitled shortlist' },
}

export const untitledIn = (language: Language): string => TITLES[language].untitled

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** The library takes texts for HTML; and XML has no control characters. */
const asHtml = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cn}\p{Cs}]+/gu, ' ').replace(/[&<>]/g, (one) => ESCAPES[one] ?? one)

/** The same alert has the same id in every feed and after every recomputation. */
function idOf({ freezeId, commit }: Alert): string {
  const hex = createHash('sha256').update(`${freezeId} ${commit}`).digest('hex')
  // A UUID of one’s own making (RFC 9562, version 8).
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export interface FeedAbout {
  language: Language
  /** Tells this feed from others. */
  id: string
  /** Page that people read it on. */
  page: string
  /** Of the feed itself. */
  self: string
  /** Offices and buildings are invented: every entry says so. */
  isIllustrative: boolean
  /** Until when the record was looked through. */
  checkedAt: Date
}

/** Alerts as an Atom feed (RFC 4287), the newest first. */
export function atomOf(
  alerts: readonly Alert[],
  { language, id, page, self, checkedAt, isIllustrative }: FeedAbout,
): string {
  const words = TITLES[language]
  const mark = isIllustrative ? [WORDS[language].illustrative] : []
  const feed = new Feed({
    id,
    title: words.feed,
    link: page,
    feedLinks: { atom: self },
    updated: alerts[0] ? new Date(alerts[0].foundAt) : checkedAt,
    author: { name: 'Tech Valley Locator' },
    generator: 'Tech Valley Locator',
    copyright: '',
  })
  for (const alert of alerts) {
    const sites = alert.sites.map((site) => siteSentence(language, site))
    const edits = alert.edits.flatMap((edit) => editSentence(language, edit) ?? [])
    feed.addItem({
      id: idOf(alert),
      title: asHtml(`${alert.title || words.untitled} – ${sites[0]}`),
      link: page,
      date: new Date(alert.at),
      published: new Date(alert.at),
      content: [...sites, ...edits, ...mark].map((line) => `<p>${asHtml(line)}</p>`).join('\n'),
    })
  }
  // The library has no word for the language.
  return feed.atom1().replace('<feed xmlns=', `<feed xml:lang="${language}" xmlns=`)
}
