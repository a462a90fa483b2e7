import type { Grade, Language, Provenance } from '@tvl/model'
import { GRADES } from '@tvl/model/schema'
import { PAGE_WORDS } from '../words/page-words.ts'
import { valueWords } from '../words/value-words.ts'
import { Html, html, type Part } from './html.ts'

/** The shapes of the grades; colour comes from the style sheet, so that shape and colour go together. */
const SHAPES: Readonly<Record<Grade, Html>> = {
  official: new Html('<path d="M.5.5h9v9h-9z" fill="currentColor"/>'),
  press: new Html(
    '<path d="M1 1h8v8H1z" fill="none" stroke="currentColor" stroke-width="1.2"/><path d="M1 9V1h4v8z" fill="currentColor"/>',
  ),
  declared: new Html('<circle cx="5" cy="5" r="4.6" fill="currentColor"/>'),
  measured: new Html(
    '<circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" stroke-width="1.2"/><path d="M5 0v10M0 5h10" stroke="currentColor"/>',
  ),
  modelled: new Html(
    '<path d="M.5 3.6C2 1.6 3.5 1.6 5 3.2s3 1.6 4.5-.4M.5 7.6c1.5-2 3-2 4.5-.4s3 1.6 4.5-.4" fill="none" stroke="currentColor" stroke-width="1.3"/>',
  ),
  derived: new Html(
    '<path d="M5 .9 9.4 9H.6z" fill="none" stroke="currentColor" stroke-width="1.25" stroke-linejoin="round"/>',
  ),
  illustrative: new Html(
    '<path d="M1 1h8v8H1z" fill="none" stroke="currentColor" stroke-width="1.1"/><path d="M1 5.5 5.5 1M1 9l8-8M4.5 9 9 4.5" stroke="currentColor"/>',
  ),
}

/** The mark of a grade. With `named`, the word stands beside it and the mark is silent. */
export function gradeMark(grade: Grade, language: Language, named = false): Html {
  const word = PAGE_WORDS[language].grades[grade]
  return named
    ? html`<span class="grade"><svg class="g g-${grade}" viewBox="0 0 10 10" aria-hidden="true">${SHAPES[grade]}</svg>${word}</span>`
    : html`<svg class="g g-${grade}" viewBox="0 0 10 10" role="img" aria-label="${word}">${SHAPES[grade]}</svg>`
}

/** All grades with their words: how to read the marks of a page. */
export function gradesLegend(language: Language): Html {
  return html`<section class="legend"><h2>${PAGE_WORDS[language].gradesLegend}</h2><ul>${GRADES.map((grade) => html`<li>${gradeMark(grade, language, true)}</li>`)}</ul></section>`
}

/** The provenance of a property: its own, else the record’s. */
export function provenanceOf(properties: Readonly<Record<string, unknown>>, name: string): Provenance | undefined {
  const all = properties.provenance as Readonly<Record<string, Provenance>> | undefined
  return all?.[name] ?? all?.['*']
}

const FORMATS: Record<Language, Intl.NumberFormat> = {
  fr: new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 3 }),
  // A no-break space keeps a number together, and in order, inside right-to-left text.
  ar: new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 3 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 }),
}

export const formatNumber = (value: number, language: Language): string => FORMATS[language].format(value)

const isCalendarYear = (name: string) => name.endsWith('Year')

/** The value of a property for reading. Unknown is a word, never a zero or a dash. */
export function figure(name: string, value: unknown, language: Language): Part {
  const words = PAGE_WORDS[language]
  if (value === null || value === undefined) return html`<span class="unknown">${words.unknown}</span>`
  if (typeof value === 'number') {
    return html`<bdi class="num">${isCalendarYear(name) ? String(value) : formatNumber(value, language)}</bdi>`
  }
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string') {
    const word = valueWords(name, value, language)
    if (word !== undefined) return html`<bdi>${word}</bdi>`
    return /^https?:\/\//.test(value)
      ? html`<a class="link" href="${value}" rel="noreferrer"><bdi>${value}</bdi></a>`
      : html`<bdi>${value}</bdi>`
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return html`<span class="unknown">${words.unknown}</span>`
    return html`<ul class="values">${value.map((item) => html`<li>${figure(name, item, language)}</li>`)}</ul>`
  }
  const entries = Object.entries(value as Record<string, unknown>)
  if (entries.length === 0) return html`<span class="unknown">${words.unknown}</span>`
  return html`<dl class="values">${entries.map(([key, item]) => html`<div><dt><code>${key}</code></dt><dd>${figure(key, item, language)}</dd></div>`)}</dl>`
}
