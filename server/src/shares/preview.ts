import type { Language } from '@tvl/model'
import type { Kysely } from 'kysely'
import { freezeById, readFrozen } from '../shortlists/freezes.ts'
import type { Database } from '../storage/database.ts'
import type { Share } from './store.ts'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)

const UNTITLED: Readonly<Record<Language, string>> = {
  fr: 'Sélection de sites',
  ar: 'قائمة مواقع',
  en: 'Shortlist of sites',
}
const ILLUSTRATIVE: Readonly<Record<Language, string>> = {
  fr: 'Inventaire illustratif',
  ar: 'مخزون توضيحي',
  en: 'Illustrative inventory',
}

/**
 * What the page of a public link says of itself where the link is shown elsewhere: title, in whose name, picture. Empty
 * for every other link, and for one with a passphrase: nothing of it is shown before it is opened.
 */
export async function previewHead(db: Kysely<Database>, share: Share, pictureUrl: string): Promise<string> {
  if (share.kind !== 'public' || share.passphrase !== null || share.freezeId === null) return ''
  const freeze = await freezeById(db, share.freezeId)
  if (!freeze) return ''
  const { language } = share
  const { shortlist, organisation, catalogue } = (await readFrozen(db, freeze.hash)).frozen
  const name = organisation && { fr: organisation.nameFr, ar: organisation.nameAr, en: organisation.nameEn }[language]
  const about = [name, catalogue.kind === 'demo' ? ILLUSTRATIVE[language] : null].filter((one) => one !== null)
  const tags = {
    'og:type': 'article',
    'og:site_name': 'Tech Valley Locator',
    'og:title': shortlist.title || UNTITLED[language],
    'og:description': about.join(' · '),
    'og:image': pictureUrl,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:locale': language,
  }
  const metas = Object.entries(tags).map(
    ([property, content]) => `<meta property="${property}" content="${escaped(content)}">`,
  )
  return [...metas, '<meta name="twitter:card" content="summary_large_image">'].join('')
}
