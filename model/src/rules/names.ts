/**
 * One way of reading a name in three languages: case, accents, hamza, article and punctuation fold away, and a name is
 * known in every script by the names the catalogue gives it (فاس = Fès = Fez).
 */

/** A text folded for reading, with the way back: `at[i]` is the index in the original of folded character `i`. */
export interface FoldedText {
  text: string
  /** One longer than `text`: the last entry is the length of the original. */
  at: readonly number[]
}

/** Marks of direction and joiners: they steer drawing, not reading. */
const INVISIBLE = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640]/u
const MARK = /\p{M}/u
const WITHIN_WORD = /^[\p{L}\p{N}\p{M}]+$/u
const SAME: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  ʿ: "'",
  '`': "'",
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '،': ',',
  '؛': ';',
  '٫': '.',
  '٬': ',',
  '٪': '%',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ٱ: 'ا',
  ک: 'ك',
  گ: 'ك',
  ڭ: 'ك',
  ء: '',
  '\t': ' ',
  '\n': ' ',
  '\r': ' ',
}

function foldCharacter(character: string): string {
  let folded = ''
  const parts = character.normalize('NFKD')
  // A ligature of a whole phrase (U+FDFA) and a fraction stay one sign: folding may not put words or stops into a sign.
  const isWord = parts.length <= 4 && (parts.length === 1 || WITHIN_WORD.test(parts))
  for (const part of (isWord ? parts : character).toLowerCase()) {
    if (MARK.test(part) || INVISIBLE.test(part)) continue
    const code = part.codePointAt(0) ?? 0
    if (code >= 0x660 && code <= 0x669) folded += String(code - 0x660)
    else if (code >= 0x6f0 && code <= 0x6f9) folded += String(code - 0x6f0)
    else folded += SAME[part] ?? part
  }
  return folded
}

/** Folds case, accents, hamza, digits of every numbering and typographic punctuation, keeping the way back. */
export function foldText(original: string): FoldedText {
  let text = ''
  const at: number[] = []
  let index = 0
  for (const character of original) {
    const folded = foldCharacter(character)
    for (let i = 0; i < folded.length; i++) at.push(index)
    text += folded
    index += character.length
  }
  at.push(original.length)
  return { text, at }
}

const WORD = /[\p{L}\p{N}]+/gu
const LATIN_ARTICLES = new Set(['l', 'le', 'la', 'les', 'the', 'el', 'al', 'd', 'de', 'du', 'des', 'of'])
const ARABIC = /^\p{Script=Arabic}/u

export interface NameWord {
  /** The word without its article. */
  key: string
  /** Start and end in the folded text. */
  start: number
  end: number
}

function wordKey(word: string): string {
  return ARABIC.test(word) && word.startsWith('ال') && word.length > 3 ? word.slice(2) : word
}

/** The words of an already folded text, Arabic articles taken off. */
export function wordsOf(folded: string): NameWord[] {
  return Array.from(folded.matchAll(WORD), (match) => ({
    key: wordKey(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** True for a Latin article or preposition that a name may drop (l’Oriental = Oriental, El Jadida = Jadida). */
export const isArticle = (key: string): boolean => LATIN_ARTICLES.has(key)

/** A name as the words that identify it: `foldName('L’Oriental') = foldName('oriental')`. Empty for a nameless text. */
export function foldName(name: string): string {
  const keys = wordsOf(foldText(name).text).map((word) => word.key)
  const kept = keys.filter((key) => !isArticle(key))
  return (kept.length > 0 ? kept : keys).join(' ')
}

/**
 * True when the query's words begin words of one of the names, in order (so that typing narrows): `fes sh` matches
 * Fès Shore. Pass every name a thing has, in all languages. An empty query matches everything.
 */
export function matchesName(query: string, names: readonly string[]): boolean {
  const asked = foldName(query).split(' ').filter(Boolean)
  if (asked.length === 0) return true
  return names.some((name) => {
    const words = foldName(name).split(' ')
    let next = 0
    for (const word of words) {
      const wanted = asked[next]
      if (wanted !== undefined && word.startsWith(wanted)) next++
    }
    return next === asked.length
  })
}
