import { type BulkCollection, type BulkFault, type ChangeWrite, cleaned, writtenFields } from '@tvl/model'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { STATUS_DATES, unknownFields } from '../changes/fields.ts'
import type { Content } from '../storage/database.ts'
import type { Choices } from './choices.ts'
import type { FileRow } from './file-rows.ts'
import type { Lookup } from './lookup.ts'

/** A row with the record that it is about and what it wants of it. */
export interface WantedRow extends FileRow {
  /** null: which record is meant cannot be told. */
  id: string | null
  stored: Content | null
  /** null: nothing to be written, or it cannot be. */
  write: ChangeWrite | null
}

interface Taken {
  /** Ids of records and of rows before. */
  ids: Set<string>
  rows: Map<string, number>
  stackOrders: Map<string, number>
}

/** Compares rows with the catalogue, one after the other: a row knows what the rows before it are about. */
export class Comparison {
  readonly #snapshot: Snapshot
  readonly #lookup: Lookup
  readonly #choices: Choices
  readonly #units: ReadonlyMap<string, readonly string[]>
  readonly #taken: Taken = { ids: new Set(), rows: new Map(), stackOrders: new Map() }

  /** Where the new buildings of the file lie: their offices lie there too. */
  readonly newPlaces: Map<string, Content['geometry']>

  constructor(
    snapshot: Snapshot,
    lookup: Lookup,
    choices: Choices,
    newPlaces = new Map<string, Content['geometry']>(),
  ) {
    this.newPlaces = newPlaces
    this.#snapshot = snapshot
    this.#lookup = lookup
    this.#choices = choices
    this.#units = unitsByName(snapshot)
  }

  wanted(row: FileRow): WantedRow {
    const id = this.#idOf(row)
    const stored = id === null ? null : contentOf(this.#snapshot, row.collection, id)
    const wanted: WantedRow = { ...row, id, stored, write: null }
    if (id === null) return wanted
    const key = `${row.collection}/${id}`
    const first = this.#taken.rows.get(key)
    if (first !== undefined) return refused(wanted, 'row.twice', 'id', first + 1)
    this.#taken.rows.set(key, row.row)
    this.#taken.ids.add(id)
    if (stored) this.#patch(wanted, id, stored)
    else this.#create(wanted, id)
    return wanted
  }

  /** The record that a row is about; a new one gets an id. */
  #idOf(row: FileRow): string | null {
    const given = row.values.get('id')
    const keys = [
      'id',
      row.collection === 'offices' ? 'buildingId' : 'zoneId',
      ...(row.collection === 'offices' ? ['name'] : []),
    ]
    if (row.faults.some(({ field }) => keys.includes(field ?? ''))) return null
    if (typeof given === 'string') {
      if (contentOf(this.#snapshot, row.collection, given)) return given
      const others = this.#sameName(row)
      // A slip in the id would make a second unit of the one that is there.
      if (others.length > 0) row.faults.push(fault('id.other', 'id', given, others[0]))
      return others.length > 0 ? null : given
    }
    const [first, ...others] = this.#sameName(row)
    if (others.length > 0) {
      row.faults.push(fault('row.ambiguous', 'name', text(row.values.get('name'))))
      return null
    }
    return first ?? this.#newId(row)
  }

  /** The records of the same place with the name of the row. */
  #sameName({ collection, values }: FileRow): readonly string[] {
    const place = collection === 'offices' ? values.get('buildingId') : values.get('zoneId')
    const names = collection === 'offices' ? ['name'] : ['nameFr', 'nameAr', 'nameEn']
    const name = names.map((field) => values.get(field)).find((value) => typeof value === 'string')
    if (typeof place !== 'string' || typeof name !== 'string') return []
    return this.#units.get(`${collection}/${place}/${nameKey(name)}`) ?? []
  }

  #newId({ collection, values, row }: FileRow): string {
    const place = text(collection === 'offices' ? values.get('buildingId') : values.get('zoneId'))
    const name = text(collection === 'offices' ? values.get('name') : values.get('nameFr'))
    const stem = [place || 'new', slug(name) || `row-${row + 1}`].join('-').slice(0, 110).replace(/-+$/, '')
    for (let n = 1; ; n++) {
      const id = n === 1 ? stem : `${stem}-${n}`
      if (!this.#taken.ids.has(id) && !contentOf(this.#snapshot, collection, id)) return id
    }
  }

  /** What a row changes of a record that is there: what it says otherwise, and nothing more. */
  #patch(row: WantedRow, id: string, stored: Content): void {
    const nullable = unknownFields(row.collection)
    const said = new Map(row.values)
    if (this.#choices.blanks === 'unknown') {
      for (const field of row.blanks) if (field in nullable) said.set(field, null)
    }
    said.delete('id')
    const point = this.#pointOf(row, said)
    const properties: Record<string, unknown> = {}
    for (const [field, value] of said) {
      if (value === null && !(field in nullable)) {
        if (!isPosition(field)) row.faults.push(fault('required', field, null))
      } else if (!isSameValue(stored.properties[field], value)) properties[field] = value
    }
    if ('status' in properties) {
      // Dates that the row states with its new status are judged with it, also where they are the former ones.
      for (const date of STATUS_DATES) if (typeof said.get(date) === 'string') properties[date] = said.get(date)
    }
    if (typeof properties.buildingId === 'string' && !said.has('zoneId')) {
      const zone = this.#lookup.zoneOfBuilding(properties.buildingId)
      if (zone && zone !== stored.properties.zoneId) properties.zoneId = zone
    }
    const geometry = point && !isSamePoint(stored, point) ? { geometry: point } : {}
    if (Object.keys(properties).length === 0 && !('geometry' in geometry)) return
    row.write = {
      collection: row.collection,
      id,
      base: this.#snapshot.changeNumber,
      patch: { properties, ...geometry },
    }
  }

  #create(row: WantedRow, id: string): void {
    const { collection } = row
    const said = new Map(row.values)
    said.delete('id')
    const point = this.#pointOf(row, said)
    const building = text(said.get('buildingId'))
    const place = building === '' ? null : contentOf(this.#snapshot, 'buildings', building)
    if (collection === 'offices' && building !== '' && !said.has('zoneId')) {
      said.set('zoneId', this.#lookup.zoneOfBuilding(building) ?? null)
    }
    if (collection === 'offices' && building !== '' && !said.has('stackOrder'))
      said.set('stackOrder', this.#nextIn(building))
    const geometry = point ?? place?.geometry ?? this.newPlaces.get(building) ?? null
    for (const { name, isNeeded } of writtenFields(collection)) {
      const isGiven = isPosition(name) ? geometry !== null : (said.get(name) ?? null) !== null
      const isRefused = row.faults.some(({ field }) => field === name)
      if (isNeeded && !isGiven && !isRefused) row.faults.push(fault('required', name, null))
    }
    if (collection === 'buildings' && geometry) this.newPlaces.set(id, geometry)
    const feature = {
      type: 'Feature' as const,
      geometry,
      properties: { ...unknownFields(collection), ...Object.fromEntries(said) },
    }
    row.write = { collection, id, base: null, feature }
  }

  /** The point that a row states; takes both numbers out of what is said. */
  #pointOf(row: WantedRow, said: Map<string, string | number | null>): Content['geometry'] {
    const [lon, lat] = [said.get('longitude'), said.get('latitude')]
    said.delete('longitude')
    said.delete('latitude')
    if (typeof lon === 'number' && typeof lat === 'number') return { type: 'Point', coordinates: [lon, lat] }
    if (typeof lon === 'number' || typeof lat === 'number') {
      row.faults.push(fault('geometry.half', typeof lon === 'number' ? 'latitude' : 'longitude', null))
    }
    return null
  }

  /** The place after the last one of a building, which rows before may have taken. */
  #nextIn(building: string): number {
    const offices = this.#snapshot.collection('offices')
    let last = this.#taken.stackOrders.get(building)
    if (last === undefined) {
      last = -1
      for (const id of this.#units.get(`in/${building}`) ?? []) {
        last = Math.max(last, Number(offices.get('stackOrder')(offices.rowOf(id))))
      }
    }
    this.#taken.stackOrders.set(building, last + 1)
    return last + 1
  }
}

const isPosition = (field: string): boolean => field === 'longitude' || field === 'latitude'

export const fault = (code: string, field: string | null, value: string | null, limit?: unknown): BulkFault => ({
  code,
  field,
  value,
  ...(limit === undefined ? {} : { limit }),
})

function refused(row: WantedRow, code: string, field: string, limit?: unknown): WantedRow {
  row.faults.push(fault(code, field, row.id, limit))
  return row
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Two units of one name differ by more than case and spaces. */
const nameKey = (name: string): string => cleaned(name).normalize('NFC').toLowerCase()

/** Texts that look the same are: a file neither keeps nor shows spaces at their ends. */
export function isSameValue(stored: unknown, value: string | number | null): boolean {
  if (typeof stored === 'string' && typeof value === 'string') return cleaned(stored) === value
  return (stored ?? null) === value
}

function isSamePoint({ geometry }: Content, point: NonNullable<Content['geometry']>): boolean {
  return (
    geometry?.type === 'Point' &&
    point.type === 'Point' &&
    geometry.coordinates[0] === point.coordinates[0] &&
    geometry.coordinates[1] === point.coordinates[1]
  )
}

/** Letters and figures of a name, for an id. */
const slug = (name: string): string =>
  squeezedWords(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

const squeezedWords = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '')

export function contentOf(snapshot: Snapshot, collection: BulkCollection, id: string): Content | null {
  const table = snapshot.collection(collection)
  const row = table.rowOf(id)
  if (row < 0) return null
  const { geometry, properties } = table.record(row)
  return { geometry, properties: { ...properties } as Content['properties'] }
}

/** Offices by building and name, buildings by zone and name, and the offices of each building. */
function unitsByName(snapshot: Snapshot): Map<string, string[]> {
  const units = new Map<string, string[]>()
  const put = (key: string, id: string) => {
    const ids = units.get(key)
    if (!ids) units.set(key, [id])
    else if (!ids.includes(id)) ids.push(id)
  }
  const offices = snapshot.collection('offices')
  const [building, name] = [offices.get('buildingId'), offices.get('name')]
  for (const [row, id] of offices.ids.entries()) {
    put(`offices/${building(row)}/${nameKey(String(name(row)))}`, id)
    const own = `in/${building(row)}`
    const ids = units.get(own)
    if (ids) ids.push(id)
    else units.set(own, [id])
  }
  const buildings = snapshot.collection('buildings')
  for (const [row, id] of buildings.ids.entries()) {
    for (const property of ['nameFr', 'nameAr', 'nameEn']) {
      put(`buildings/${buildings.get('zoneId')(row)}/${nameKey(String(buildings.get(property)(row)))}`, id)
    }
  }
  return units
}
