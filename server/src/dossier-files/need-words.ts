import { type FrozenShortlist, type Language, type NamedThing, needCatalogue, needOf, needSentence } from '@tvl/model'

/** The need of a shortlist as a sentence. What is not frozen beside it is called by its id. */
export function needWords(frozen: FrozenShortlist, language: Language): string {
  const distinct = <T extends NamedThing>(things: readonly T[]): T[] => [
    ...new Map(things.map((thing) => [thing.id, thing])).values(),
  ]
  const catalogue = needCatalogue({
    regions: distinct(frozen.sites.flatMap(({ region }) => (region ? [{ id: region.id, ...region.properties }] : []))),
    provinces: [],
    zones: distinct(frozen.sites.map(({ zone }) => ({ id: zone.id, ...zone.properties }))),
    incentives: frozen.incentives.map(({ id, properties }) => ({ id, ...properties })),
  })
  return needSentence(needOf(frozen.shortlist), language, catalogue)
}
