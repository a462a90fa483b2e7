import type { CatalogueRecord, CollectionId } from '@tvl/model'
import { checkPack, runVectors } from '@tvl/model'
import { describe, expect, it } from 'vitest'
import { loadFacts, loadIncentiveVectors } from './facts.ts'

const facts = loadFacts()
const of = <C extends CollectionId>(collection: C) =>
  facts
    .filter((record): record is CatalogueRecord<C> => record.collection === collection)
    .map(({ id, properties }) => ({ id, ...properties }))

describe('the rule pack of the catalogue', () => {
  it('answers its own vectors', () => {
    const vectors = loadIncentiveVectors()
    expect(vectors.length).toBeGreaterThan(20)
    expect(runVectors(vectors, of('incentives'), of('zones'), of('provinces'))).toEqual([])
  })

  it('has neither gap nor overlap', () => {
    expect(checkPack(of('incentives'))).toEqual([])
  })
})
