import { SaxesParser } from 'saxes'
import { FileRefused } from '../../bulk/reading/limits.js'

/** A name without the prefix of its namespace: some programs write `<x:c>` for `<c>`. */
export const localName = (name) => name.slice(name.indexOf(':') + 1)

export const prefixOf = (name) => name.slice(0, name.indexOf(':') + 1)

/** An attribute by its name without a prefix. */
export const attribute = (attributes, name) =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => localName(key) === name)?.[1]

/**
 * Reads markup from start to end. `open` and `close` get the place of the tag in the text, so that what lies between two
 * places can be replaced and everything else stay as it is, byte by byte.
 * @param {string} text
 * @param {{
 *   open?: (name: string, attributes: Record<string, string>, at: { start: number, end: number, isEmpty: boolean, prefix: string }) => void,
 *   close?: (name: string, at: { start: number, end: number }) => void,
 *   text?: (text: string) => void
 * }} on
 */
export function readMarkup(text, on) {
  const parser = new SaxesParser({ xmlns: false, position: false, fragment: false })
  let last = { start: 0, end: 0, isEmpty: false }
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    const end = parser.position
    // No attribute can hold this sign: the tag begins at the last one.
    last = { start: text.lastIndexOf('<', end - 1), end, isEmpty: isSelfClosing, prefix: prefixOf(name) }
    on.open?.(localName(name), attributes, last)
  })
  parser.on('closetag', ({ name, isSelfClosing }) => {
    const end = parser.position
    on.close?.(localName(name), isSelfClosing ? last : { start: text.lastIndexOf('<', end - 1), end })
  })
  parser.on('text', (value) => on.text?.(value))
  parser.on('cdata', (value) => on.text?.(value))
  parser.on('doctype', () => {
    throw new FileRefused('import.unsafe-xml', 'a document type')
  })
  parser.on('error', (error) => {
    throw new FileRefused('import.unreadable', error.message)
  })
  parser.write(text).close()
}

/** What XML 1.0 cannot hold; spaces and line ends it can. */
const UNWRITABLE = /(?![\t\n\r])[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu

export const escaped = (text) =>
  text
    .replace(UNWRITABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** The text with each of the edits in place. @param {{ start: number, end: number, text: string }[]} edits */
export function edited(text, edits) {
  const pieces = []
  let at = 0
  for (const { start, end, text: put } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(at, start), put)
    at = end
  }
  return [...pieces, text.slice(at)].join('')
}

/** `B7` as a row and a column from 0; null for what is no place in a sheet. */
export function placeOf(reference = '') {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference)
  if (!match) return null
  const column = [...match[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(match[2]) - 1, column }
}

/** Row and column from 0 as `B7`. */
export function referenceOf(row, column) {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return `${letters}${row + 1}`
}
