import {
  BrokenSeal,
  type CollectionId,
  freeze,
  seal,
  siteLine,
  siteTotals,
  storedRecord,
  UnknownSite,
  unseal,
} from '@tvl/model'
import { describe, expect, it } from 'vitest'
import { demoSnapshot } from '../testing/demo-snapshot.ts'
import { freezeCatalogue } from './freeze-catalogue.ts'
import { aShortlist, lineId } from './shortlists.maker.ts'

const frozen = (shortlist = aShortlist()) => freeze(shortlist, freezeCatalogue(demoSnapshot(), shortlist, 'demo'))

describe('freezing a shortlist', () => {
  it('gives the same text and hash for the same state, and opens to the same content', () => {
    const [first, again] = [seal(frozen()), seal(frozen())]
    expect(again).toEqual(first)
    expect(first.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(unseal(first)).toEqual(JSON.parse(first.text))
  })

  it('gives another hash for another note, order or weight', () => {
    const { hash } = seal(frozen())
    const [one, ...others] = aShortlist().sites
    const noted = one && { ...one, notes: { ...one.notes, ar: 'موقع قريب من المحطة' } }
    const changes = [
      { sites: [...(noted ? [noted] : []), ...others] },
      { order: 'agency' as const },
      { weights: { ...aShortlist().weights, rent: 40 } },
    ]
    for (const change of changes) expect(seal(frozen(aShortlist(change))).hash).not.toBe(hash)
  })

  it('refuses what differs in a single byte, wherever it lies', () => {
    const { text, hash } = seal(frozen())
    for (let i = 0; i < text.length; i += Math.ceil(text.length / 300)) {
      const changed = text.slice(0, i) + (text[i] === '1' ? '2' : '1') + text.slice(i + 1)
      expect(() => unseal({ text: changed, hash })).toThrow(BrokenSeal)
    }
  })

  it('says what offices cost a month from area, rent and service charge, to the centime', () => {
    const { sites, totals } = frozen()
    for (const [i, { units }] of sites.entries()) {
      const parts = units.flatMap(({ properties: unit }) =>
        [unit.rentMadPerM2Month, unit.serviceChargeMadPerM2Month].map((mad) =>
          mad === null ? null : Math.round(mad * 100) * unit.areaM2,
        ),
      )
      const known = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
      const isWhole = !parts.includes(null)
      expect(totals[i]?.seats).toBeGreaterThanOrEqual(300)
      expect(totals[i]?.knownMonthlyCentimes).toBe(known)
      expect(totals[i]?.monthlyCentimes).toBe(isWhole ? known : null)
      expect(totals[i]?.termCentimes).toBe(isWhole ? known * 60 : null)
    }
  })

  it('leaves unknown what is not published: a rent is never zero', () => {
    const line = siteLine(lineId(9), 'casablanca-tech-valley')
    const { totals } = frozen(aShortlist({ sites: [line] }))
    const [total] = totals
    if (total?.basis === 'units') throw new Error('the zone was thought to have no priced office')
    expect(total?.monthlyCentimes ?? null).toBeNull()
  })

  it('orders by score, or as the agency lists', () => {
    const { totals } = frozen()
    const byPlace = [...totals].sort((a, b) => a.place - b.place)
    for (const [i, { score }] of byPlace.entries())
      expect(score.mid).toBeLessThanOrEqual(byPlace[i - 1]?.score.mid ?? 100)
    expect(frozen(aShortlist({ order: 'agency' })).totals.map(({ place }) => place)).toEqual([1, 2, 3])
  })

  it('holds all that its totals rest on', () => {
    const { totals, ...data } = frozen()
    expect(siteTotals(JSON.parse(JSON.stringify(data)))).toEqual(totals)
  })

  it('names every source that a figure cites', () => {
    const { sources, sites } = frozen()
    const known = new Set(sources.map(({ id }) => id))
    for (const { zone } of sites)
      for (const { sources: cited } of Object.values(zone.properties.provenance))
        for (const id of cited) expect(known).toContain(id)
  })

  it('refuses a line that names nothing', () => {
    expect(() => frozen(aShortlist({ sites: [siteLine(lineId(1), 'nowhere')] }))).toThrow(UnknownSite)
    expect(() => frozen(aShortlist({ sites: [siteLine(lineId(1), 'fes-shore', ['nothing'])] }))).toThrow(UnknownSite)
  })
})

describe('a browser', () => {
  it('freezes the same to the byte from what the API serves', () => {
    const snapshot = demoSnapshot()
    const shortlist = aShortlist()
    const own = freezeCatalogue(snapshot, shortlist, 'demo')
    const served = <C extends CollectionId>(id: C, wanted: readonly { id: string }[]) =>
      wanted.map((record) => {
        const table = snapshot.collection(id)
        return storedRecord(id, table.feature(table.rowOf(record.id), 'en') as never)
      })
    const seen = {
      ...own,
      zones: served('zones', own.zones),
      regions: served('regions', own.regions),
      pools: served('talent-pools', own.pools),
      buildings: served('buildings', own.buildings),
      offices: served('offices', own.offices),
      incentives: served('incentives', own.incentives),
      sources: served('sources', own.sources),
    }
    expect(seen).toEqual(own)
    expect(seal(freeze(shortlist, seen as typeof own)).hash).toBe(seal(freeze(shortlist, own)).hash)
  })
})
