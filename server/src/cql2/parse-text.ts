import { type ArrayExpr, CALLABLE, type Call, CQL2_LIMITS, type Expr, isBuiltIn, tooDeep } from './ast.ts'
import { Cql2Error, type Origin } from './errors.ts'
import { RESERVED } from './keywords.ts'
import { parseBbox, parseInstantLiteral, parseInterval } from './parse-literals.ts'
import { isWktNext, parseWkt } from './parse-wkt.ts'
import { finite, TokenReader } from './token-reader.ts'

/**
 * Parses a filter in CQL2 text (OGC 21-065r2, clause 8.2), all of it or nothing.
 * Accepted beyond the grammar: `NOT NOT`, a minus before parentheses, any name in double quotes, `(x,)` for a list of
 * one where `(x)` would be a parenthesised expression.
 * @throws {Cql2Error} with the position of what is wrong
 */
export function parseCql2Text(text: string): Expr {
  const parser = new TextParser(text)
  return parser.parse()
}

const COMPARISON_SYMBOLS = new Set(['=', '<>', '<', '>', '<=', '>='])

class TextParser {
  readonly #reader: TokenReader
  #nesting = 0

  constructor(text: string) {
    this.#reader = new TokenReader(text)
  }

  parse(): Expr {
    const expr = this.#or()
    if (this.#reader.peek().kind !== 'end') throw this.#reader.unexpected('AND, OR or the end of the filter')
    return expr
  }

  /** Guards the stack: every way back into an outer rule goes through here. */
  #nested<T>(rule: () => T): T {
    this.#nesting += 1
    if (this.#nesting > CQL2_LIMITS.nesting) throw tooDeep(this.#reader.origin)
    const result = rule()
    this.#nesting -= 1
    return result
  }

  #call(op: string, args: readonly Expr[], origin: Origin): Call {
    return this.#reader.builder.call(op, args, origin)
  }

  #or(): Expr {
    return this.#chain('or', () => this.#chain('and', () => this.#not()))
  }

  #chain(word: 'and' | 'or', operand: () => Expr): Expr {
    const origin = this.#reader.origin
    const first = operand()
    if (!this.#reader.isWord(word)) return first
    const operands = [first]
    while (this.#reader.takeWord(word)) operands.push(operand())
    return this.#call(word, operands, origin)
  }

  #not(): Expr {
    const origin = this.#reader.origin
    if (!this.#reader.takeWord('not')) return this.#predicate()
    return this.#call('not', [this.#nested(() => this.#not())], origin)
  }

  #predicate(): Expr {
    const reader = this.#reader
    const origin = reader.origin
    const left = this.#sum()
    const token = reader.peek()
    if (token.kind === 'symbol' && COMPARISON_SYMBOLS.has(token.text)) {
      reader.next()
      return this.#call(token.text, [left, this.#sum()], origin)
    }
    if (reader.takeWord('is')) {
      const isNegated = reader.takeWord('not')
      reader.expectWord('null')
      return this.#negated(isNegated, this.#call('isNull', [left], origin), origin)
    }
    const isNegated = reader.takeWord('not')
    if (reader.takeWord('like'))
      return this.#negated(isNegated, this.#call('like', [left, this.#sum()], origin), origin)
    if (reader.takeWord('between')) {
      const low = this.#sum()
      reader.expectWord('and')
      return this.#negated(isNegated, this.#call('between', [left, low, this.#sum()], origin), origin)
    }
    if (reader.takeWord('in')) return this.#negated(isNegated, this.#call('in', [left, this.#list()], origin), origin)
    if (isNegated) throw reader.unexpected('LIKE, BETWEEN or IN')
    return left
  }

  #negated(isNegated: boolean, predicate: Call, origin: Origin): Call {
    return isNegated ? this.#call('not', [predicate], origin) : predicate
  }

  #sum(): Expr {
    const reader = this.#reader
    const origin = reader.origin
    let left = this.#product()
    while (reader.isSymbol('+') || reader.isSymbol('-')) {
      left = this.#call(reader.next().text, [left, this.#product()], origin)
    }
    return left
  }

  #product(): Expr {
    const reader = this.#reader
    const origin = reader.origin
    let left = this.#power()
    while (reader.isSymbol('*') || reader.isSymbol('/') || reader.isSymbol('%') || reader.isWord('div')) {
      left = this.#call(reader.next().text.toLowerCase(), [left, this.#power()], origin)
    }
    return left
  }

  #power(): Expr {
    const origin = this.#reader.origin
    const base = this.#signed()
    if (!this.#reader.takeSymbol('^')) return base
    const power = this.#call('^', [base, this.#signed()], origin)
    if (this.#reader.isSymbol('^')) throw this.#reader.unexpected('parentheses around one of two powers')
    return power
  }

  #signed(): Expr {
    const reader = this.#reader
    const origin = reader.origin
    const hasSign = reader.isSymbol('-') || reader.isSymbol('+')
    const number = reader.peek(hasSign ? 1 : 0)
    if (number.kind === 'number') return reader.builder.leaf({ type: 'number', value: reader.expectNumber() }, origin)
    if (!reader.takeSymbol('-')) return this.#primary()
    // As the JSON encoding has no unary minus, −x is −1 × x.
    const minusOne = reader.builder.leaf({ type: 'number', value: finite(-1, origin) } as const, origin)
    return this.#call('*', [minusOne, this.#primary()], origin)
  }

  #primary(): Expr {
    const reader = this.#reader
    const origin = reader.origin
    const token = reader.peek()
    if (token.kind === 'string') {
      return reader.builder.leaf({ type: 'string', value: reader.next().text }, origin)
    }
    if (reader.takeSymbol('(')) return this.#nested(() => this.#afterParenthesis(origin))
    if (isWktNext(reader)) return parseWkt(reader)
    if (token.kind !== 'name' && token.kind !== 'quoted') throw reader.unexpected('a value')
    const word = token.kind === 'name' ? token.text.toLowerCase() : ''
    if (word === 'true' || word === 'false') {
      reader.next()
      return reader.builder.leaf({ type: 'boolean', value: word === 'true' }, origin)
    }
    if (RESERVED.has(word)) throw reader.unexpected('a value')
    reader.next()
    if (!reader.isSymbol('(')) return reader.builder.leaf({ type: 'property', name: token.text }, origin)
    switch (word) {
      case 'date':
      case 'timestamp':
        return parseInstantLiteral(reader, word, origin)
      case 'interval':
        return this.#nested(() => parseInterval(reader, () => this.#primary(), origin))
      case 'bbox':
        return parseBbox(reader, origin)
    }
    return this.#nested(() => this.#function(token.text, CALLABLE.get(word), origin))
  }

  #function(name: string, standard: string | undefined, origin: Origin): Call {
    if (!standard && isBuiltIn(name)) {
      throw new Cql2Error('cql2.syntax', `“${name}” is an operator and can’t be called as a function.`, origin)
    }
    const reader = this.#reader
    const op = standard ?? name
    reader.expectSymbol('(')
    if (reader.takeSymbol(')')) return this.#call(op, [], origin)
    const takesLists = op.startsWith('a_') && standard !== undefined
    return this.#call(
      op,
      reader.list(() => (takesLists && reader.isSymbol('(') ? this.#nested(() => this.#list()) : this.#or())),
      origin,
    )
  }

  /** After “(”: an expression in parentheses, or a list if it is empty or has a comma. */
  #afterParenthesis(origin: Origin): Expr {
    const reader = this.#reader
    if (reader.takeSymbol(')')) return reader.builder.array([], origin)
    const first = this.#or()
    if (reader.takeSymbol(')')) return first
    if (!reader.isSymbol(',')) throw reader.unexpected('“)”')
    return this.#rest([first], origin)
  }

  #list(): ArrayExpr {
    const reader = this.#reader
    const origin = reader.origin
    reader.expectSymbol('(')
    if (reader.takeSymbol(')')) return reader.builder.array([], origin)
    return this.#rest([this.#nested(() => this.#or())], origin)
  }

  #rest(items: Expr[], origin: Origin): ArrayExpr {
    const reader = this.#reader
    while (reader.takeSymbol(',')) {
      if (items.length === 1 && reader.isSymbol(')')) break
      items.push(this.#nested(() => this.#or()))
    }
    reader.expectSymbol(')')
    return reader.builder.array(items, origin)
  }
}
