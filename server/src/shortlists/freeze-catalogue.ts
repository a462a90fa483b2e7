import { loadRates } from '@tvl/data'
import type { CatalogueRecord, CollectionId, FreezeCatalogue, FrozenRecord, PropertiesOf, Shortlist } from '@tvl/model'
import type { Snapshot } from '../catalogue/snapshot.ts'
import type { Settings } from '../settings.ts'

/** What freezing a shortlist reads of a version of the catalogue. Of offices and buildings, those of its zones alone. */
export function freezeCatalogue(
  snapshot: Snapshot,
  { sites }: Pick<Shortlist, 'sites'>,
  kind: Settings['catalogue'],
): FreezeCatalogue {
  const zones = new Set(sites.map(({ zoneId }) => zoneId))
  const all = <C extends CollectionId>(id: C): FrozenRecord<PropertiesOf[C]>[] =>
    snapshot.collection(id).ids.map((_, row) => recordAt(snapshot, id, row))
  const ofZones = <C extends 'offices' | 'buildings'>(id: C): FrozenRecord<PropertiesOf[C]>[] => {
    const table = snapshot.collection(id)
    const zoneOf = table.get('zoneId')
    return table.ids.flatMap((_, row) => (zones.has(String(zoneOf(row))) ? [recordAt(snapshot, id, row)] : []))
  }
  return {
    kind,
    today: snapshot.today,
    zones: all('zones').filter(({ id }) => zones.has(id)),
    regions: all('regions'),
    pools: all('talent-pools'),
    buildings: ofZones('buildings'),
    offices: ofZones('offices'),
    incentives: all('incentives'),
    sources: all('sources'),
    rates: loadRates().map(({ currency, madPerUnit, asOf, provenance }) => ({
      ...{ currency, madPerUnit, asOf },
      sources: provenance.sources,
    })),
  }
}

function recordAt<C extends CollectionId>(snapshot: Snapshot, id: C, row: number): FrozenRecord<PropertiesOf[C]> {
  const { id: recordId, geometry, properties } = snapshot.collection(id).record(row) as CatalogueRecord<C>
  return { id: recordId, geometry, properties }
}
