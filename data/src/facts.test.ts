import { describe, expect, it } from 'vitest'
import { loadCollection, loadFacts, loadIncentiveVectors, loadRates } from './facts.ts'

describe('the sourced facts', () => {
  it('hold 12 regions whose people add up to the legal population of 2024', () => {
    const regions = loadCollection('regions')
    expect(regions).toHaveLength(12)
    expect(regions.reduce((sum, region) => sum + (region.properties.population2024 ?? 0), 0)).toBe(36_828_330)
  })

  it('hold 75 provinces and prefectures in the three categories of the Investment Charter', () => {
    const provinces = loadCollection('provinces')
    const inCategory = (category: string) =>
      provinces.filter(({ properties }) => properties.territorialPremium === category).length
    expect(provinces).toHaveLength(75)
    expect([inCategory('none'), inCategory('A'), inCategory('B')]).toEqual([15, 36, 24])
  })

  it('give a zone the territorial premium of its province, and a region that is its province’s', () => {
    const provinces = new Map(loadCollection('provinces').map(({ id, properties }) => [id, properties]))
    for (const { id, properties } of loadCollection('zones')) {
      const province = provinces.get(properties.provinceId)
      expect([id, properties.territorialPremium, properties.regionId]).toEqual([
        id,
        province?.territorialPremium,
        province?.regionId,
      ])
    }
  })

  it('name one Tech Valley site alone, since the list of sites is not published', () => {
    const named = loadCollection('zones').filter(({ properties }) => properties.techValleyStatus === 'named')
    expect(named.map(({ id }) => id)).toEqual(['casablanca-tech-valley'])
  })

  it('keep what is not published unknown: no availability, no rent without its date', () => {
    for (const { properties } of loadCollection('zones')) {
      expect(properties.officeM2AvailableOfficial).toBeNull()
      if (properties.rentMadPerM2Month !== null) expect(properties.provenance.rentMadPerM2Month?.asOf).toMatch(/\d{4}/)
    }
  })

  it('show the radius of every zone’s derived point', () => {
    for (const { properties } of loadCollection('zones')) {
      expect(properties.provenance.geometry).toMatchObject({ grade: 'derived', radiusM: properties.positionRadiusM })
    }
  })

  it('keep cable landings as facts about a city, never at the points of an unlicensed data set', () => {
    const landings = loadCollection('infrastructure').filter(
      ({ properties }) => properties.kind === 'submarine-cable-landing',
    )
    expect(landings).toHaveLength(5)
    for (const { geometry, properties } of landings) {
      if (geometry) expect(properties.provenance.geometry).toMatchObject({ method: 'city-centre', sources: ['gk'] })
    }
  })

  it('carry nothing illustrative', () => {
    expect(JSON.stringify(loadFacts())).not.toContain('"grade":"illustrative"')
  })

  it('keep grouped digits and ranges in order where the text runs from right to left', () => {
    // A plain space or an en dash between two numbers is neutral there: the reader would see "500 7" for "7 500".
    for (const { id, properties } of loadFacts()) {
      const reversed = Object.entries(properties)
        .filter(([key]) => key.endsWith('Ar'))
        .flatMap(([, value]) => [value].flat())
        .filter((text) => typeof text === 'string' && /\d[ –]\d/.test(text))
      expect(reversed, id).toEqual([])
    }
  })

  it('take names from the administrative division, not from a map’s labels', () => {
    for (const { properties } of [...loadCollection('regions'), ...loadCollection('provinces')]) {
      expect([properties.nameFr, properties.nameAr, properties.nameEn].join()).not.toMatch(/EH|partial|\(/)
    }
  })

  it('state each exchange rate with its day and its source', () => {
    const sources = new Set(loadCollection('sources').map(({ id }) => id))
    const rates = loadRates()
    expect(rates.map(({ currency }) => currency)).toEqual(['EUR', 'USD', 'GBP'])
    for (const rate of rates) {
      expect(rate.madPerUnit).toMatch(/^\d+\.\d{4}$/)
      expect(rate.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(rate.provenance.sources.every((id) => sources.has(id))).toBe(true)
    }
  })

  it('have test vectors that speak of known incentives and zones, and touch every in-force territorial rule', () => {
    const incentives = new Map(loadCollection('incentives').map(({ id, properties }) => [id, properties]))
    const zones = new Set(loadCollection('zones').map(({ id }) => id))
    const vectors = loadIncentiveVectors()
    for (const vector of vectors) {
      expect(incentives.has(vector.incentiveId), vector.incentiveId).toBe(true)
      expect(zones.has(vector.zoneId), vector.zoneId).toBe(true)
    }
    const territorial = [...incentives].filter(
      ([, { status, conditions }]) =>
        status === 'in-force' &&
        conditions.some(({ kind }) => ['ir-cap', 'territorial-premium', 'zone-kind-in'].includes(kind)),
    )
    for (const [id] of territorial) expect(vectors.map(({ incentiveId }) => incentiveId)).toContain(id)
  })
})
