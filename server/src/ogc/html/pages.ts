import type { CollectionInfo } from '../collections.ts'
import type { Extent, queryablesDocument } from '../documents.ts'
import { CONFORMANCE } from '../documents.ts'
import { FUNCTION_INFOS } from '../functions.ts'
import { PAGE_WORDS } from '../words/page-words.ts'
import { formatNumber } from './figures.ts'
import { type Html, html } from './html.ts'
import { href, type PageContext, page } from './layout.ts'

const jsonOf = (context: PageContext, name = 'JSON') => [{ name, href: href(context, context.path, { f: 'json' }) }]

export interface CollectionCount {
  readonly info: CollectionInfo
  readonly count: number
}

export function landingPage(context: PageContext, counts: readonly CollectionCount[]): Html {
  const words = PAGE_WORDS[context.language]
  return page(
    context,
    { title: words.landing, formats: jsonOf(context) },
    html`<p class="lead">${words.landingText}</p>
<section><h2>${words.collections}</h2>${collectionsTable(context, counts)}</section>
<section><h2>${words.forPrograms}</h2><ul class="links">
<li><a class="link" href="/api/docs">${words.docs}</a></li>
<li><a class="link" href="/ogc/api?f=json">${words.definition}</a></li>
<li><a class="link" href="${href(context, '/ogc/conformance')}">${words.conformance}</a></li>
<li><a class="link" href="${href(context, '/ogc/functions')}">${words.functions}</a></li>
<li><a class="link" href="/tiles/offices" lang="en">TileJSON</a></li>
</ul></section>`,
  )
}

function collectionsTable(context: PageContext, counts: readonly CollectionCount[]): Html {
  const { language } = context
  const words = PAGE_WORDS[language]
  return html`<div class="scroll" role="region" aria-label="${words.collections}" tabindex="0"><table>
<thead><tr><th scope="col">${words.collection}</th><th scope="col">${words.description}</th><th scope="col" class="end">${words.items}</th></tr></thead>
<tbody>${counts.map(
    ({ info, count }) =>
      html`<tr><th scope="row"><a class="link" href="${href(context, `/ogc/collections/${info.id}`)}">${info.title[language]}</a> <code>${info.id}</code></th><td>${info.description[language]}</td><td class="end"><bdi class="num">${formatNumber(count, language)}</bdi></td></tr>`,
  )}</tbody></table></div>`
}

export function collectionsPage(context: PageContext, counts: readonly CollectionCount[]): Html {
  const words = PAGE_WORDS[context.language]
  return page(
    context,
    { title: words.collections, formats: jsonOf(context) },
    html`<p class="lead">${words.collectionsText}</p>${collectionsTable(context, counts)}`,
  )
}

export function collectionPage(context: PageContext, { info, count }: CollectionCount, extent: Extent): Html {
  const { language, path } = context
  const words = PAGE_WORDS[language]
  const number = (value: number) => html`<bdi class="num">${formatNumber(value, language)}</bdi>`
  return page(
    context,
    {
      title: info.title[language],
      steps: [{ title: words.collections, path: '/ogc/collections' }],
      formats: jsonOf(context),
    },
    html`<p class="lead">${info.description[language]}</p>
<dl class="facts">
<div><dt>${words.items}</dt><dd>${number(count)}</dd></div>
<div><dt>${words.extent}</dt><dd>${extent.bbox ? html`<bdi class="num">${extent.bbox.join(', ')}</bdi>` : words.noGeometry}</dd></div>
<div><dt>${words.time}</dt><dd>${info.time ? info.time.meaning[language] : words.noTime}</dd></div>
</dl>
<ul class="links">
<li><a class="button" href="${href(context, `${path}/items`)}">${words.seeItems}</a></li>
<li><a class="link" href="${href(context, `${path}/queryables`)}">${words.queryables}</a></li>
<li><a class="link" href="${href(context, `${path}/sortables`)}">${words.sortables}</a></li>
</ul>`,
  )
}

export function conformancePage(context: PageContext): Html {
  const words = PAGE_WORDS[context.language]
  return page(
    context,
    { title: words.conformance, formats: jsonOf(context) },
    html`<p class="lead">${words.conformanceText}</p>
<ul class="plain">${CONFORMANCE.map((uri) => html`<li><code>${uri}</code></li>`)}</ul>`,
  )
}

export function functionsPage(context: PageContext): Html {
  const { language } = context
  const words = PAGE_WORDS[language]
  return page(
    context,
    { title: words.functions, formats: jsonOf(context) },
    html`<p class="lead">${words.functionsText}</p>
<div class="scroll" role="region" aria-label="${words.functions}" tabindex="0"><table>
<thead><tr><th scope="col">${words.functionName}</th><th scope="col">${words.description}</th><th scope="col">${words.argument}</th></tr></thead>
<tbody>${FUNCTION_INFOS.map(
      (info) =>
        html`<tr><th scope="row"><code>${info.name}</code></th><td>${info.description[language]}</td><td><dl class="values">${info.arguments.map((argument) => html`<div><dt><code>${argument.title}</code></dt><dd>${argument.description[language]}</dd></div>`)}</dl></td></tr>`,
    )}</tbody></table></div>`,
  )
}

/** The queryables or the sortables of a collection. */
export function schemaPage(
  context: PageContext,
  kind: 'queryables' | 'sortables',
  info: CollectionInfo,
  schema: ReturnType<typeof queryablesDocument>,
): Html {
  const { language } = context
  const words = PAGE_WORDS[language]
  return page(
    context,
    {
      title: `${words[kind]} – ${info.title[language]}`,
      steps: [
        { title: words.collections, path: '/ogc/collections' },
        { title: info.title[language], path: `/ogc/collections/${info.id}` },
      ],
      formats: jsonOf(context, 'JSON Schema'),
    },
    html`<p class="lead">${kind === 'queryables' ? words.queryablesText : words.sortablesText}</p>
<div class="scroll" role="region" aria-label="${words[kind]}" tabindex="0"><table>
<thead><tr><th scope="col">${words.property}</th><th scope="col">${words.title}</th><th scope="col">${words.type}</th><th scope="col">${words.values}</th></tr></thead>
<tbody>${Object.entries(schema.properties).map(
      ([name, property]) =>
        html`<tr><th scope="row"><code>${name}</code></th><td>${property.title ?? name}</td><td><code>${property.format ?? property.type}</code></td><td>${property.enum?.map((value) => html`<code>${value}</code> `)}</td></tr>`,
    )}</tbody></table></div>`,
  )
}
