import type { CatalogueRecord } from '@tvl/model'
import { describe, expect, it } from 'vitest'
import { catalogue } from './catalogue.ts'
import { checkCatalogue } from './check.ts'

const TODAY = '2026-11-23'
const demo = () => structuredClone(catalogue({ catalogue: 'demo', inventory: 'S', today: TODAY }))

/** The problems found after one record was changed. */
function problemsAfter(
  id: string,
  change: (record: CatalogueRecord & { properties: Record<string, unknown> }) => void,
) {
  const records = demo()
  const record = records.find((candidate) => candidate.id === id)
  if (!record) throw new Error(`no record ${id}`)
  change(record as CatalogueRecord & { properties: Record<string, unknown> })
  return checkCatalogue(records)
}

const provenanceOf = (record: CatalogueRecord) =>
  (record.properties as { provenance: Record<string, Record<string, unknown>> }).provenance

describe('checkCatalogue', () => {
  it('finds nothing wrong with the facts, nor with the demonstration in any size', () => {
    expect(checkCatalogue(catalogue({ catalogue: 'facts', inventory: 'S', today: TODAY }))).toEqual([])
    expect(checkCatalogue(demo())).toEqual([])
    expect(checkCatalogue(catalogue({ catalogue: 'demo', inventory: 'L', today: TODAY }))).toEqual([])
  })

  it('catches a figure without a source', () => {
    const problems = problemsAfter('fes-shore', (zone) => {
      const provenance = provenanceOf(zone)
      delete provenance['*']
      delete provenance.officeM2Built
    })
    expect(problems).toContain('zones/fes-shore: officeM2Built has no source')
  })

  it('catches an entry that cites nobody', () => {
    const problems = problemsAfter('MA-03', (region) =>
      Object.assign(provenanceOf(region).areaKm2 ?? {}, { sources: [] }),
    )
    expect(problems).toContain('regions/MA-03: areaKm2 has no source')
  })

  it('catches a source that is not in the catalogue', () => {
    const problems = problemsAfter('MA-03', (region) =>
      Object.assign(provenanceOf(region)['*'] ?? {}, { sources: ['no-such'] }),
    )
    expect(problems).toContain('regions/MA-03: * cites the unknown source no-such')
  })

  it('catches a derived figure that does not say how', () => {
    const problems = problemsAfter('MA-FES', (province) => {
      provenanceOf(province).geometry = { grade: 'derived', sources: ['mmap'], asOf: null }
    })
    expect(problems).toContain('provinces/MA-FES: geometry is derived without a method')
  })

  it('catches an invented office that is not graded illustrative', () => {
    const records = demo()
    const office = records.find(({ collection }) => collection === 'offices')
    if (!office) throw new Error('no office')
    Object.assign(office.properties, { provenance: { '*': { grade: 'press', sources: ['gk'], asOf: TODAY } } })
    expect(checkCatalogue(records)).toContain(`offices/${office.id}: * is invented but graded press`)
  })

  it('catches a fact graded illustrative', () => {
    const problems = problemsAfter('casanearshore', (zone) => {
      provenanceOf(zone).areaHa = { grade: 'illustrative', sources: ['gk'], asOf: null }
    })
    expect(problems).toContain('zones/casanearshore: areaHa is graded illustrative')
  })

  it('catches Arabic that is not in Arabic script, and a missing translation', () => {
    expect(problemsAfter('fes-shore', (zone) => Object.assign(zone.properties, { nameAr: 'Fas Chor' }))).toContain(
      'zones/fes-shore: nameAr is not in Arabic script',
    )
    expect(problemsAfter('fes-shore', (zone) => Object.assign(zone.properties, { notesEn: [] }))).toContain(
      'zones/fes-shore: notes is not in the three languages',
    )
  })

  it('catches a reference to nothing', () => {
    expect(problemsAfter('fes-shore', (zone) => Object.assign(zone.properties, { provinceId: 'MA-XXX' }))).toContain(
      'zones/fes-shore: provinceId MA-XXX is not in provinces',
    )
  })

  it('catches a point outside Morocco and a shape that the schema does not know', () => {
    expect(
      problemsAfter('airport-cmn', (airport) =>
        Object.assign(airport, { geometry: { type: 'Point', coordinates: [33.36, -7.58] } }),
      ),
    ).toContain('infrastructure/airport-cmn: the point 33.36, -7.58 is not in Morocco')
    expect(problemsAfter('fes-shore', (zone) => Object.assign(zone.properties, { areaHa: '22 ha' })).join()).toMatch(
      /zones\/fes-shore: \/areaHa/,
    )
  })

  it('catches a point that nobody places', () => {
    const problems = problemsAfter('MA-FES', (province) => {
      const provenance = provenanceOf(province)
      delete provenance['*']
      delete provenance.geometry
    })
    expect(problems).toContain('provinces/MA-FES: geometry has no source')
  })

  it('catches a method without words and a provenance of nothing', () => {
    const problems = problemsAfter('MA-FES', (province) => {
      const [entry] = Object.values(provenanceOf(province))
      Object.assign(provenanceOf(province), {
        population: entry,
        regionId: { ...entry, grade: 'derived', method: 'guessed' },
      })
    })
    expect(problems).toContain('provinces/MA-FES: regionId has the unknown method guessed')
    expect(problems).toContain('provinces/MA-FES: provenance names population, which is not a property')
  })

  it('catches an operator that nobody knows', () => {
    const problems = problemsAfter('fes-shore', (zone) => Object.assign(zone.properties, { operatorId: 'acme' }))
    expect(problems).toContain('zones/fes-shore: operatorId acme is not a known operator')
  })

  it('catches the same id twice', () => {
    const records = demo()
    const [first] = records
    if (!first) throw new Error('empty')
    expect(checkCatalogue([...records, first])).toContain(`${first.collection}/${first.id}: the id occurs twice`)
  })
})
