import type { CatalogueRecord, CollectionId, Office, OfficeColumns } from '@tvl/model'
import { availability, encodeColumns, FRESHNESS_FIELDS, verifiedOn } from '@tvl/model'
import { COLLECTIONS } from '@tvl/model/schema'
import { type OrderedColumns, officeColumns, patchedColumns } from './office-columns.ts'
import { verifiedColumn } from './queryables.ts'
import { byCodeUnit, type Change, type Table, TableBuilder, type TableRow } from './table.ts'
import { withZoneFigures } from './zone-table.ts'

/** A stored record with the store’s hash of it. */
export interface StoredRecord {
  record: CatalogueRecord
  hash: bigint
}

/** One version of the catalogue on one day, in memory. Never changes: a request reads one from its start to its end. */
export interface Snapshot {
  /** `<change number>-<today>`: what answers differ by, hence the ETag. */
  readonly version: string
  /** Number of the last change in it. */
  readonly changeNumber: number
  /** The catalogue’s day in Africa/Casablanca, ISO. */
  readonly today: string
  collection(id: CollectionId): Table
  /** Offices as the rules take them: by zone, building and stack order. */
  readonly columns: OfficeColumns
  /** Row in the collection `offices` of each row of `columns`. */
  readonly columnRows: Int32Array
  /** `columns` as the page gets them. */
  readonly columnsEncoded: Uint8Array
}

/** Where a snapshot stands in time. */
export interface Moment {
  changeNumber: number
  today: string
}

/**
 * Collects the records of one version, collection by collection, in the order of their ids, and makes the snapshot.
 * Takes them one at a time so that 100,000 offices never stand in memory as objects.
 */
export class SnapshotBuilder {
  private readonly builders = new Map<CollectionId, TableBuilder>()

  /** @param counts number of records of each collection that will be added */
  constructor(counts: ReadonlyMap<CollectionId, number>) {
    for (const id of COLLECTIONS) this.builders.set(id, new TableBuilder(id, counts.get(id) ?? 0))
  }

  add(stored: StoredRecord): void {
    this.builders.get(stored.record.collection)?.add(rowOf(stored))
  }

  finish(moment: Moment): Snapshot {
    const tables = new Map([...this.builders].map(([id, builder]) => [id, builder.finish()]))
    return assemble(tables, moment, null)
  }
}

/** A snapshot of records that lie in memory, in any order. Their hashes are unknown, so it cannot be checked for drift. */
export function snapshotOf(records: readonly CatalogueRecord[], moment: Moment): Snapshot {
  const counts = new Map<CollectionId, number>()
  for (const { collection } of records) counts.set(collection, (counts.get(collection) ?? 0) + 1)
  const builder = new SnapshotBuilder(counts)
  for (const record of [...records].sort((a, b) => byCodeUnit(a.id, b.id))) builder.add({ record, hash: 0n })
  return builder.finish(moment)
}

/** A change of one record, as the snapshot takes it: null = the record is gone. */
export interface RecordChange {
  collection: CollectionId
  id: string
  stored: StoredRecord | null
}

/** The next snapshot: the changes in it, at its moment. The old one stays whole for the requests that hold it. */
export function advanced(snapshot: Snapshot, changes: readonly RecordChange[], moment: Moment): Snapshot {
  const byCollection = new Map<CollectionId, Change[]>()
  for (const { collection, id, stored } of changes) {
    const list = byCollection.get(collection) ?? []
    list.push({ id, row: stored && rowOf(stored) })
    byCollection.set(collection, list)
  }
  const tables = new Map(
    COLLECTIONS.map((id) => {
      const own = byCollection.get(id)
      return [id, own ? snapshot.collection(id).changed(own) : snapshot.collection(id)] as const
    }),
  )
  return assemble(tables, moment, {
    snapshot,
    changed: new Map([...byCollection].map(([id, own]) => [id, new Set(own.map((change) => change.id))])),
  })
}

/** Checksum of the stored content of each collection, as the store computes it (`StoredChecksums`). */
export function checksumsOf(snapshot: Snapshot): Map<CollectionId, { count: number; sum: bigint }> {
  return new Map(
    COLLECTIONS.map((id) => {
      const table = snapshot.collection(id)
      return [id, { count: table.count, sum: table.checksum() }]
    }),
  )
}

/** What a snapshot is made from: the one before it, and the ids of what has changed since. */
interface Basis {
  snapshot: Snapshot
  changed: ReadonlyMap<CollectionId, ReadonlySet<string>>
}

function assemble(tables: Map<CollectionId, Table>, moment: Moment, basis: Basis | null): Snapshot {
  const collection = (id: CollectionId): Table => {
    const table = tables.get(id)
    if (!table) throw new RangeError(`No collection ${id}`)
    return table
  }
  const { columns, rows } = columnsFor(collection, basis)
  const zones = withZoneFigures({ collection, columns, today: moment.today }, basis)
  tables.set('zones', zones)
  const before = basis?.snapshot
  let encoded: Uint8Array | undefined
  return {
    version: `${moment.changeNumber}-${moment.today}`,
    ...moment,
    collection,
    columns,
    columnRows: rows,
    // At its first use: a run of changes makes many versions whose columns nobody asks for.
    get columnsEncoded() {
      encoded ??= before?.columns === columns ? before.columnsEncoded : encodeColumns(columns)
      return encoded
    },
  }
}

function columnsFor(collection: (id: CollectionId) => Table, basis: Basis | null): OrderedColumns {
  const [offices, buildings] = [collection('offices'), collection('buildings')]
  if (!basis) return officeColumns(offices, buildings)
  const { snapshot, changed } = basis
  const before = { columns: snapshot.columns, rows: snapshot.columnRows }
  if (!changed.has('offices') && !changed.has('buildings')) return before
  const patched = changed.has('buildings')
    ? null
    : patchedColumns(before, snapshot.collection('offices'), offices, changed.get('offices') ?? new Set())
  return patched ?? officeColumns(offices, buildings, before.rows)
}

function rowOf({ record, hash }: StoredRecord): TableRow {
  const { id, geometry, properties } = record
  const common = { id, geometry, stored: { ...properties }, hash }
  if (record.collection !== 'offices') return { ...common, derived: {} }
  const office = properties as Office
  const verified = FRESHNESS_FIELDS.map((field) => [verifiedColumn(field), verifiedOn(office, field)])
  return { ...common, derived: { ...availability(office) }, unserved: Object.fromEntries(verified) }
}
