import {
  Building,
  type CatalogueRecord,
  type CollectionId,
  Incentive,
  Infrastructure,
  METHODS,
  Office,
  type Provenance,
  Province,
  Region,
  Source,
  TalentPool,
  Zone,
} from '@tvl/model/schema'
import { Compile } from 'typebox/compile'

const VALIDATORS = {
  regions: Compile(Region),
  provinces: Compile(Province),
  zones: Compile(Zone),
  buildings: Compile(Building),
  offices: Compile(Office),
  infrastructure: Compile(Infrastructure),
  'talent-pools': Compile(TalentPool),
  incentives: Compile(Incentive),
  sources: Compile(Source),
}

/** Land and near sea of Morocco, degrees. */
const MOROCCO = { west: -17.2, south: 20.7, east: -0.9, north: 36.0 }
const ARABIC = /\p{Script=Arabic}/u

/** Properties that point at a record of another collection. */
const REFERENCES: readonly (readonly [property: string, collection: CollectionId])[] = [
  ['regionId', 'regions'],
  ['provinceId', 'provinces'],
  ['zoneId', 'zones'],
  ['buildingId', 'buildings'],
  ['airportId', 'infrastructure'],
  ['hsrStationId', 'infrastructure'],
  ['railStationId', 'infrastructure'],
]

/** Operators known by name; a zone whose operator is not published says `unknown`. */
const OPERATORS = new Set(['ewane', 'mitc', 'tanger-med-zones', 'midparc-investment', 'cfca', 'phosboucraa', 'unknown'])

type Ids = ReadonlyMap<CollectionId, ReadonlySet<string>>

/**
 * Everything that is wrong with a catalogue, one sentence each; empty when it may be published. Tests shape, sources,
 * references, places and the three languages of every record.
 */
export function checkCatalogue(records: readonly CatalogueRecord[]): string[] {
  const ids = new Map<CollectionId, Set<string>>()
  const problems: string[] = []
  for (const { collection, id } of records) {
    const known = ids.get(collection) ?? new Set()
    if (known.has(id)) problems.push(`${collection}/${id}: the id occurs twice`)
    ids.set(collection, known.add(id))
  }
  const checkedProvenances = new WeakSet<object>()
  for (const record of records) {
    const place = `${record.collection}/${record.id}`
    const report = (problem: string) => problems.push(`${place}: ${problem}`)
    checkShape(record, report)
    if (record.collection === 'sources') continue
    const properties: Record<string, unknown> = { ...record.properties }
    checkProvenance(record, properties, ids, checkedProvenances, report)
    checkReferences(properties, ids, report)
    checkPlace(record, report)
    checkLanguages(properties, report)
  }
  return problems
}

function checkShape(record: CatalogueRecord, report: (problem: string) => void): void {
  const validator = VALIDATORS[record.collection]
  if (validator.Check(record.properties)) return
  for (const error of validator.Errors(record.properties).slice(0, 3)) {
    report(`${error.instancePath || 'properties'} ${error.message}`)
  }
}

function checkProvenance(
  record: CatalogueRecord,
  properties: Record<string, unknown>,
  ids: Ids,
  checked: WeakSet<object>,
  report: (problem: string) => void,
): void {
  const provenance = properties.provenance as Record<string, Provenance | undefined> | undefined
  if (!provenance) {
    report('has no provenance')
    return
  }
  for (const [property, value] of Object.entries(properties)) {
    if (property === 'provenance' || value === null || (Array.isArray(value) && value.length === 0)) continue
    if (!provenance[property] && !provenance['*']) report(`${property} has no source`)
  }
  if (record.geometry && !provenance.geometry && !provenance['*']) report('geometry has no source')

  const illustrative = isIllustrative(record, properties)
  // Invented records share one provenance object: a hundred thousand of them need one look.
  if (illustrative && checked.has(provenance)) return
  checked.add(provenance)
  for (const [property, entry] of Object.entries(provenance)) {
    if (!entry) continue
    if (property !== '*' && property !== 'geometry' && !(property in properties)) {
      report(`provenance names ${property}, which is not a property`)
    }
    if (entry.sources.length === 0) report(`${property} has no source`)
    for (const source of entry.sources) {
      if (!ids.get('sources')?.has(source)) report(`${property} cites the unknown source ${source}`)
    }
    if (entry.method !== undefined && !(entry.method in METHODS))
      report(`${property} has the unknown method ${entry.method}`)
    if (entry.grade === 'derived' && entry.method === undefined) report(`${property} is derived without a method`)
    if (illustrative !== (entry.grade === 'illustrative')) {
      report(illustrative ? `${property} is invented but graded ${entry.grade}` : `${property} is graded illustrative`)
    }
  }
}

/** Buildings and offices are invented until a manager enters one; a zone says so itself. */
function isIllustrative(record: CatalogueRecord, properties: Record<string, unknown>): boolean {
  return record.collection === 'buildings' || record.collection === 'offices' || properties.illustrative === true
}

function checkReferences(properties: Record<string, unknown>, ids: Ids, report: (problem: string) => void): void {
  for (const [property, collection] of REFERENCES) {
    const id = properties[property]
    if (typeof id === 'string' && !ids.get(collection)?.has(id)) report(`${property} ${id} is not in ${collection}`)
  }
  if (typeof properties.operatorId === 'string' && !OPERATORS.has(properties.operatorId)) {
    report(`operatorId ${properties.operatorId} is not a known operator`)
  }
}

function checkPlace({ geometry }: CatalogueRecord, report: (problem: string) => void): void {
  if (!geometry) return
  if (geometry.type !== 'Point') {
    report(`geometry is a ${geometry.type}, expected a Point`)
    return
  }
  const [lon = Number.NaN, lat = Number.NaN] = geometry.coordinates
  const inside = lon >= MOROCCO.west && lon <= MOROCCO.east && lat >= MOROCCO.south && lat <= MOROCCO.north
  if (!inside) report(`the point ${lon}, ${lat} is not in Morocco`)
}

/** Every text that ends in Fr has its Ar, in Arabic script, and its En, without it; lists have the same length. */
function checkLanguages(properties: Record<string, unknown>, report: (problem: string) => void): void {
  for (const key of Object.keys(properties)) {
    if (!key.endsWith('Fr')) continue
    const stem = key.slice(0, -2)
    const [fr, ar, en] = ['Fr', 'Ar', 'En'].map((language) => texts(properties[stem + language]))
    if (!fr || !ar || !en || fr.length !== ar.length || fr.length !== en.length) {
      report(`${stem} is not in the three languages`)
      continue
    }
    if (ar.some((text) => !ARABIC.test(text))) report(`${stem}Ar is not in Arabic script`)
    if ([...fr, ...en].some((text) => ARABIC.test(text))) report(`${stem}Fr or ${stem}En is in Arabic script`)
  }
}

/** The texts of a value: none for null, undefined when the property is missing. */
function texts(value: unknown): string[] | undefined {
  if (value === null) return []
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.filter((text): text is string => typeof text === 'string')
  return undefined
}
