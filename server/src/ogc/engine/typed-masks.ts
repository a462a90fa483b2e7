import { type Column, DayColumn, NumberColumn, TextColumn, UNKNOWN_DAY } from '../../catalogue/column.ts'
import type { Call, Comparison, Expr } from '../../cql2/ast.ts'
import { isComparison } from '../../cql2/ast.ts'
import { parseDay } from '../../cql2/temporal.ts'

/** Clears the entries of the rows that fail a test. */
export type MaskStep = (mask: Uint8Array) => void

const TURNED: Record<Comparison, Comparison> = { '=': '=', '<>': '<>', '<': '>', '>': '<', '<=': '>=', '>=': '<=' }

/** The parts of a filter that must all hold. */
export const conjuncts = (filter: Expr): readonly Expr[] =>
  filter.type === 'call' && filter.op === 'and' ? filter.args.flatMap(conjuncts) : [filter]

/**
 * A comparison of one property with fixed values, done on its typed column in a tight loop: a hundred times faster than
 * asking a compiled filter row by row. Null for everything else, which the filter's own compiler answers.
 */
export function typedStep(test: Expr, column: (property: string) => Column | undefined): MaskStep | null {
  if (test.type !== 'call') return null
  if (test.op === 'in') return inStep(test, column)
  if (test.op === 'between') {
    const [property, low, high] = test.args
    const [fromLow, toHigh] = [compared('>=', property, low, column), compared('<=', property, high, column)]
    if (!fromLow || !toHigh) return null
    return (mask) => {
      fromLow(mask)
      toHigh(mask)
    }
  }
  if (!isComparison(test.op)) return null
  const [left, right] = test.args
  return left?.type === 'property'
    ? compared(test.op, left, right, column)
    : compared(TURNED[test.op], right, left, column)
}

function compared(
  op: Comparison,
  property: Expr | undefined,
  value: Expr | undefined,
  column: (property: string) => Column | undefined,
): MaskStep | null {
  if (property?.type !== 'property' || !value) return null
  const values = column(property.name)
  if (values instanceof NumberColumn && value.type === 'number') return numberStep(values.values, op, value.value)
  if (values instanceof DayColumn && value.type === 'date') {
    const day = parseDay(value.value)
    return day === null ? null : dayStep(values.days, op, day)
  }
  if (values instanceof TextColumn && value.type === 'string' && (op === '=' || op === '<>')) {
    return textStep(values, (text) => (text === value.value) === (op === '='))
  }
  return null
}

function inStep(test: Call, column: (property: string) => Column | undefined): MaskStep | null {
  const [property, list] = test.args
  if (property?.type !== 'property' || list?.type !== 'array') return null
  const values = column(property.name)
  if (!(values instanceof TextColumn)) return null
  const texts = new Set<string>()
  for (const item of list.items) {
    if (item.type !== 'string') return null
    texts.add(item.value)
  }
  return textStep(values, (text) => texts.has(text))
}

function numberStep(values: Float64Array, op: Comparison, value: number): MaskStep {
  // NaN is unknown and fails every comparison by itself, except being different.
  switch (op) {
    case '=':
      return (mask) => {
        for (let i = 0; i < mask.length; i++) if (values[i] !== value) mask[i] = 0
      }
    case '<>':
      return (mask) => {
        for (let i = 0; i < mask.length; i++) if (values[i] === value || Number.isNaN(values[i])) mask[i] = 0
      }
    case '<':
      return (mask) => {
        for (let i = 0; i < mask.length; i++) if (!((values[i] as number) < value)) mask[i] = 0
      }
    case '>':
      return (mask) => {
        for (let i = 0; i < mask.length; i++) if (!((values[i] as number) > value)) mask[i] = 0
      }
    case '<=':
      return (mask) => {
        for (let i = 0; i < mask.length; i++) if (!((values[i] as number) <= value)) mask[i] = 0
      }
    case '>=':
      return (mask) => {
        for (let i = 0; i < mask.length; i++) if (!((values[i] as number) >= value)) mask[i] = 0
      }
  }
}

/** Days as a range, both ends included; the day that stands for unknown lies below every range. */
function dayStep(days: Int32Array, op: Comparison, day: number): MaskStep {
  if (op === '<>') {
    return (mask) => {
      for (let i = 0; i < mask.length; i++) if (days[i] === day || days[i] === UNKNOWN_DAY) mask[i] = 0
    }
  }
  const from = op === '=' || op === '>=' ? day : op === '>' ? day + 1 : UNKNOWN_DAY + 1
  const to = op === '=' || op === '<=' ? day : op === '<' ? day - 1 : Number.MAX_SAFE_INTEGER
  return (mask) => {
    for (let i = 0; i < mask.length; i++) {
      const value = days[i] as number
      if (value < from || value > to) mask[i] = 0
    }
  }
}

/** Asks once for each distinct text; an unknown text has a code beyond the dictionary and fails. */
export function textStep({ codes, dictionary }: TextColumn, passes: (text: string) => boolean): MaskStep {
  return (mask) => {
    const passing = Uint8Array.from(dictionary, (text) => Number(passes(text)))
    for (let i = 0; i < mask.length; i++) if (passing[codes[i] as number] !== 1) mask[i] = 0
  }
}
