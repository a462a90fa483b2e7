import type { CatalogueRecord, CollectionId, Language } from '@tvl/model'
import { LANGUAGES } from '@tvl/model/schema'
import type { Feature, Geometry } from 'geojson'
import { type Column, columnOf, type RowMap, type Value } from './column.ts'
import { type Fragments, FragmentsBuilder } from './fragments.ts'
import { type Bbox, boxOf, Positions } from './positions.ts'
import { hasNames, propertyOrder, type Queryable, queryablesOf, servedOrder, unservedColumns } from './queryables.ts'

export type Properties = Readonly<Record<string, unknown>>

/** One record as the table takes it: what is stored, what the snapshot derives from it, and the store’s own hash. */
export interface TableRow {
  id: string
  geometry: Geometry | null
  stored: Properties
  derived: Properties
  /** What is kept in columns for the server’s own sums and is in no answer: values of `unservedColumns`. */
  unserved?: Properties
  /** The store’s hash of geometry and properties: two states are the same when their sums are. */
  hash: bigint
}

export type Change = { id: string; row: TableRow | null }

interface Parts {
  ids: readonly string[]
  columns: ReadonlyMap<string, Column>
  fragments: ReadonlyMap<Language, Fragments>
  positions: Positions
  /** Geometries that are no points; a point is told by its box. */
  shapes: ReadonlyMap<number, Geometry>
  hashes: BigInt64Array
}

/** One collection of one version of the catalogue: columns to filter on and features ready to send. Never changes. */
export class Table {
  readonly id: CollectionId
  readonly count: number
  /** In the stable order of the collection: by code unit. */
  readonly ids: readonly string[]
  readonly queryables: readonly Queryable[]
  readonly positions: Positions
  private readonly parts: Parts

  constructor(id: CollectionId, parts: Parts) {
    this.id = id
    this.parts = parts
    this.ids = parts.ids
    this.count = parts.ids.length
    this.queryables = queryablesOf(id)
    this.positions = parts.positions
  }

  /** West, south, east, north of all that has a place; null when nothing has. */
  get extent(): Bbox | null {
    return this.positions.extent
  }

  /** The row of an id, or -1. */
  rowOf(id: string): number {
    return placeOf(this.ids, id)
  }

  /** The typed column of a queryable; undefined for what is none. `name` needs the language it is read in. */
  column(property: string, language: Language = 'fr'): Column | undefined {
    return this.parts.columns.get(property === 'name' && hasNames(this.id) ? NAME_IN[language] : property)
  }

  /** Reads a queryable row by row. @throws RangeError for a property that is no queryable here. */
  get(property: string, language: Language = 'fr'): (row: number) => Value {
    if (property === 'id') return (row) => this.ids[row] ?? null
    const column = this.column(property, language)
    if (!column) throw new RangeError(`${this.id} has no queryable ${property}`)
    return (row) => column.get(row)
  }

  /** The GeoJSON feature of a row as bytes, ready to be copied into an answer. */
  fragment(row: number, language: Language): Buffer {
    const fragments = this.parts.fragments.get(language) ?? this.parts.fragments.get('fr')
    if (!fragments) throw new RangeError(`${this.id} has no fragments`)
    return fragments.get(row)
  }

  feature(row: number, language: Language): Feature<Geometry | null, Record<string, unknown>> & { id: string } {
    return JSON.parse(this.fragment(row, language).toString('utf8'))
  }

  geometry(row: number): Geometry | null {
    const shape = this.parts.shapes.get(row)
    if (shape) return shape
    const [lon, lat] = this.positions.box(row)
    return Number.isNaN(lon) ? null : { type: 'Point', coordinates: [lon, lat] }
  }

  /** The record as the store has it, without what the snapshot adds. */
  record(row: number): CatalogueRecord {
    const served = this.feature(row, 'fr').properties
    const properties = Object.fromEntries(
      propertyOrder(this.id).flatMap((name) => (name in served ? [[name, served[name]]] : [])),
    )
    // A source has none: it is one.
    if (served.provenance) {
      const provenance = { ...(served.provenance as Record<string, unknown>) }
      for (const { name, isDerived } of this.queryables) if (isDerived) delete provenance[name]
      properties.provenance = provenance
    }
    return {
      collection: this.id,
      id: this.ids[row] ?? '',
      geometry: this.geometry(row),
      properties: properties as unknown as CatalogueRecord['properties'],
    }
  }

  /** The store’s hash of a row. */
  hash(row: number): bigint {
    return this.parts.hashes[row] ?? 0n
  }

  /** Sum of the store’s hashes, modulo 2^64: compared with the store’s own sum to find drift. */
  checksum(): bigint {
    let sum = 0n
    for (const hash of this.parts.hashes) sum += hash
    return BigInt.asIntN(64, sum)
  }

  /** Bytes of the ready features, all languages. */
  get bytes(): number {
    return [...new Set(this.parts.fragments.values())].reduce((sum, fragments) => sum + fragments.bytes, 0)
  }

  /** A new table with the changes in it; this one stays as it is for requests that hold it. */
  changed(changes: readonly Change[]): Table {
    const last = new Map(changes.map((change) => [change.id, change.row]))
    const isSameRows = [...last].every(([id, row]) => row !== null && this.rowOf(id) >= 0)
    const ids = isSameRows ? this.ids : mergedIds(this.ids, last)
    const from: RowMap | null = isSameRows ? null : Int32Array.from(ids, (id) => this.rowOf(id))
    const filled = new Map<number, TableRow>()
    for (const [id, row] of last) {
      if (row) filled.set(placeOf(ids, id), row)
    }
    return new Table(this.id, { ids, ...this.movedParts(from, filled, ids.length) })
  }

  private movedParts(from: RowMap | null, filled: ReadonlyMap<number, TableRow>, count: number): Omit<Parts, 'ids'> {
    // What stays as it is belongs to both tables: a change of one office copies the few columns that it changes.
    const columns = new Map(
      [...this.parts.columns].map(([name, column]) => {
        const stays = !from && [...filled].every(([row, content]) => isSame(column.get(row), valueIn(content, name)))
        return [name, stays ? column : column.moved(from)]
      }),
    )
    const hashes = from ? new BigInt64Array(count) : this.parts.hashes.slice()
    const staysPut =
      !from &&
      [...filled].every(([row, { geometry }]) => {
        const box = this.positions.box(row)
        return !this.parts.shapes.has(row) && boxOf(geometry).every((corner, i) => Object.is(corner, box[i]))
      })
    const boxes = from
      ? new Float64Array(count * 4).fill(Number.NaN)
      : staysPut
        ? this.positions.boxes
        : this.positions.boxes.slice()
    const shapes = from ? new Map<number, Geometry>() : new Map(this.parts.shapes)
    for (let row = 0; from && row < count; row++) {
      const old = from[row] ?? -1
      if (old < 0) continue
      hashes[row] = this.parts.hashes[old] ?? 0n
      for (let i = 0; i < 4; i++) boxes[row * 4 + i] = this.positions.boxes[old * 4 + i] ?? Number.NaN
      const shape = this.parts.shapes.get(old)
      if (shape) shapes.set(row, shape)
    }
    const texts = new Map(LANGUAGES.map((language) => [language, new Map<number, string>()]))
    let haveMoved = from !== null
    for (const [row, content] of filled) {
      const before = boxes.slice(row * 4, row * 4 + 4)
      shapes.delete(row)
      fill(row, content, columns, hashes, boxes, shapes)
      haveMoved ||= before.some((corner, i) => !Object.is(corner, boxes[row * 4 + i]))
      for (const language of languagesOf(this.id)) {
        texts.get(language)?.set(row, featureText(this.id, content, language))
      }
    }
    const fragments = new Map<Language, Fragments>()
    for (const [language, old] of this.parts.fragments) {
      fragments.set(language, old.moved(from, texts.get(language) ?? new Map()))
    }
    return { columns, fragments, positions: haveMoved ? new Positions(boxes) : this.positions, shapes, hashes }
  }
}

const NOTHING: Properties = {}

const NAME_IN: Record<Language, string> = { fr: 'nameFr', ar: 'nameAr', en: 'nameEn' }

/** Builds a table from rows that come in the order of their ids. */
export class TableBuilder {
  private readonly collection: CollectionId
  private readonly ids: string[] = []
  private readonly columns: Map<string, Column>
  private readonly hashes: BigInt64Array
  private readonly boxes: Float64Array
  private readonly shapes = new Map<number, Geometry>()
  private readonly fragments: Map<Language, FragmentsBuilder>

  constructor(collection: CollectionId, count: number) {
    this.collection = collection
    const served = queryablesOf(collection).filter(({ name }) => name !== 'name' || !hasNames(collection))
    this.columns = new Map(
      [...served, ...unservedColumns(collection)].map(({ name, type }) => [name, columnOf(type, count)]),
    )
    this.hashes = new BigInt64Array(count)
    this.boxes = new Float64Array(count * 4).fill(Number.NaN)
    this.fragments = new Map(languagesOf(collection).map((language) => [language, new FragmentsBuilder(count)]))
  }

  add(row: TableRow): void {
    const at = this.ids.length
    if (at > 0 && (this.ids[at - 1] ?? '') >= row.id) throw new Error(`${this.collection}: ${row.id} is out of order`)
    this.ids.push(row.id)
    fill(at, row, this.columns, this.hashes, this.boxes, this.shapes)
    for (const [language, fragments] of this.fragments) fragments.add(featureText(this.collection, row, language))
  }

  finish(): Table {
    const { ids, columns, hashes, shapes } = this
    const fragments = new Map([...this.fragments].map(([language, builder]) => [language, builder.finish()]))
    return new Table(this.collection, { ids, columns, fragments, positions: new Positions(this.boxes), shapes, hashes })
  }
}

/** Only collections with names read differently in each language. */
function languagesOf(collection: CollectionId): readonly Language[] {
  return hasNames(collection) ? LANGUAGES : ['fr']
}

function fill(
  row: number,
  content: TableRow,
  columns: ReadonlyMap<string, Column>,
  hashes: BigInt64Array,
  boxes: Float64Array,
  shapes: Map<number, Geometry>,
): void {
  const { geometry } = content
  for (const [name, column] of columns) column.set(row, valueIn(content, name))
  hashes[row] = content.hash
  boxes.set(boxOf(geometry), row * 4)
  if (geometry && geometry.type !== 'Point') shapes.set(row, geometry)
}

/** What a row has to say in a column. */
function valueIn({ stored, derived, unserved = NOTHING }: TableRow, name: string): unknown {
  return name in derived ? derived[name] : name in unserved ? unserved[name] : stored[name]
}

/** Whether a column says so already. In doubt not: then it is copied, which is never wrong. */
function isSame(kept: Value, value: unknown): boolean {
  if (Array.isArray(kept)) return JSON.stringify(kept) === JSON.stringify(value)
  return kept === (value ?? null)
}

function featureText(collection: CollectionId, row: TableRow, language: Language): string {
  const { id, geometry, stored, derived } = row
  const properties: Record<string, unknown> = {}
  if (hasNames(collection)) properties.name = stored[NAME_IN[language]]
  // An optional property that is not there is left out; what is required is there, if only as null.
  for (const name of servedOrder(collection)) properties[name] = stored[name]
  for (const name in derived) if (name !== 'provenance') properties[name] = derived[name]
  // Last, because it is what a reader of the raw answer wants least.
  const added = derived.provenance
  properties.provenance = added ? { ...asObject(stored.provenance), ...asObject(added) } : stored.provenance
  return JSON.stringify({ type: 'Feature', id, geometry, properties })
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** The place of an id among sorted ones, or -1. */
function placeOf(ids: readonly string[], id: string): number {
  let low = 0
  let high = ids.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = ids[middle] ?? ''
    if (found === id) return middle
    if (found < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}

function mergedIds(old: readonly string[], changes: ReadonlyMap<string, TableRow | null>): string[] {
  const kept = old.filter((id) => changes.get(id) !== null)
  const known = new Set(old)
  const added = [...changes].filter(([id, row]) => row !== null && !known.has(id)).map(([id]) => id)
  return added.length === 0 ? kept : [...kept, ...added].sort(byCodeUnit)
}

/** The order of ids everywhere: the same as COLLATE "C" for the ASCII they are made of. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
