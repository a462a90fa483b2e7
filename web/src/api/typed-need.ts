import {
  type Language,
  type Need,
  type NeedCatalogue,
  needCatalogue,
  needSentence,
  type ParsedNeed,
  parseNeed,
} from '@tvl/model'
import { collectionQuery, type Feature } from './features.ts'
import { queryClient } from './query-client.ts'

// A chunk of its own: the grammar and the sentences come when they are wanted, after the first rows.

const flat = <P>(features: readonly Feature<P>[]) => features.map(({ id, properties }) => ({ id, ...properties }))

async function names(): Promise<NeedCatalogue> {
  const [regions, provinces, zones, incentives] = await Promise.all([
    queryClient.ensureQueryData(collectionQuery('regions')),
    queryClient.ensureQueryData(collectionQuery('provinces')),
    queryClient.ensureQueryData(collectionQuery('zones')),
    queryClient.ensureQueryData(collectionQuery('incentives')),
  ])
  return needCatalogue({
    regions: flat(regions),
    provinces: flat(provinces),
    zones: flat(zones),
    incentives: flat(incentives),
  })
}

/** Reads typed text with the names of the catalogue. Rejects when the names cannot be read. */
export async function parseTyped(text: string, language: Language, today: string): Promise<ParsedNeed> {
  return parseNeed(text, language, { catalogue: await names(), today })
}

/** The need as a sentence, for a need that came by clicks or by a link. */
export async function sentenceOf(need: Need, language: Language): Promise<string> {
  return needSentence(need, language, await names())
}
