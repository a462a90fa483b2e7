import type { CatalogueRecord, CollectionId, OfficeColumns, PropertiesOf } from '@tvl/model'
import { incentiveVerdicts } from '@tvl/model'
import { type Change, type Table, TableBuilder, type TableRow } from './table.ts'
import { hasSameInventory, type ZoneContext, zoneFigures, zoneInventories } from './zone-figures.ts'

interface Whole {
  collection(id: CollectionId): Table
  columns: OfficeColumns
  today: string
}

interface Basis {
  snapshot: Whole
  changed: ReadonlyMap<CollectionId, ReadonlySet<string>>
}

/** What the figures of every zone depend on, beside its own record and inventory. */
const FOR_ALL = ['talent-pools', 'incentives', 'provinces'] as const

/** The zones with their figures. After a change, only those that it touches are written anew. */
export function withZoneFigures(whole: Whole, basis: Basis | null): Table {
  const zones = whole.collection('zones')
  const context = zoneContext(whole)
  const rowAt = (row: number) => zoneRow(zones, row, context)
  if (!basis || touchesAll(whole, basis)) {
    const builder = new TableBuilder('zones', zones.count)
    for (let row = 0; row < zones.count; row++) builder.add(rowAt(row))
    return builder.finish()
  }
  const own = basis.changed.get('zones')
  const changes: Change[] = []
  for (let row = 0; row < zones.count; row++) {
    const id = zones.ids[row] ?? ''
    if (own?.has(id) || !hasSameInventory(zones, row, context)) changes.push({ id, row: rowAt(row) })
  }
  return changes.length > 0 ? zones.changed(changes) : zones
}

function touchesAll({ collection, today }: Whole, { snapshot, changed }: Basis): boolean {
  if (today !== snapshot.today || FOR_ALL.some((id) => changed.has(id))) return true
  const [now, before] = [collection('offices'), snapshot.collection('offices')]
  if (now.count === 0 || before.count === 0) return now.count !== before.count
  // The first office tells the grade of all inventories.
  return !now.fragment(0, 'fr').equals(before.fragment(0, 'fr'))
}

function zoneRow(zones: Table, row: number, context: ZoneContext): TableRow {
  const { id, geometry, properties } = zones.record(row) as CatalogueRecord<'zones'>
  const [lon, lat] = zones.positions.box(row)
  const derived = zoneFigures({ id, position: [lon, lat], properties }, context)
  return { id, geometry, stored: { ...properties }, derived, hash: zones.hash(row) }
}

function zoneContext({ collection, columns, today }: Whole): ZoneContext {
  const buildings = new Map<string, number>()
  const zoneOf = collection('buildings').get('zoneId')
  for (let row = 0; row < collection('buildings').count; row++) {
    const zone = String(zoneOf(row))
    buildings.set(zone, (buildings.get(zone) ?? 0) + 1)
  }
  const offices = collection('offices')
  const provenance =
    offices.count > 0 ? (offices.record(0) as CatalogueRecord<'offices'>).properties.provenance : undefined
  let talent: ZoneContext['talentByRegion'] | undefined
  let verdicts: ZoneContext['verdicts'] | undefined
  return {
    buildings,
    inventories: zoneInventories(columns, today),
    // Read from their records only when a zone is written.
    get talentByRegion() {
      talent ??= new Map(
        recordsOf<'talent-pools'>(collection('talent-pools')).flatMap(({ properties }) =>
          properties.regionId ? [[properties.regionId, properties]] : [],
        ),
      )
      return talent
    },
    get verdicts() {
      verdicts ??= incentiveVerdicts(
        asRules<'incentives'>(collection('incentives')),
        asRules<'provinces'>(collection('provinces')),
        today,
      )
      return verdicts
    },
    inventoryProvenance: provenance?.['*'],
  }
}

const recordsByTable = new WeakMap<Table, CatalogueRecord[]>()

/** Kept as long as the table: incentives and provinces rarely change, offices all the time. */
function recordsOf<C extends CollectionId>(table: Table): CatalogueRecord<C>[] {
  const known = recordsByTable.get(table) ?? Array.from({ length: table.count }, (_, row) => table.record(row))
  recordsByTable.set(table, known)
  return known as CatalogueRecord<C>[]
}

/** As the rules take them: the id beside the properties. */
function asRules<C extends 'incentives' | 'provinces'>(table: Table): ({ id: string } & PropertiesOf[C])[] {
  return recordsOf<C>(table).map(({ id, properties }) => ({ id, ...properties }))
}
