import { CQL2_LIMITS } from './ast.ts'
import { Cql2Error, excerpt } from './errors.ts'

export interface Token {
  /** `name` is an identifier or keyword, `quoted` an identifier in double quotes, `string` a literal. */
  readonly kind: 'name' | 'quoted' | 'string' | 'number' | 'symbol' | 'end'
  /** The value: quotes and escapes of strings and quoted names are resolved. */
  readonly text: string
  readonly position: number
}

// The ranges of the standard's `identifierStart` and `identifierPart`, without the two white-space characters
// (U+1680, U+FEFF) that would otherwise hide inside a name.
const START =
  ':_A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u167F\\u1681-\\u1FFE\\u200C-\\u200D' +
  '\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFEFE\\uFF00-\\uFFFD\\u{10000}-\\u{EFFFF}'
const NAME_SOURCE = `[${START}][${START}.0-9\\u0300-\\u036F\\u203F-\\u2040]*`
const NAME = new RegExp(NAME_SOURCE, 'uy')
const WHOLE_NAME = new RegExp(`^${NAME_SOURCE}$`, 'u')
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y
const SYMBOL = /<>|<=|>=|[(),=<>+\-*/%^]/y
const WHITE_SPACE = /[\s\u0085]+/y

/** Can this name stand in text without double quotes? Says nothing of keywords. */
export const isPlainName = (name: string): boolean => WHOLE_NAME.test(name)

function matchAt(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position
  return pattern.exec(text)?.[0]
}

/**
 * Reads a string literal. A quote inside is written '' or \'. The standard leaves open how a backslash before a quote
 * is written; here a run of backslashes that stands before a quote is read in pairs, so that every string has a form.
 */
function readString(text: string, position: number): { value: string; end: number } {
  let value = ''
  let index = position + 1
  while (index < text.length) {
    const character = text[index]
    if (character === "'") {
      if (text[index + 1] !== "'") return { value, end: index + 1 }
      value += "'"
      index += 2
    } else if (character === '\\') {
      let end = index
      while (text[end] === '\\') end += 1
      const run = end - index
      if (text[end] !== "'") {
        value += text.slice(index, end)
      } else {
        value += '\\'.repeat(run >> 1)
        if (run % 2 === 1) {
          value += "'"
          end += 1
        }
      }
      index = end
    } else {
      let end = index + 1
      while (end < text.length && text[end] !== "'" && text[end] !== '\\') end += 1
      value += text.slice(index, end)
      index = end
    }
  }
  throw new Cql2Error('cql2.syntax', 'This string literal has no closing quote.', { position })
}

function readQuotedName(text: string, position: number): { value: string; end: number } {
  let value = ''
  let index = position + 1
  for (;;) {
    const end = text.indexOf('"', index)
    if (end < 0) throw new Cql2Error('cql2.syntax', 'This quoted name has no closing quote.', { position })
    value += text.slice(index, end)
    if (text[end + 1] !== '"') {
      if (value === '') throw new Cql2Error('cql2.syntax', 'A name can’t be empty.', { position })
      return { value, end: end + 1 }
    }
    value += '"'
    index = end + 2
  }
}

/**
 * Cuts CQL2 text into tokens; the last one is always `end`.
 * @throws {Cql2Error} `cql2.too-long`, or `cql2.syntax` at the first character that can't start a token.
 */
export function tokenize(text: string): Token[] {
  if (text.length > CQL2_LIMITS.length) {
    throw new Cql2Error('cql2.too-long', `A filter can have ${CQL2_LIMITS.length} characters at the most.`)
  }
  const tokens: Token[] = []
  let position = 0
  for (;;) {
    position += matchAt(WHITE_SPACE, text, position)?.length ?? 0
    if (position >= text.length) break
    const character = text[position]
    if (character === "'" || character === '"') {
      const { value, end } = character === "'" ? readString(text, position) : readQuotedName(text, position)
      tokens.push({ kind: character === "'" ? 'string' : 'quoted', text: value, position })
      position = end
      continue
    }
    const name = matchAt(NAME, text, position)
    const number = name === undefined ? matchAt(NUMBER, text, position) : undefined
    const found = name ?? number ?? matchAt(SYMBOL, text, position)
    if (found === undefined) {
      const what = excerpt(String.fromCodePoint(text.codePointAt(position) ?? 0))
      throw new Cql2Error('cql2.syntax', `The character ${what} has no meaning here.`, { position })
    }
    const kind = name !== undefined ? 'name' : number !== undefined ? 'number' : 'symbol'
    if (kind === 'number' && matchAt(NAME, text, position + found.length) !== undefined) {
      throw new Cql2Error('cql2.syntax', 'A number must be followed by a space or an operator.', { position })
    }
    tokens.push({ kind, text: found, position })
    position += found.length
  }
  tokens.push({ kind: 'end', text: '', position: text.length })
  return tokens
}
