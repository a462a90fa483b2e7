import type { CollectionId, Language } from '@tvl/model'
import { LANGUAGES } from '@tvl/model/schema'
import type { CollectionInfo } from '../collections.ts'
import { address } from '../links.ts'
import { PAGE_WORDS } from '../words/page-words.ts'
import { propertyWords } from '../words/property-words.ts'
import { valueWords } from '../words/value-words.ts'
import { figure, formatNumber, gradeMark, gradesLegend, provenanceOf } from './figures.ts'
import { type Html, html } from './html.ts'
import { href, type PageContext, page } from './layout.ts'

export interface PageFeature {
  readonly id: string
  readonly geometry: { readonly type: string; readonly coordinates?: unknown } | null
  readonly properties: Readonly<Record<string, unknown>>
}

/** What the list of a collection shows of each item; the item’s own page shows all. */
const LISTED: Readonly<Record<CollectionId, readonly string[]>> = {
  regions: ['name', 'capital', 'population2024', 'areaKm2', 'irCapPct'],
  provinces: ['name', 'kind', 'regionId', 'territorialPremium', 'territorialPremiumPct'],
  zones: ['name', 'city', 'status', 'techValleyStatus', 'contiguousSeats', 'rentMadPerM2Month', 'airportKm'],
  buildings: ['name', 'zoneId', 'floors', 'grossLeasableAreaM2', 'status', 'fibrePaths'],
  offices: ['name', 'zoneId', 'floor', 'seats', 'areaM2', 'fitOut', 'rentMadPerM2Month', 'availableFrom'],
  infrastructure: ['name', 'kind', 'status', 'regionId', 'iata'],
  'talent-pools': ['name', 'universityNewEntrants', 'literateFrenchPct', 'literateEnglishPct', 'offshoringJobs'],
  incentives: ['name', 'category', 'status', 'validFrom', 'validTo', 'ratePct', 'capPct'],
  sources: ['title', 'publisher', 'publishedOn'],
}

const EXAMPLE_FILTERS: Partial<Record<CollectionId, string>> = {
  zones: "airportKm <= 25 AND status = 'operational'",
  offices: "seats >= 60 AND fitOut = 'plug-and-play'",
  buildings: 'fibrePaths >= 2',
  regions: 'population2024 > 3000000',
  incentives: "status = 'in-force'",
}

const SUFFIX: Record<Language, string> = { fr: 'Fr', ar: 'Ar', en: 'En' }

/** A property in the page’s language where it is kept in three: `city` reads `cityFr`. */
const read = (feature: PageFeature, name: string, language: Language): unknown =>
  name in feature.properties ? feature.properties[name] : feature.properties[`${name}${SUFFIX[language]}`]

const storedName = (feature: PageFeature, name: string, language: Language): string =>
  name in feature.properties ? name : `${name}${SUFFIX[language]}`

const titleOf = ({ id, properties }: PageFeature): string => String(properties.name ?? properties.title ?? id)

const isIllustrative = (feature: PageFeature): boolean =>
  provenanceOf(feature.properties, '*')?.grade === 'illustrative' || feature.properties.illustrative === true

/** A value with the mark of its grade; an unknown value needs none. */
function graded(feature: PageFeature, name: string, language: Language): Html {
  const value = read(feature, name, language)
  const grade =
    value === null ? undefined : provenanceOf(feature.properties, storedName(feature, name, language))?.grade
  return html`${figure(name, value, language)}${grade && gradeMark(grade, language)}`
}

export interface ItemsPage {
  readonly info: CollectionInfo
  readonly features: readonly PageFeature[]
  readonly matched: number
  readonly limit: number
  /** Cursor of the next page. */
  readonly next: string | null
}

export function itemsPage(context: PageContext, items: ItemsPage): Html {
  const { language, path, query } = context
  const words = PAGE_WORDS[language]
  const { info, features, matched, next } = items
  const columns = LISTED[info.id]
  return page(
    context,
    {
      title: info.title[language],
      here: words.items,
      steps: [
        { title: words.collections, path: '/ogc/collections' },
        { title: info.title[language], path: `/ogc/collections/${info.id}` },
      ],
      formats: [{ name: 'GeoJSON', href: address('', path, query, { f: 'json' }) }],
    },
    html`${filterForm(context, items)}
<p class="count">${words.shown(formatNumber(features.length, language), formatNumber(matched, language))}</p>
${features.some(isIllustrative) && html`<p class="illustrative">${gradeMark('illustrative', language)} ${words.illustrative}</p>`}
${
  features.length === 0
    ? html`<p class="empty">${words.noItems}</p>`
    : html`<div class="scroll" role="region" aria-label="${info.title[language]}" tabindex="0"><table>
<thead><tr>${columns.map((name) => html`<th scope="col">${propertyWords(name, language) ?? name}</th>`)}</tr></thead>
<tbody>${features.map(
        (feature) =>
          html`<tr>${columns.map((name, i) =>
            i === 0
              ? html`<th scope="row"><a class="link" href="${href(context, `${path}/${encodeURIComponent(feature.id)}`)}"><bdi>${titleOf(feature)}</bdi></a></th>`
              : html`<td>${graded(feature, name, language)}</td>`,
          )}</tr>`,
      )}</tbody></table></div>`
}
<nav class="pages" aria-label="${words.items}">
${query.has('cursor') && html`<a class="link" rel="first" href="${address('', path, query, { cursor: null })}">${words.firstPage}</a>`}
${next !== null && html`<a class="button" rel="next" href="${address('', path, query, { cursor: next })}">${words.next}</a>`}
</nav>
${gradesLegend(language)}`,
  )
}

/** Filter and page length; what else the address asks travels along unseen. */
function filterForm(context: PageContext, { info, limit }: ItemsPage): Html {
  const { language, path, query } = context
  const words = PAGE_WORDS[language]
  const isText = (query.get('filter-lang') ?? 'cql2-text') === 'cql2-text'
  const kept = [...query].filter(([name]) => !['filter', 'limit', 'cursor'].includes(name))
  const example = EXAMPLE_FILTERS[info.id]
  return html`<form class="ask" action="${path}" method="get">
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${
  isText
    ? html`<div class="field grow"><label for="filter">${words.filter}</label><input id="filter" name="filter" dir="ltr" value="${query.get('filter') ?? ''}" autocomplete="off" spellcheck="false"${example && html` aria-describedby="filter-hint"`}>${example && html`<p class="hint" id="filter-hint">${words.filterHint}: <code>${example}</code></p>`}</div>`
    : html`<input type="hidden" name="filter" value="${query.get('filter') ?? ''}">`
}
<div class="field"><label for="limit">${words.perPage}</label><input id="limit" name="limit" type="number" min="1" max="1000" value="${limit}"></div>
<button class="button" type="submit">${words.apply}</button>
</form>`
}

/** Properties that say the same in another language, and what has its own place on the page. */
function isRowOfPage(name: string, feature: PageFeature, language: Language): boolean {
  if (name === 'provenance' || name === 'name') return false
  const base = /^(.+)(Fr|Ar|En)$/.exec(name)
  if (!base) return true
  const isTriple = LANGUAGES.every((other) => `${base[1]}${SUFFIX[other]}` in feature.properties)
  return !isTriple || base[2] === SUFFIX[language]
}

export function featurePage(context: PageContext, info: CollectionInfo, feature: PageFeature): Html {
  const { language, path } = context
  const words = PAGE_WORDS[language]
  const title = titleOf(feature)
  const names = Object.keys(feature.properties).filter((name) => isRowOfPage(name, feature, language))
  return page(
    context,
    {
      title,
      steps: [
        { title: words.collections, path: '/ogc/collections' },
        { title: info.title[language], path: `/ogc/collections/${info.id}` },
        { title: words.items, path: `/ogc/collections/${info.id}/items` },
      ],
      formats: [{ name: 'GeoJSON', href: href(context, path, { f: 'json' }) }],
    },
    html`<p class="lead"><code>${feature.id}</code>${info.id === 'zones' && html` · <a class="link" href="${href(context, `/zones/${encodeURIComponent(feature.id)}`)}">${words.zonePage}</a>`}</p>
${isIllustrative(feature) && html`<p class="illustrative">${gradeMark('illustrative', language)} ${words.illustrative}</p>`}
<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table class="properties">
<thead><tr><th scope="col">${words.property}</th><th scope="col">${words.value}</th><th scope="col">${words.evidence}</th><th scope="col">${words.asOf}</th><th scope="col">${words.sources}</th></tr></thead>
<tbody>${names.map((name) => propertyRow(context, feature, name))}
<tr><th scope="row">${words.geometry}</th><td colspan="4">${geometryText(feature, language)}</td></tr></tbody></table></div>
<p class="note">${words.unknownText}</p>
${gradesLegend(language)}`,
  )
}

function propertyRow(context: PageContext, feature: PageFeature, name: string): Html {
  const { language } = context
  const value = feature.properties[name]
  const provenance = value === null ? undefined : provenanceOf(feature.properties, name)
  // Who writes a filter needs the code too; it stands behind its word as the property's name behind its label.
  const code = typeof value === 'string' && valueWords(name, value, language) !== undefined ? value : undefined
  const base = name.replace(/(Fr|Ar|En)$/, '')
  const label =
    propertyWords(base in feature.properties ? name : base, language) ?? propertyWords(name, language) ?? name
  const sources = (provenance?.sources ?? []).map(
    (source) =>
      html`<a class="link" href="${href(context, `/ogc/collections/sources/items/${encodeURIComponent(source)}`)}"><bdi>${source}</bdi></a> `,
  )
  return html`<tr><th scope="row">${label} <code>${name}</code></th><td>${figure(name, value, language)}${code && html` <code>${code}</code>`}</td><td>${provenance && gradeMark(provenance.grade, language, true)}</td><td>${provenance?.asOf && html`<bdi>${provenance.asOf}</bdi>`}</td><td>${sources}</td></tr>`
}

function geometryText({ geometry }: PageFeature, language: Language): Html {
  const words = PAGE_WORDS[language]
  if (!geometry) return html`<span class="unknown">${words.unknown}</span>`
  if (geometry.type !== 'Point' || !Array.isArray(geometry.coordinates)) return html`<code>${geometry.type}</code>`
  return html`${words.position}: <bdi class="num">${geometry.coordinates.join(', ')}</bdi>`
}
