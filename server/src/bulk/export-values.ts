import {
  type BulkCollection,
  type BulkField,
  bulkField,
  type CatalogueRecord,
  CHOICES,
  type ChoiceKind,
  choiceWord,
  cleaned,
  type Language,
  neutralised,
  type ProvenanceByProperty,
  readInstant,
  wallTimeInMorocco,
} from '@tvl/model'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { PAGE_WORDS } from '../ogc/words/page-words.ts'
import { Lookup } from './lookup.ts'
import { VERIFICATION_WORDS } from './words.ts'

/** A value as a cell holds it: a date as its wall time. */
export type CellOut = string | number | null | { d: string }

/** Writes records as cells, so that an import reads the same record from them. */
export class ExportValues {
  readonly #snapshot: Snapshot
  readonly #lookup: Lookup
  readonly #language: Language

  constructor(snapshot: Snapshot, language: Language) {
    this.#snapshot = snapshot
    this.#language = language
    this.#lookup = new Lookup(snapshot, [], () => false)
  }

  cell(field: BulkField, { id, geometry, properties }: CatalogueRecord<BulkCollection>): CellOut {
    const values = properties as unknown as Record<string, unknown>
    const value = values[field.name] ?? null
    const point = geometry?.type === 'Point' ? geometry.coordinates : []
    switch (field.name) {
      case 'id':
        return neutralised(id)
      case 'longitude':
        return point[0] ?? null
      case 'latitude':
        return point[1] ?? null
      case 'zoneId':
        return this.#named('zones', String(value), (name) => this.#lookup.zoneOf(name))
      case 'buildingId':
        return this.#named('buildings', String(value), (name) => this.#lookup.buildingOf(name, String(values.zoneId)))
    }
    if (field.kind === 'information') return this.#information(field.name, value, values.provenance)
    if (value === null) return null
    if (field.kind in CHOICES) return choiceWord(field.kind as ChoiceKind, String(value), this.#language)
    if (field.kind === 'day') return { d: `${value}T00:00` }
    if (field.kind === 'instant') return wallTimeOf(String(value))
    return typeof value === 'number' ? value : neutralised(cleaned(String(value)))
  }

  /** Its name where that finds it again, else its id. */
  #named(
    collection: 'zones' | 'buildings',
    id: string,
    find: (name: string) => { id: string } | { code: string },
  ): string {
    const table = this.#snapshot.collection(collection)
    const row = table.rowOf(id)
    const property = `name${this.#language.charAt(0).toUpperCase()}${this.#language.slice(1)}`
    const name = row < 0 ? id : cleaned(String(table.get(property)(row)))
    const found = find(name)
    return neutralised('id' in found && found.id === id ? name : id)
  }

  #information(name: string, value: unknown, provenance: unknown): CellOut {
    const sources = provenance as ProvenanceByProperty
    if (name === 'grade') return this.#grades(sources)
    if (name === 'sources') return distinct(Object.values(sources).flatMap((entry) => entry.sources)).join('; ')
    if (name === 'asOf') return sources['*']?.asOf ?? null
    if (name === 'remarks' || value === null) return null
    if (name === 'verifiedOn') return { d: `${value}T00:00` }
    return VERIFICATION_WORDS[String(value)]?.[this.#language] ?? neutralised(String(value))
  }

  /** The grade of the record, and of each figure that has another. */
  #grades(provenance: ProvenanceByProperty): string {
    const { grades } = PAGE_WORDS[this.#language]
    const { '*': whole, ...others } = provenance
    const apart = Object.entries(others)
      .filter(([, { grade }]) => grade !== whole?.grade)
      .map(([name, { grade }]) => `${bulkField('offices', name)?.words[this.#language] ?? name}: ${grades[grade]}`)
    return [...(whole ? [grades[whole.grade]] : []), ...apart].join('; ')
  }
}

export const isIllustrative = ({ properties }: CatalogueRecord<BulkCollection>): boolean =>
  Object.values(properties.provenance).some(({ grade }) => grade === 'illustrative')

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)]

/** The wall time where it is read as the same instant; clocks that go back have an hour twice, and midnight is a day. */
function wallTimeOf(instant: string): CellOut {
  const wall = wallTimeInMorocco(instant)
  const back = readInstant({ d: wall })
  return 'value' in back && back.value === instant ? { d: wall } : instant
}
