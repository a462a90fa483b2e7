import type { CatalogueRecord, CollectionId, Office, OfficeColumns, PropertiesOf } from '@tvl/model'
import { availability, encodeColumns, FRESHNESS_FIELDS, incentiveVerdicts, verifiedOn } from '@tvl/model'
import { COLLECTIONS } from '@tvl/model/schema'
import { officeColumns } from './office-columns.ts'
import { verifiedColumn } from './queryables.ts'
import { byCodeUnit, type Change, type Table, TableBuilder, type TableRow } from './table.ts'
import { type ZoneContext, zoneFigures, zoneInventories } from './zone-figures.ts'

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
    return assemble(tables, moment, null, true)
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
  const haveOfficesChanged = byCollection.has('offices') || byCollection.has('buildings')
  return assemble(tables, moment, snapshot, haveOfficesChanged)
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

function assemble(
  tables: Map<CollectionId, Table>,
  moment: Moment,
  previous: Snapshot | null,
  haveOfficesChanged: boolean,
): Snapshot {
  const collection = (id: CollectionId): Table => {
    const table = tables.get(id)
    if (!table) throw new RangeError(`No collection ${id}`)
    return table
  }
  const { columns, rows } =
    previous && !haveOfficesChanged
      ? { columns: previous.columns, rows: previous.columnRows }
      : officeColumns(collection('offices'), collection('buildings'), previous?.columnRows)
  const columnsEncoded = previous?.columns === columns ? previous.columnsEncoded : encodeColumns(columns)
  tables.set('zones', withZoneFigures(collection, columns, moment.today))
  return {
    version: `${moment.changeNumber}-${moment.today}`,
    ...moment,
    collection,
    columns,
    columnRows: rows,
    columnsEncoded,
  }
}

/** Zones depend on nearly everything and are at most a few hundred: written anew each time. */
function withZoneFigures(collection: (id: CollectionId) => Table, columns: OfficeColumns, today: string): Table {
  const zones = collection('zones')
  const context = zoneContext(collection, columns, today)
  const builder = new TableBuilder('zones', zones.count)
  for (let row = 0; row < zones.count; row++) {
    const record = zones.record(row) as CatalogueRecord<'zones'>
    const [lon, lat] = zones.positions.box(row)
    const derived = zoneFigures({ id: record.id, position: [lon, lat], properties: record.properties }, context)
    builder.add({
      id: record.id,
      geometry: record.geometry,
      stored: { ...record.properties },
      derived,
      hash: zones.hash(row),
    })
  }
  return builder.finish()
}

function zoneContext(collection: (id: CollectionId) => Table, columns: OfficeColumns, today: string): ZoneContext {
  const buildings = new Map<string, number>()
  const zoneOf = collection('buildings').get('zoneId')
  for (let row = 0; row < collection('buildings').count; row++) {
    const zone = String(zoneOf(row))
    buildings.set(zone, (buildings.get(zone) ?? 0) + 1)
  }
  const pools = recordsOf<'talent-pools'>(collection('talent-pools'))
  const talentByRegion = new Map(
    pools.flatMap(({ properties }) => (properties.regionId ? [[properties.regionId, properties]] : [])),
  )
  const offices = collection('offices')
  const provenance =
    offices.count > 0 ? (offices.record(0) as CatalogueRecord<'offices'>).properties.provenance : undefined
  return {
    buildings,
    inventories: zoneInventories(columns, today),
    talentByRegion,
    verdicts: incentiveVerdicts(
      asRules<'incentives'>(collection('incentives')),
      asRules<'provinces'>(collection('provinces')),
      today,
    ),
    inventoryProvenance: provenance?.['*'],
  }
}

function recordsOf<C extends CollectionId>(table: Table): CatalogueRecord<C>[] {
  return Array.from({ length: table.count }, (_, row) => table.record(row) as CatalogueRecord<C>)
}

/** As the rules take them: the id beside the properties. */
function asRules<C extends 'incentives' | 'provinces'>(table: Table): ({ id: string } & PropertiesOf[C])[] {
  return recordsOf<C>(table).map(({ id, properties }) => ({ id, ...properties }))
}

function rowOf({ record, hash }: StoredRecord): TableRow {
  const { id, geometry, properties } = record
  const common = { id, geometry, stored: { ...properties }, hash }
  if (record.collection !== 'offices') return { ...common, derived: {} }
  const office = properties as Office
  const verified = FRESHNESS_FIELDS.map((field) => [verifiedColumn(field), verifiedOn(office, field)])
  return { ...common, derived: { ...availability(office) }, unserved: Object.fromEntries(verified) }
}
