import { isToTheCentime, isYear, YEARS } from '@tvl/model'
import {
  Building,
  type CatalogueRecord,
  type CollectionId,
  Incentive,
  Infrastructure,
  Office,
  Province,
  Region,
  Source,
  TalentPool,
  Zone,
} from '@tvl/model/schema'
import { Compile } from 'typebox/compile'
import type { TLocalizedValidationError } from 'typebox/error'

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

/** One thing wrong with one field of a record. Programs go by `code`; `words` is for developers, in English. */
export interface Fault {
  /** Name of the property, or `geometry`. */
  field: string
  code: string
  /** The value that is wrong; undefined when it is missing. */
  value?: unknown
  /** What it would have to be: a bound, the allowed values, the collection it must be in. */
  limit?: unknown
  words: string
}

export type Report = (fault: Fault) => void

/** Land and near sea of Morocco, degrees. */
const MOROCCO = { west: -17.2, south: 20.7, east: -0.9, north: 36.0 }
const ARABIC = /\p{Script=Arabic}/u

/** Properties that point at a record of another collection. */
export const REFERENCES: readonly (readonly [property: string, collection: CollectionId])[] = [
  ['regionId', 'regions'],
  ['provinceId', 'provinces'],
  ['zoneId', 'zones'],
  ['buildingId', 'buildings'],
  ['airportId', 'infrastructure'],
  ['hsrStationId', 'infrastructure'],
  ['railStationId', 'infrastructure'],
]

/** Operators known by name; a zone whose operator is not published says `unknown`. */
const OPERATORS = ['ewane', 'mitc', 'tanger-med-zones', 'midparc-investment', 'cfca', 'phosboucraa', 'unknown']

/** What JSON Schema calls a fault, in codes that say it to people. */
const SHAPE_CODES: Readonly<Record<string, string>> = {
  type: 'type',
  required: 'required',
  additionalProperties: 'unknown-field',
  enum: 'choice',
  const: 'choice',
  minimum: 'minimum',
  maximum: 'maximum',
  minLength: 'too-short',
  maxLength: 'too-long',
  minItems: 'too-short',
  maxItems: 'too-long',
  pattern: 'format',
}

/**
 * Everything wrong with a record by itself and with what it points at: shape, calendar days, amounts, references,
 * place, the three languages. Where it comes from is not looked at: that is the publisher's own.
 */
export function recordFaults(
  record: CatalogueRecord,
  has: (collection: CollectionId, id: string) => boolean,
  report: Report,
): void {
  const isShaped = shapeFaults(record, report)
  const properties: Record<string, unknown> = { ...record.properties }
  if (isShaped) dayFaults(properties, report)
  moneyFaults(properties, report)
  if (record.collection === 'sources') return
  referenceFaults(properties, has, report)
  placeFaults(record, report)
  languageFaults(properties, report)
}

/** Tests a record against the schema of its collection. Returns whether it has its shape. */
export function shapeFaults(record: CatalogueRecord, report: Report): boolean {
  const validator = VALIDATORS[record.collection]
  if (validator.Check(record.properties)) return true
  const seen = new Set<string>()
  for (const error of validator.Errors(record.properties)) {
    for (const fault of faultsOf(error, record.properties)) {
      if (seen.has(fault.field)) continue
      seen.add(fault.field)
      report(fault)
    }
  }
  return false
}

function faultsOf(error: TLocalizedValidationError, properties: object): Fault[] {
  const { keyword, instancePath } = error
  const params = error.params as Record<string, unknown>
  // Told again by the branch that was meant, or by the record that does not allow the property.
  if (keyword === 'anyOf' || keyword === 'boolean' || params.type === 'null') return []
  const words = `${instancePath || 'properties'} ${error.message}`
  const code = SHAPE_CODES[keyword] ?? 'shape'
  const [, top = '', ...rest] = instancePath.split('/')
  const names = (params.requiredProperties ?? params.additionalProperties) as string[] | undefined
  if (names && top === '') return names.map((field) => ({ field, code, value: valueAt(properties, [field]), words }))
  const limit = params.limit ?? params.allowedValues ?? params.pattern ?? params.type
  return [{ field: top || 'properties', code, value: valueAt(properties, [top, ...rest]), limit, words }]
}

function valueAt(from: object, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Record<string, unknown>)[name]
        : undefined,
    from,
  )
}

const DATED = /(On|At|From|To)$/
const DAY = /^\d{4}-\d{2}-\d{2}/

/** The schema takes the 30th of February for a day; the rules would not. */
function dayFaults(properties: Record<string, unknown>, report: Report): void {
  for (const [field, value] of Object.entries(properties)) {
    if (!DATED.test(field) || typeof value !== 'string' || !DAY.test(value)) continue
    const [day = '', time = '00:00Z'] = value.split('T')
    const instant = new Date(`${day}T${time}`)
    if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(day)) {
      report({ field, code: 'date.unreal', value, words: `${field} ${value} is no day of the calendar` })
      continue
    }
    if (!isYear(instant.getUTCFullYear())) {
      report({ field, code: 'date.range', value, limit: YEARS, words: `${field} ${value} is out of all bounds` })
    }
  }
}

const RENT = /MadPerM2Month$/

/** Rents are kept, summed and filtered in whole centimes: what is finer would be one figure here and another there. */
function moneyFaults(properties: Record<string, unknown>, report: Report): void {
  for (const [field, value] of Object.entries(properties)) {
    if (!RENT.test(field) || typeof value !== 'number' || isToTheCentime(value)) continue
    report({ field, code: 'fraction', value, limit: 0.01, words: `${field} ${value} goes beyond the centime` })
  }
}

function referenceFaults(
  properties: Record<string, unknown>,
  has: (collection: CollectionId, id: string) => boolean,
  report: Report,
): void {
  for (const [field, collection] of REFERENCES) {
    const value = properties[field]
    if (typeof value !== 'string' || has(collection, value)) continue
    const words = `${field} ${value} is not in ${collection}`
    report({ field, code: 'reference.unknown', value, limit: collection, words })
  }
  const { operatorId: value } = properties
  if (typeof value === 'string' && !OPERATORS.includes(value)) {
    const words = `operatorId ${value} is not a known operator`
    report({ field: 'operatorId', code: 'choice', value, limit: OPERATORS, words })
  }
}

function placeFaults({ geometry }: CatalogueRecord, report: Report): void {
  if (!geometry) return
  const field = 'geometry'
  if (geometry.type !== 'Point') {
    const words = `geometry is a ${geometry.type}, expected a Point`
    report({ field, code: 'geometry.type', value: geometry.type, limit: 'Point', words })
    return
  }
  const [lon = Number.NaN, lat = Number.NaN] = geometry.coordinates
  const inside = lon >= MOROCCO.west && lon <= MOROCCO.east && lat >= MOROCCO.south && lat <= MOROCCO.north
  if (inside) return
  const words = `the point ${lon}, ${lat} is not in Morocco`
  report({ field, code: 'geometry.outside', value: geometry.coordinates, limit: MOROCCO, words })
}

/** Every text that ends in Fr has its Ar, in Arabic script, and its En, without it; lists have the same length. */
function languageFaults(properties: Record<string, unknown>, report: Report): void {
  for (const key of Object.keys(properties)) {
    if (!key.endsWith('Fr')) continue
    const stem = key.slice(0, -2)
    const [fr, ar, en] = ['Fr', 'Ar', 'En'].map((language) => texts(properties[stem + language]))
    if (!fr || !ar || !en || fr.length !== ar.length || fr.length !== en.length) {
      report({ field: `${stem}Ar`, code: 'language.missing', words: `${stem} is not in the three languages` })
      continue
    }
    if (ar.some((text) => !ARABIC.test(text))) {
      const words = `${stem}Ar is not in Arabic script`
      report({ field: `${stem}Ar`, code: 'language.script', value: properties[`${stem}Ar`], words })
    }
    if ([...fr, ...en].some((text) => ARABIC.test(text))) {
      report({ field: `${stem}Fr`, code: 'language.script', words: `${stem}Fr or ${stem}En is in Arabic script` })
    }
  }
}

/** The texts of a value: none for null, undefined when the property is missing. */
function texts(value: unknown): string[] | undefined {
  if (value === null) return []
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.filter((text): text is string => typeof text === 'string')
  return undefined
}
