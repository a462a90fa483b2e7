import { readFileSync } from 'node:fs'
import { createTranslator } from 'use-intl'
import { LANGUAGES, LOCALES } from '../../src/i18n/languages.ts'
import type { Messages, Namespace } from '../../src/i18n/messages.ts'

export { LANGUAGES }
export type Language = (typeof LANGUAGES)[number]

const NAMESPACES: readonly Namespace[] = [
  'common',
  'need',
  'explore',
  'provenance',
  'map',
  'zone',
  'compare',
  'data',
  'demand',
  'enquiries',
  'enquiry',
  'dossier',
  'freshness',
  'grid',
  'help',
  'history',
  'people',
  'share',
  'shortlist',
  'requests',
  'account',
  'alerts',
  'visits',
  'console',
  'import',
  'manage',
  'brand',
]

const read = (language: Language) =>
  Object.fromEntries(
    NAMESPACES.map((namespace) => [
      namespace,
      JSON.parse(readFileSync(new URL(`../../src/i18n/${language}/${namespace}.json`, import.meta.url), 'utf8')),
    ]),
  ) as Messages

/** Says a phrase of the page, by its full key, e.g. `explore.near.title`. Throws when there is no such phrase. */
export type Words = (key: string, values?: Record<string, string | number>) => string

const made = new Map<Language, Words>()

/** The phrases a reader of this language sees, from the files the page is built from. */
export function wordsOf(language: Language): Words {
  const known = made.get(language)
  if (known) return known
  const translator = createTranslator({
    locale: LOCALES[language] as Language,
    messages: read(language),
    timeZone: 'Africa/Casablanca',
    onError: (error) => {
      throw error
    },
  })
  const plainTags = { b: (chunks: string) => chunks }
  const words: Words = (key, values = {}) =>
    (translator.markup as (key: string, values: object) => string)(key, { ...plainTags, ...values })
  made.set(language, words)
  return words
}

/** The invisible signs that keep numbers in order inside an Arabic line, and the spaces that do not break. */
const INVISIBLE = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Text as it is read aloud: no invisible signs, one kind of space. */
export const plain = (text: string) =>
  text
    .replace(INVISIBLE, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()

/** A whole number as the page prints it in any of the three languages. Throws on text without digits. */
export function wholeNumber(text: string): number {
  const digits = plain(text).match(/\d[\d ,]*/)?.[0]
  if (digits === undefined) throw new Error(`no number in « ${text} »`)
  return Number(digits.replace(/[ ,]/g, ''))
}
