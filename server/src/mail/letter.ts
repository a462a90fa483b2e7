import type { Language } from '@tvl/model'

/** A mail as it is written: paragraphs, and at most one thing to do. */
export interface Letter {
  language: Language
  subject: string
  paragraphs: readonly string[]
  link?: { url: string; label: string }
  /** Stops letters of this kind: shown last, and told to mail programs, which have a button for it (RFC 8058). */
  stop?: { url: string; label: string }
}

export interface Mail {
  to: string
  subject: string
  text: string
  html: string
  headers?: Readonly<Record<string, string>>
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const asHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)

const asText = (link: Letter['link']): string[] => (link ? [`${link.label}\n${link.url}`] : [])

const unsubscribe = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

/** The letter as plain text and as HTML without pictures, style sheets or anything to fetch. */
export function mailOf(to: string, { language, subject, paragraphs, link, stop }: Letter): Mail {
  const direction = language === 'ar' ? 'rtl' : 'ltr'
  const [anchor, stopAnchor] = [link, stop].map((one) =>
    one ? `<p><a href="${asHtml(one.url)}">${asHtml(one.label)}</a></p>` : '',
  )
  const lines = (paragraph: string) => asHtml(paragraph).replaceAll('\n', '<br>')
  const body = [...paragraphs.map((paragraph) => `<p>${lines(paragraph)}</p>`), anchor].join('\n')
  return {
    to,
    subject,
    text: [...paragraphs, ...asText(link), 'Tech Valley Locator', ...asText(stop)].join('\n\n'),
    html: `<!doctype html><html lang="${language}" dir="${direction}"><meta charset="utf-8"><body>\n${body}\n<p>Tech Valley Locator</p>\n${stopAnchor}</body></html>`,
    ...(stop ? { headers: unsubscribe(stop.url) } : {}),
  }
}
