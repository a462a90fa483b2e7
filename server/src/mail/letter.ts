import type { Language } from '@tvl/model'

/** A mail as it is written: paragraphs, and at most one thing to do. */
export interface Letter {
  language: Language
  subject: string
  paragraphs: readonly string[]
  link?: { url: string; label: string }
}

export interface Mail {
  to: string
  subject: string
  text: string
  html: string
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const asHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)

/** The letter as plain text and as HTML without pictures, style sheets or anything to fetch. */
export function mailOf(to: string, { language, subject, paragraphs, link }: Letter): Mail {
  const direction = language === 'ar' ? 'rtl' : 'ltr'
  const anchor = link && `<p><a href="${asHtml(link.url)}">${asHtml(link.label)}</a></p>`
  const body = [...paragraphs.map((paragraph) => `<p>${asHtml(paragraph)}</p>`), anchor ?? ''].join('\n')
  return {
    to,
    subject,
    text: [...paragraphs, ...(link ? [`${link.label}\n${link.url}`] : []), 'Tech Valley Locator'].join('\n\n'),
    html: `<!doctype html><html lang="${language}" dir="${direction}"><meta charset="utf-8"><body>\n${body}\n<p>Tech Valley Locator</p>\n</body></html>`,
  }
}
