import { AstBuilder } from './ast.ts'
import { Cql2Error, excerpt, type Origin } from './errors.ts'
import { type Token, tokenize } from './lexer.ts'

/** A cursor over the tokens of one filter, with the budget that the filter may spend. */
export class TokenReader {
  readonly builder = new AstBuilder()
  readonly #tokens: readonly Token[]
  #index = 0

  constructor(text: string) {
    this.#tokens = tokenize(text)
  }

  peek(ahead = 0): Token {
    const token = this.#tokens[this.#index + ahead] ?? this.#tokens.at(-1)
    if (!token) throw new Cql2Error('cql2.syntax', 'The filter is empty.')
    return token
  }

  next(): Token {
    const token = this.peek()
    if (token.kind !== 'end') this.#index += 1
    return token
  }

  get origin(): Origin {
    return { position: this.peek().position }
  }

  isSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === 'symbol' && token.text === text
  }

  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === 'name' && token.text.toLowerCase() === word
  }

  takeSymbol(text: string): boolean {
    if (!this.isSymbol(text)) return false
    this.#index += 1
    return true
  }

  takeWord(word: string): boolean {
    if (!this.isWord(word)) return false
    this.#index += 1
    return true
  }

  expectSymbol(text: string): void {
    if (!this.takeSymbol(text)) throw this.unexpected(`“${text}”`)
  }

  expectWord(word: string): void {
    if (!this.takeWord(word)) throw this.unexpected(word.toUpperCase())
  }

  unexpected(wanted: string): Cql2Error {
    const token = this.peek()
    const found = token.kind === 'end' ? 'the filter ends' : `there is ${excerpt(token.text)}`
    return new Cql2Error('cql2.syntax', `Here ${found} where ${wanted} is expected.`, { position: token.position })
  }

  /** A number with its sign. */
  expectNumber(): number {
    const origin = this.origin
    const negative = this.takeSymbol('-')
    if (!negative) this.takeSymbol('+')
    const token = this.next()
    if (token.kind !== 'number') {
      throw new Cql2Error('cql2.syntax', `Here is ${excerpt(token.text)} where a number is expected.`, {
        position: token.position,
      })
    }
    return finite(Number(token.text) * (negative ? -1 : 1), origin)
  }

  expectString(): string {
    const token = this.peek()
    if (token.kind !== 'string') throw this.unexpected('a string in single quotes')
    return this.next().text
  }

  /** Reads `item` once or more, separated by commas, up to and with the closing parenthesis. */
  list<T>(item: () => T): T[] {
    const items = [item()]
    while (this.takeSymbol(',')) items.push(item())
    this.expectSymbol(')')
    return items
  }
}

/** Refuses numbers beyond double precision; −0 becomes 0, so that equal numbers are equal trees. */
export function finite(value: number, origin: Origin): number {
  if (!Number.isFinite(value)) {
    throw new Cql2Error('cql2.number', 'This number is too large for double precision.', origin)
  }
  return value + 0
}
