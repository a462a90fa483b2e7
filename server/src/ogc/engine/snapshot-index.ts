import { type CollectionId, dayOfIso, type Language } from '@tvl/model'
import { DayColumn, UNKNOWN_DAY } from '../../catalogue/column.ts'
import type { Snapshot } from '../../catalogue/snapshot.ts'
import type { Table } from '../../catalogue/table.ts'
import type { Expr } from '../../cql2/ast.ts'
import { checkCql2 } from '../../cql2/check.ts'
import { checkWork } from '../../cql2/check-work.ts'
import { compileCql2 } from '../../cql2/compile.ts'
import type { Cql2Function } from '../../cql2/environment.ts'
import { parseCql2JsonText } from '../../cql2/parse-json.ts'
import { parseCql2Text } from '../../cql2/parse-text.ts'
import type { DayRange } from '../parameters/datetime.ts'
import { environmentOf } from './environment.ts'
import { Lru } from './lru.ts'
import { type Order, orderOf } from './order.ts'
import { matchKey, type Question } from './question.ts'
import { runsOf } from './runs.ts'
import { eachRow, eachStep } from './slices.ts'
import { conjuncts, type MaskStep, typedStep } from './typed-masks.ts'
import { withDefaults, ZoneTotals } from './zone-functions.ts'
import { zoneScores } from './zone-scores.ts'

/** The items of a collection that match, whatever the box: one byte per row, and how many lie before each run. */
export interface Match {
  readonly mask: Uint8Array
  readonly before: Uint32Array
}

/** What has been worked out on one snapshot. Goes with it. */
export class SnapshotIndex {
  readonly snapshot: Snapshot
  readonly #matches = new Lru<Promise<Match>>(24 * 1024 * 1024)
  readonly #orders = new Lru<Order>(4 * 1024 * 1024)
  readonly #zoneTotals: ZoneTotals

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot
    this.#zoneTotals = new ZoneTotals(snapshot)
  }

  /** The order that a question asks for; null = the order of ids, in which the rows lie. */
  order(table: Table, { sort, scoring, language }: Question): Order | null {
    if (sort.length === 0) return null
    const key = JSON.stringify([table.id, sort, scoring, language])
    const known = this.#orders.get(key)
    if (known) return known
    const scores = scoring ? zoneScores(this.snapshot, this.#zoneTotals, scoring) : null
    const made = orderOf(table, sort, language, scores ? { score: (row) => scores[row] ?? null } : {})
    this.#orders.set(key, made, table.count * 4)
    return made
  }

  /**
   * The items that pass all tests of a question but its box; null = all.
   * @throws {Cql2Error} for a filter that cannot be used on the collection
   */
  match(table: Table, question: Question): Promise<Match> | null {
    const key = matchKey(question)
    if (key === '') return null
    return this.#kept(table, key, () => this.#work(table, question))
  }

  /** The offices that pass a CQL2 text filter: what the zones’ functions sum. */
  async #officesThat(text: string): Promise<Uint8Array> {
    const table = this.snapshot.collection('offices')
    const filter = { text, lang: 'cql2-text' as const }
    const key = JSON.stringify(['office filter', filter])
    const match = await this.#kept(table, key, () => this.#work(table, { ...NOTHING_ASKED, filter }))
    return match.mask
  }

  /** One work for all who ask the same at the same time. */
  #kept(table: Table, key: string, work: () => Promise<Match>): Promise<Match> {
    const whole = `${table.id} ${key}`
    const known = this.#matches.get(whole)
    if (known) return known
    const made = work()
    this.#matches.set(whole, made, table.count + runsOf(table).count * 4 + whole.length * 2 + 1000)
    made.catch(() => this.#matches.delete(whole))
    return made
  }

  async #work(table: Table, question: Question): Promise<Match> {
    const mask = new Uint8Array(table.count).fill(1)
    if (question.datetime) timeStep(table, question.datetime, dayOfIso(this.snapshot.today))?.(mask)
    const filter = question.filter && parse(question.filter)
    await this.narrow(table, mask, [...question.properties, ...(filter ? [filter] : [])], question.language)
    const { start, count } = runsOf(table)
    const before = new Uint32Array(count + 1)
    for (let run = 0; run < count; run++) {
      let matches = before[run] as number
      for (let row = start[run] as number; row < (start[run + 1] as number); row++) matches += mask[row] as number
      before[run + 1] = matches
    }
    return { mask, before }
  }

  /** Clears the rows that fail any of the tests: typed columns first, then what has to be asked row by row. */
  async narrow(table: Table, mask: Uint8Array, tests: readonly Expr[], language: Language): Promise<void> {
    const asked: ((row: number) => boolean)[] = []
    const costly: Expr[] = []
    const steps: MaskStep[] = []
    for (const given of tests) {
      const test = table.id === 'zones' ? withDefaults(given) : given
      const functions = table.id === 'zones' ? await this.#functionsFor(test) : {}
      const environment = environmentOf(table, language, runsOf(table).isPoints, functions)
      checkCql2(test, environment)
      for (const part of conjuncts(test)) {
        const step = typedStep(part, (property) => table.column(property, language))
        if (step) steps.push(step)
        else {
          costly.push(part)
          asked.push(compileCql2(part, environment))
        }
      }
    }
    // Counted together: a filter in many small parts costs a row as much as one large part.
    checkWork({ type: 'call', op: 'and', args: costly }, table.count)
    await eachStep(steps.map((step) => () => step(mask)))
    if (asked.length === 0) return
    await eachRow(table.count, (row) => {
      if (mask[row] === 1 && !asked.every((passes) => passes(row))) mask[row] = 0
    })
  }

  #functionsFor(test: Expr): Promise<Readonly<Record<string, Cql2Function>>> {
    return this.#zoneTotals.functionsFor(test, (text) => this.#officesThat(text))
  }
}

const NOTHING_ASKED: Question = {
  bbox: null,
  datetime: null,
  properties: [],
  filter: null,
  sort: [],
  scoring: null,
  language: 'fr',
}

function parse({ text, lang }: NonNullable<Question['filter']>): Expr {
  return lang === 'cql2-text' ? parseCql2Text(text) : parseCql2JsonText(text)
}

/** What `datetime` means, by collection (see `collections.ts`); null = nothing. */
function timeStep(table: Table, { from, to }: DayRange, today: number): MaskStep | null {
  const [start, end] = TIME_COLUMNS[table.id] ?? []
  const starts = start ? table.column(start) : undefined
  const ends = end ? table.column(end) : undefined
  if (!(starts instanceof DayColumn) || !(ends instanceof DayColumn)) return null
  if (table.id === 'offices') {
    return (mask) => {
      for (let row = 0; row < mask.length; row++) {
        const available = starts.days[row] as number
        if (available === UNKNOWN_DAY || available > to || (ends.days[row] as number) <= today) mask[row] = 0
      }
    }
  }
  return (mask) => {
    for (let row = 0; row < mask.length; row++) {
      const first = starts.days[row] as number
      const last = ends.days[row] as number
      const isUnknown = first === UNKNOWN_DAY && last === UNKNOWN_DAY
      if (isUnknown || (first !== UNKNOWN_DAY && first > to) || (last !== UNKNOWN_DAY && last < from)) mask[row] = 0
    }
  }
}

const TIME_COLUMNS: Partial<Record<CollectionId, readonly [start: string, end: string]>> = {
  offices: ['availableFrom', 'countedUntil'],
  incentives: ['validFrom', 'validTo'],
}

const indexes = new WeakMap<Snapshot, SnapshotIndex>()

/** The index of a snapshot, made at its first use. */
export function indexOf(snapshot: Snapshot): SnapshotIndex {
  const known = indexes.get(snapshot)
  if (known) return known
  const made = new SnapshotIndex(snapshot)
  indexes.set(snapshot, made)
  return made
}
