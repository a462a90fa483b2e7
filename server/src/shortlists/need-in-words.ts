import { loadCollection } from '@tvl/data'
import { type FrozenShortlist, type Language, type NeedCatalogue, needOf, needSentence } from '@tvl/model'

/**
 * The need of a shortlist as a sentence. Of regions and provinces a snapshot holds only those of its sites; the others
 * that a need may name are read from the facts that come with the product.
 */
export function needInWords({ shortlist, sites, incentives }: FrozenShortlist, language: Language): string {
  const named = <P>(records: readonly { id: string; properties: P }[]) =>
    records.map(({ id, properties }) => ({ id, ...properties }))
  const catalogue: NeedCatalogue = {
    regions: [...named(sites.flatMap(({ region }) => (region ? [region] : []))), ...named(loadCollection('regions'))],
    provinces: named(loadCollection('provinces')),
    towns: [],
    zones: named(sites.map(({ zone }) => zone)),
    operators: sites.flatMap(({ zone }) => {
      const { operatorId, operatorName } = zone.properties
      return operatorName === null
        ? []
        : [{ id: operatorId, nameFr: operatorName, nameAr: operatorName, nameEn: operatorName }]
    }),
    incentives: named(incentives),
  }
  return needSentence(needOf(shortlist), language, catalogue)
}
