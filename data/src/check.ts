import { type CatalogueRecord, type CollectionId, METHODS, type Provenance } from '@tvl/model/schema'
import { recordFaults } from './record-faults.ts'

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
    recordFaults(
      record,
      (collection, id) => ids.get(collection)?.has(id) ?? false,
      ({ words }) => report(words),
    )
    if (record.collection !== 'sources') checkProvenance(record, ids, checkedProvenances, report)
  }
  return problems
}

function checkProvenance(
  record: CatalogueRecord,
  ids: Ids,
  checked: WeakSet<object>,
  report: (problem: string) => void,
): void {
  const properties: Record<string, unknown> = { ...record.properties }
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
