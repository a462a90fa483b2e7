import type { CollectionId, VerifiedField } from '@tvl/model'
import {
  Building,
  COLLECTIONS,
  Incentive,
  Infrastructure,
  IsoDate,
  Office,
  OfficeAvailability,
  Province,
  Region,
  Source,
  TalentPool,
  VERIFIED_FIELDS,
  Zone,
  ZoneInventory,
} from '@tvl/model/schema'
import { type TObject, Type } from 'typebox'

export type QueryableType = 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'array'

/** One property that a filter, a sort or a query parameter may name. */
export interface Queryable {
  name: string
  type: QueryableType
  /** Whether a record may leave it unknown (null). */
  isNullable: boolean
  /** The only values it takes, when the schema lists them. */
  enum?: readonly string[]
  description?: string
  /** True when the snapshot computes it; it is in no stored record. */
  isDerived: boolean
}

/** What the region’s talent pool and the dated rules add to a zone: asked of the zone, stored elsewhere. */
const ZoneSurroundings = Type.Object({
  literateFrenchPct: Type.Union([
    Type.Number({ description: '% of the region’s literate people aged 10 and over' }),
    Type.Null(),
  ]),
  literateEnglishPct: Type.Union([
    Type.Number({ description: '% of the region’s literate people aged 10 and over' }),
    Type.Null(),
  ]),
  literateSpanishPct: Type.Union([
    Type.Number({ description: '% of the region’s literate people aged 10 and over' }),
    Type.Null(),
  ]),
  skillsCity: Type.Boolean({ description: 'a Cité des métiers et des compétences is published for the region' }),
  universityNewEntrants: Type.Union([
    Type.Integer({ description: 'new entrants a year of the region’s listed public universities' }),
    Type.Null(),
  ]),
  incentives: Type.Array(Type.String(), { description: 'ids of the incentives in force and not refused here' }),
})

/** What is stored of each collection. */
export const STORED: Readonly<Record<CollectionId, TObject>> = {
  regions: Region,
  provinces: Province,
  zones: Zone,
  buildings: Building,
  offices: Office,
  infrastructure: Infrastructure,
  'talent-pools': TalentPool,
  incentives: Incentive,
  sources: Source,
}
const DERIVED: Partial<Record<CollectionId, readonly TObject[]>> = {
  offices: [OfficeAvailability],
  zones: [ZoneInventory, ZoneSurroundings],
}

const PROPERTIES = mapCollections((id) => Object.keys(STORED[id].properties))
const SERVED = mapCollections((id) => PROPERTIES[id].filter((name) => name !== 'provenance'))
const NAMED: ReadonlySet<CollectionId> = new Set(COLLECTIONS.filter((id) => 'nameFr' in STORED[id].properties))

function mapCollections<T>(of: (id: CollectionId) => T): Record<CollectionId, T> {
  return Object.fromEntries(COLLECTIONS.map((id) => [id, of(id)])) as Record<CollectionId, T>
}

interface SchemaShape {
  type?: string
  const?: unknown
  enum?: readonly unknown[]
  pattern?: string
  description?: string
  anyOf?: readonly SchemaShape[]
  items?: SchemaShape
}

/** The queryables of a collection, read from its schema, in the schema’s order; `name` first where there are names. */
export function queryablesOf(collection: CollectionId): Queryable[] {
  const stored = queryablesIn(STORED[collection], false)
  const derived = (DERIVED[collection] ?? []).flatMap((schema) => queryablesIn(schema, true))
  const names: Queryable[] = hasNames(collection)
    ? [{ name: 'name', type: 'string', isNullable: false, isDerived: true, description: 'in the language asked for' }]
    : []
  return [...names, ...stored, ...derived]
}

/** Column of the day on which a field of an office was verified. No queryable has such a name. */
export const verifiedColumn = (field: VerifiedField): string => `verified:${field}`

const UNSERVED: Partial<Record<CollectionId, readonly Pick<Queryable, 'name' | 'type'>[]>> = {
  offices: VERIFIED_FIELDS.map((field) => ({ name: verifiedColumn(field), type: 'date' })),
}

/** Columns that only the server itself reads. */
export function unservedColumns(collection: CollectionId): readonly Pick<Queryable, 'name' | 'type'>[] {
  return UNSERVED[collection] ?? []
}

/** The stored properties of a collection in the order of its schema: the order in which they are served. */
export function propertyOrder(collection: CollectionId): readonly string[] {
  return PROPERTIES[collection]
}

/** The same without provenance, which is served last. */
export function servedOrder(collection: CollectionId): readonly string[] {
  return SERVED[collection]
}

/** Whether the records carry nameFr, nameAr, nameEn, and so are served with `name` in the language asked for. */
export function hasNames(collection: CollectionId): boolean {
  return NAMED.has(collection)
}

function queryablesIn(schema: TObject, isDerived: boolean): Queryable[] {
  return Object.entries(schema.properties as Record<string, SchemaShape>).flatMap(([name, shape]) => {
    const queryable = queryableOf(name, shape, isDerived)
    return queryable ? [queryable] : []
  })
}

/** Undefined for what is no plain value (provenance, conditions, details): served, not queryable. */
function queryableOf(name: string, shape: SchemaShape, isDerived: boolean): Queryable | undefined {
  const options = flatten(shape)
  const values = options.filter((option) => option.type !== 'null')
  const isNullable = values.length < options.length
  const description = shape.description ?? values.find((option) => option.description)?.description
  const common = { name, isNullable, isDerived, ...(description ? { description } : {}) }
  const allowed = values.flatMap((option) => option.enum ?? (option.const === undefined ? [] : [option.const]))
  if (allowed.length >= values.length && allowed.length > 0) {
    return { ...common, type: 'string', enum: allowed.map(String) }
  }
  const value = values[0]
  if (values.length !== 1 || !value) return undefined
  switch (value.type) {
    case 'string':
      return { ...common, type: isDay(value) ? 'date' : 'string' }
    case 'number':
    case 'integer':
    case 'boolean':
      return { ...common, type: value.type }
    case 'array':
      return value.items?.type === 'string' ? { ...common, type: 'array' } : undefined
    default:
      return undefined
  }
}

/** Days are told from other texts by the pattern of IsoDate. */
function isDay(shape: SchemaShape): boolean {
  return shape.pattern === (IsoDate as SchemaShape).pattern
}

function flatten(shape: SchemaShape): readonly SchemaShape[] {
  return shape.anyOf ? shape.anyOf.flatMap(flatten) : [shape]
}
