import type { Language } from '@tvl/model'
import { LANGUAGES } from '@tvl/model/schema'
import { address } from '../links.ts'
import type { Query } from '../parameters/query-string.ts'
import { PAGE_WORDS } from '../words/page-words.ts'
import { type Html, html, type Part } from './html.ts'

/** Where a page stands: what its frame and its links need. */
export interface PageContext {
  readonly language: Language
  /** Path of the resource, e.g. /ogc/collections/zones */
  readonly path: string
  readonly query: Query
}

export interface Step {
  readonly title: string
  readonly path: string
}

const LANGUAGE_NAMES: Record<Language, string> = { fr: 'Français', ar: 'العربية', en: 'English' }

/** An address on this service that keeps the language that the reader chose. */
export function href({ query }: PageContext, path: string, params: Record<string, string> = {}): string {
  const lang = query.get('lang')
  return address('', path, undefined, lang === undefined ? params : { ...params, lang })
}

/** The whole page: no script, no inline style, nothing from elsewhere. */
export function page(
  context: PageContext,
  about: { title: string; here?: string; steps?: readonly Step[]; formats: readonly { name: string; href: string }[] },
  main: Part,
): Html {
  const { language, path, query } = context
  const words = PAGE_WORDS[language]
  const steps = [{ title: words.api, path: '/ogc' }, ...(about.steps ?? [])]
  return html`<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${about.title} – ${words.product}</title>
<link rel="stylesheet" href="/ogc/static/ogc.css">
<link rel="icon" href="/ogc/static/mark.svg" type="image/svg+xml">
${LANGUAGES.map((other) => html`<link rel="alternate" hreflang="${other}" href="${address('', path, query, { lang: other })}">`)}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="head">
<a class="brand" href="${href(context, '/')}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 5h14v14H5z"/><path d="M12 2.1 21.9 12 12 21.9 2.1 12z"/></svg><span lang="en">${words.product}</span></a>
<nav class="nav" aria-label="${words.product}"><a href="${href(context, '/')}">${words.explore}</a><a href="${href(context, '/ogc')}"${path === '/ogc' && html` aria-current="page"`}>${words.api}</a><a href="/api/docs">${words.docs}</a></nav>
<nav class="langs" aria-label="${words.languages}">${LANGUAGES.map(
    (other) =>
      html`<a href="${address('', path, query, { lang: other })}" lang="${other}" hreflang="${other}"${other === language && html` aria-current="true"`}>${LANGUAGE_NAMES[other]}</a>`,
  )}</nav>
</header>
<main id="main">
${
  path !== '/ogc' &&
  html`<nav class="path" aria-label="${words.path}"><ol>${steps.map((step) => html`<li><a href="${href(context, step.path)}">${step.title}</a></li>`)}<li aria-current="page">${about.here ?? about.title}</li></ol></nav>`
}
<h1>${about.title}</h1>
${main}
</main>
<footer class="foot">
${about.formats.length > 0 && html`<p>${words.formats}: ${about.formats.map((format) => html`<a class="link" href="${format.href}" lang="en">${format.name}</a> `)}</p>`}
<p>${words.attribution}</p>
</footer>
</body>
</html>
`
}
