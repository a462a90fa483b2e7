import { dayOfIso, isoOfDay } from '@tvl/model'
import type { QueryableType } from './queryables.ts'

/** What a filter sees of one property of one record. Days are ISO days; unknown is null. */
export type Value = string | number | boolean | null | readonly string[]

/** The rows a new column takes over: `from[newRow]` is the old row, or -1 for a row that `set` will fill. */
export type RowMap = Int32Array

/** One property of all rows, kept in typed arrays where it can be: 100,000 offices must fit in little memory. */
export interface Column {
  readonly type: QueryableType
  get(row: number): Value
  set(row: number, value: unknown): void
  /** A copy with the rows of `from`; null: the same rows. The old column stays for those who still read it. */
  moved(from: RowMap | null): Column
}

export const UNKNOWN_DAY = -0x80000000
const UNKNOWN_CODE = 0xffffffff

/** Numbers; NaN stands for unknown. */
export class NumberColumn implements Column {
  readonly type: 'number' | 'integer'
  readonly values: Float64Array
  constructor(type: 'number' | 'integer', values: Float64Array) {
    this.type = type
    this.values = values
  }
  get(row: number): number | null {
    const value = this.values[row]
    return value === undefined || Number.isNaN(value) ? null : value
  }
  set(row: number, value: unknown): void {
    this.values[row] = typeof value === 'number' ? value : Number.NaN
  }
  moved(from: RowMap | null): NumberColumn {
    if (!from) return new NumberColumn(this.type, this.values.slice())
    const values = new Float64Array(from.length).fill(Number.NaN)
    for (let row = 0; row < from.length; row++) {
      const old = from[row] ?? -1
      if (old >= 0) values[row] = this.values[old] ?? Number.NaN
    }
    return new NumberColumn(this.type, values)
  }
}

/** 1 true, 0 false, 255 unknown. */
export class BooleanColumn implements Column {
  readonly type = 'boolean'
  readonly values: Uint8Array
  constructor(values: Uint8Array) {
    this.values = values
  }
  get(row: number): boolean | null {
    const value = this.values[row]
    return value === undefined || value === 255 ? null : value === 1
  }
  set(row: number, value: unknown): void {
    this.values[row] = typeof value === 'boolean' ? Number(value) : 255
  }
  moved(from: RowMap | null): BooleanColumn {
    if (!from) return new BooleanColumn(this.values.slice())
    const values = new Uint8Array(from.length).fill(255)
    for (let row = 0; row < from.length; row++) {
      const old = from[row] ?? -1
      if (old >= 0) values[row] = this.values[old] ?? 255
    }
    return new BooleanColumn(values)
  }
}

/** Texts by code into a dictionary that only grows, so copies of the column share it. */
export class TextColumn implements Column {
  readonly type = 'string'
  readonly codes: Uint32Array
  readonly dictionary: string[]
  private readonly codeOf: Map<string, number>
  constructor(codes: Uint32Array, dictionary: string[] = [], codeOf = new Map<string, number>()) {
    this.codes = codes
    this.dictionary = dictionary
    this.codeOf = codeOf
  }
  get(row: number): string | null {
    return this.dictionary[this.codes[row] ?? UNKNOWN_CODE] ?? null
  }
  set(row: number, value: unknown): void {
    if (typeof value !== 'string') {
      this.codes[row] = UNKNOWN_CODE
      return
    }
    let code = this.codeOf.get(value)
    if (code === undefined) {
      code = this.dictionary.length
      this.dictionary.push(value)
      this.codeOf.set(value, code)
    }
    this.codes[row] = code
  }
  moved(from: RowMap | null): TextColumn {
    if (!from) return new TextColumn(this.codes.slice(), this.dictionary, this.codeOf)
    const codes = new Uint32Array(from.length).fill(UNKNOWN_CODE)
    for (let row = 0; row < from.length; row++) {
      const old = from[row] ?? -1
      if (old >= 0) codes[row] = this.codes[old] ?? UNKNOWN_CODE
    }
    return new TextColumn(codes, this.dictionary, this.codeOf)
  }
}

/** Days since 1970-01-01; read as ISO days. */
export class DayColumn implements Column {
  readonly type = 'date'
  readonly days: Int32Array
  constructor(days: Int32Array) {
    this.days = days
  }
  get(row: number): string | null {
    const day = this.days[row] ?? UNKNOWN_DAY
    return day === UNKNOWN_DAY ? null : isoDay(day)
  }
  set(row: number, value: unknown): void {
    this.days[row] = typeof value === 'string' ? dayNumber(value) : UNKNOWN_DAY
  }
  moved(from: RowMap | null): DayColumn {
    if (!from) return new DayColumn(this.days.slice())
    const days = new Int32Array(from.length).fill(UNKNOWN_DAY)
    for (let row = 0; row < from.length; row++) {
      const old = from[row] ?? -1
      if (old >= 0) days[row] = this.days[old] ?? UNKNOWN_DAY
    }
    return new DayColumn(days)
  }
}

/** Lists of texts; only the small collections have them. */
export class ListColumn implements Column {
  readonly type = 'array'
  readonly lists: (readonly string[] | null)[]
  constructor(lists: (readonly string[] | null)[]) {
    this.lists = lists
  }
  get(row: number): readonly string[] | null {
    return this.lists[row] ?? null
  }
  set(row: number, value: unknown): void {
    this.lists[row] = Array.isArray(value) ? value.map(String) : null
  }
  moved(from: RowMap | null): ListColumn {
    if (!from) return new ListColumn(this.lists.slice())
    return new ListColumn(Array.from(from, (old) => this.lists[old] ?? null))
  }
}

/** An empty column of `count` unknown values. */
export function columnOf(type: QueryableType, count: number): Column {
  switch (type) {
    case 'number':
    case 'integer':
      return new NumberColumn(type, new Float64Array(count).fill(Number.NaN))
    case 'boolean':
      return new BooleanColumn(new Uint8Array(count).fill(255))
    case 'date':
      return new DayColumn(new Int32Array(count).fill(UNKNOWN_DAY))
    case 'string':
      return new TextColumn(new Uint32Array(count).fill(UNKNOWN_CODE))
    case 'array':
      return new ListColumn(new Array<null>(count).fill(null))
  }
}

const isoByDay = new Map<number, string>()

/** Kept once made: a filter over 100,000 offices reads the same few hundred days again and again. */
function isoDay(day: number): string {
  const known = isoByDay.get(day)
  if (known !== undefined) return known
  const iso = isoOfDay(day)
  isoByDay.set(day, iso)
  return iso
}

const dayByIso = new Map<string, number>()

function dayNumber(iso: string): number {
  const known = dayByIso.get(iso)
  if (known !== undefined) return known
  const day = dayOfIso(iso)
  dayByIso.set(iso, day)
  return day
}
