import { runStarts, totalsOf, type ZoneRows } from '@tvl/model'
import type { Snapshot } from '../../catalogue/snapshot.ts'
import type { Expr } from '../../cql2/ast.ts'
import type { Cql2Function } from '../../cql2/environment.ts'
import { Cql2Error } from '../../cql2/errors.ts'
import { Lru } from './lru.ts'

/** The functions that CQL2 has for zones. Each takes a CQL2 text filter over offices and sums the offices that pass. */
export const ZONE_FUNCTIONS = ['contiguousSeats', 'freeSeats', 'contiguousAreaM2', 'freeAreaM2'] as const
export type ZoneFunction = (typeof ZONE_FUNCTIONS)[number]

/** Each different filter walks all offices, so one request may bring a few of them only. */
export const MAX_OFFICE_FILTERS = 8

/** Sums per zone, in the order of the collection. */
interface Totals extends Readonly<Record<Exclude<ZoneFunction, 'contiguousAreaM2'>, ArrayLike<number>>> {
  readonly freeAreaM2: ArrayLike<number>
  /** Most m² in one block of at least so many seats. */
  contiguousAreaM2(minSeats: number): ArrayLike<number>
}

/** Rows of the office columns by zone. Zones in the order of the collection. */
function zoneRows({ columns, collection }: Snapshot): ZoneRows {
  const { ids } = collection('zones')
  const from = new Map<string, number>()
  const to = new Map<string, number>()
  for (let i = 0; i < columns.count; i++) {
    const id = columns.zoneIds[columns.zone[i] ?? 0] ?? ''
    if (!from.has(id)) from.set(id, i)
    to.set(id, i + 1)
  }
  return {
    columns,
    rowFrom: Uint32Array.from(ids, (id) => from.get(id) ?? 0),
    rowTo: Uint32Array.from(ids, (id) => to.get(id) ?? 0),
    startsRun: runStarts(columns),
  }
}

/** Totals of offices per zone, kept by the filter’s text for as long as the snapshot is. */
export class ZoneTotals {
  readonly #snapshot: Snapshot
  readonly #totals = new Lru<Promise<Totals>>(64)
  #rows: ZoneRows | undefined

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
  }

  get rows(): ZoneRows {
    this.#rows ??= zoneRows(this.#snapshot)
    return this.#rows
  }

  /** Sums the columns’ rows that are 1 in `match`. */
  of(match: Uint8Array): Totals {
    const { contiguousSeats, freeSeats, freeAreaM2 } = totalsOf(this.rows, match)
    const areas = new Map<number, Float64Array>()
    return {
      contiguousSeats,
      freeSeats,
      freeAreaM2,
      contiguousAreaM2: (minSeats) => {
        const known = areas.get(minSeats)
        if (known) return known
        const made = contiguousAreas(this.rows, match, minSeats)
        if (areas.size < 8) areas.set(minSeats, made)
        return made
      },
    }
  }

  /**
   * The functions for one filter over zones, once the offices of all their arguments have been found.
   * @param officesThat finds the offices that pass a CQL2 text filter: one byte per row of the collection
   * @throws {Cql2Error} for a filter in an argument that cannot be used, or for too many of them
   */
  async functionsFor(
    filter: Expr,
    officesThat: (text: string) => Promise<Uint8Array>,
  ): Promise<Readonly<Record<string, Cql2Function>>> {
    const texts = new Set(argumentsOf(filter))
    if (texts.size > MAX_OFFICE_FILTERS) {
      throw new Cql2Error('cql2.too-many-terms', `A filter can bring ${MAX_OFFICE_FILTERS} office filters at the most.`)
    }
    const totals = new Map<string, Totals>()
    for (const text of texts) totals.set(text, await this.#totalsOf(text, officesThat))
    return zoneFunctions(totals, this.rows)
  }

  #totalsOf(text: string, officesThat: (text: string) => Promise<Uint8Array>): Promise<Totals> {
    const known = this.#totals.get(text)
    if (known) return known
    const { columnRows, columns } = this.#snapshot
    const made = officesThat(text).then((passes) => {
      const match = new Uint8Array(columns.count)
      for (let i = 0; i < match.length; i++) match[i] = passes[columnRows[i] ?? 0] ?? 0
      return this.of(match)
    })
    this.#totals.set(text, made)
    made.catch(() => this.#totals.delete(text))
    return made
  }
}

/** Most m² of each zone in one block of at least `minSeats` seats; 0 where there is none. */
function contiguousAreas({ columns, rowFrom, rowTo, startsRun }: ZoneRows, match: Uint8Array, minSeats: number) {
  const { seats, areaM2 } = columns
  return Float64Array.from(rowFrom, (from, zone) => {
    let most = 0
    let blockSeats = 0
    let blockArea = 0
    for (let i = from; i < (rowTo[zone] as number); i++) {
      if (match[i] !== 1 || startsRun[i] === 1) blockSeats = blockArea = 0
      if (match[i] !== 1) continue
      blockSeats += seats[i] as number
      blockArea += areaM2[i] as number
      if (blockSeats >= minSeats) most = Math.max(most, blockArea)
    }
    return most
  })
}

/**
 * Writes the second argument of `contiguousAreaM2` out where it is left out: blocks of any number of seats. Other nodes
 * stay the same objects.
 */
export function withDefaults(expr: Expr): Expr {
  if (expr.type !== 'call') return expr
  const args = expr.args.map(withDefaults)
  if (expr.op === 'contiguousAreaM2' && args.length === 1) {
    return { ...expr, args: [...args, { type: 'number', value: 0 }] }
  }
  return args.every((arg, i) => arg === expr.args[i]) ? expr : { ...expr, args }
}

function zoneFunctions(
  totals: ReadonlyMap<string, Totals>,
  rows: ZoneRows,
): Readonly<Record<ZoneFunction, Cql2Function>> {
  const define = (name: ZoneFunction): Cql2Function => ({
    args: name === 'contiguousAreaM2' ? ['string', 'number'] : ['string'],
    returns: 'number',
    compile([filter, minSeats]) {
      const text = filter?.isConstant ? filter.evaluate(0) : undefined
      const found = typeof text === 'string' ? totals.get(text) : undefined
      if (!found) throw new Cql2Error('cql2.arguments', `${name} takes a filter over offices as fixed text.`)
      const seats = minSeats ? (minSeats.isConstant ? minSeats.evaluate(0) : undefined) : 0
      if (typeof seats !== 'number') throw new Cql2Error('cql2.arguments', `${name} takes a fixed number of seats.`)
      const values = name === 'contiguousAreaM2' ? found.contiguousAreaM2(seats) : found[name]
      // A zone without offices in the catalogue has an unknown stock, not an empty one.
      return (row) => (rows.rowFrom[row] === rows.rowTo[row] ? null : values[row])
    },
  })
  return {
    contiguousSeats: define('contiguousSeats'),
    freeSeats: define('freeSeats'),
    contiguousAreaM2: define('contiguousAreaM2'),
    freeAreaM2: define('freeAreaM2'),
  }
}

const isZoneFunction = (op: string): boolean => (ZONE_FUNCTIONS as readonly string[]).includes(op)

function argumentsOf(expr: Expr): string[] {
  switch (expr.type) {
    case 'call': {
      const [first] = expr.args
      const own = isZoneFunction(expr.op) && first?.type === 'string' ? [first.value] : []
      return [...own, ...expr.args.flatMap(argumentsOf)]
    }
    case 'array':
      return expr.items.flatMap(argumentsOf)
    default:
      return []
  }
}
