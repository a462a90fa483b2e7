import { type FoldedText, foldText } from '../../names.ts'
import type { LanguageTerm, Need } from '../need.ts'

/** Start and end (exclusive) in the text as typed. */
export type Span = readonly [start: number, end: number]

/** A piece of the text that was understood, and the term of the need it speaks of. */
export interface Understood {
  span: Span
  term: keyof Need
  /** A place typed as a town: which territory it was read as. */
  town?: 'provinces' | 'regions'
}

/** A piece of the text that was left aside. */
export interface Ignored {
  span: Span
  text: string
}

/** A zone named in the text: nothing a need can ask, but something the page can open. */
export interface MentionedZone {
  span: Span
  zoneId: string
}

/** The text while it is being read: what is claimed is blanked, so that no rule reads it twice. */
export interface Scan {
  original: string
  folded: FoldedText
  text: string
  asked: { -readonly [K in keyof Need]?: Need[K] }
  understood: Understood[]
  ignored: Ignored[]
  zones: MentionedZone[]
}

/** What stands in for claimed characters; a claimed language keeps its own, since « 300 francophones » is 300 seats. */
export const CLAIMED = '\ue000'
export const CLAIMED_LANGUAGE = '\ue001'

/** Starts reading a text. */
export function startScan(original: string): Scan {
  const folded = foldText(original)
  const text = folded.text.replaceAll(/[\ue000\ue001]/g, ' ')
  return { original, folded, text, asked: {}, understood: [], ignored: [], zones: [] }
}

/** The place in the typed text of a piece of the folded text, spaces around it left out. */
export function spanOf(scan: Scan, start: number, end: number): Span {
  const from = scan.folded.at[start] ?? 0
  const to = scan.folded.at[end] ?? scan.original.length
  const piece = scan.original.slice(from, to)
  return [from + piece.length - piece.trimStart().length, from + piece.trimEnd().length]
}

/** Takes a piece of the folded text out of play. */
export function blank(scan: Scan, start: number, end: number, mark = CLAIMED): void {
  scan.text = scan.text.slice(0, start) + mark.repeat(end - start) + scan.text.slice(end)
}

/** Marks a piece as understood. */
export function claim(scan: Scan, start: number, end: number, term: keyof Need, mark = CLAIMED): void {
  scan.understood.push({ span: spanOf(scan, start, end), term })
  blank(scan, start, end, mark)
}

/** Marks a piece as read but not something a need can ask (« moins de 300 sièges »). */
export function refuse(scan: Scan, start: number, end: number): void {
  const span = spanOf(scan, start, end)
  scan.ignored.push({ span, text: scan.original.slice(...span) })
  blank(scan, start, end)
}

function mergeLanguages(before: readonly LanguageTerm[], more: readonly LanguageTerm[]): LanguageTerm[] {
  return [...before, ...more.filter((term) => !before.some((known) => known.language === term.language))]
}

/** Adds to what is asked. Lists grow; a single value already asked is kept, and a different one refused (false). */
export function ask<K extends keyof Need>(scan: Scan, term: K, value: Need[K]): boolean {
  const asked = scan.asked as Partial<Record<keyof Need, unknown>>
  const before = asked[term]
  if (before === undefined) asked[term] = value
  else if (term === 'languages') asked[term] = mergeLanguages(before as LanguageTerm[], value as LanguageTerm[])
  else if (Array.isArray(before) && Array.isArray(value)) asked[term] = [...new Set([...before, ...value])]
  else return before === value
  return true
}

/** What a rule makes of a match: a term asked, a thing no need can ask, or nothing (left for later rules). */
export type Reading = { [K in keyof Need]: { term: K; value: Need[K]; mark?: string } }[keyof Need] | 'refused' | null

/** Puts a rule to every place of the text where its pattern fits. */
export function applyRule(scan: Scan, pattern: RegExp, read: (match: RegExpExecArray) => Reading): void {
  for (const match of scan.text.matchAll(pattern)) {
    const end = match.index + match[0].length
    const reading = read(match)
    if (reading === 'refused') refuse(scan, match.index, end)
    else if (reading && ask(scan, reading.term, reading.value))
      claim(scan, match.index, end, reading.term, reading.mark)
  }
}
