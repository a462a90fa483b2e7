import { LANGUAGES } from '@tvl/model/schema'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { PAGE_WORDS } from '../ogc/words/page-words.ts'
import { zoneLines } from '../shortlists/shortlists.maker.ts'
import { opened } from '../testing/soffice.ts'
import { dossierCsv } from './csv.ts'
import type { DossierQuestion } from './dossier.ts'
import { aDossier, aFrozen, factsOnly, mixedLines } from './dossiers.maker.ts'
import { FIGURES } from './figures.ts'
import { dossierGeojson } from './geojson.ts'
import { DOSSIER_WORDS } from './words.ts'
import { dossierWorkbook } from './workbook.ts'

const rowsOf = (question: DossierQuestion): string[][] =>
  parse(dossierCsv(question), { bom: true, delimiter: question.language === 'en' ? ',' : ';' })

const demo = aFrozen({ sites: [...mixedLines('casanearshore'), ...zoneLines('casablanca-tech-valley')].map(numbered) })
const facts = aFrozen({ sites: zoneLines('fes-shore', 'casanearshore') }, factsOnly)

function numbered<T extends { id: string }>(line: T, i: number): T {
  return { ...line, id: line.id.replace(/.$/, String(i + 1)) }
}

describe('the mark of what is invented', () => {
  it.each(LANGUAGES)('stands in each row of the workbook that holds a figure of that grade: %s', async (language) => {
    const workbook = await opened(await dossierWorkbook(aDossier(demo, { language })))
    const words = DOSSIER_WORDS[language]
    const grade = PAGE_WORDS[language].grades.illustrative
    let found = 0
    workbook.eachSheet((sheet) => {
      if (sheet.name === words.sheets.cover) return
      let rows = 0
      sheet.eachRow((row) => {
        const texts: string[] = []
        row.eachCell((cell) => texts.push(cell.text))
        if (!texts.includes(grade)) return
        rows++
        expect(texts, `${sheet.name}, row ${row.number}`).toContain(words.illustrative)
      })
      found += rows
      if (rows === 0) return
      expect(sheet.getCell('A4').text).toBe(words.illustrativeSentence)
      expect(sheet.headerFooter.oddHeader).toContain(words.illustrativeSentence.replace(/\.$/, ''))
    })
    expect(found).toBeGreaterThan(20)
    expect(workbook.getWorksheet(words.sheets.cover)?.getCell('A4').text).toBe(words.illustrativeSentence)
  })

  it.each(LANGUAGES)('stands in each row of the text: %s', (language) => {
    const [heads = [], ...rows] = rowsOf(aDossier(demo, { language }))
    const words = DOSSIER_WORDS[language]
    const mark = heads.indexOf(words.mark)
    expect(rows).toHaveLength(4)
    for (const row of rows) {
      if (row.includes(PAGE_WORDS[language].grades.illustrative)) expect(row[mark]).toBe(words.illustrativeSentence)
    }
    expect(rows.some((row) => row[mark] !== '')).toBe(true)
  })

  it('stands on each feature, and on the collection', () => {
    const collection = dossierGeojson(aDossier(demo))
    expect(collection.illustrative).toBe(DOSSIER_WORDS.fr.illustrativeSentence)
    const invented = collection.features.filter(({ provenance }) =>
      Object.values(provenance).some(({ grade }) => grade === 'illustrative'),
    )
    expect(invented.length).toBeGreaterThan(0)
    for (const { properties } of invented) {
      expect(properties.illustrative).toBe(true)
      expect(properties.mark).toBe(DOSSIER_WORDS.fr.illustrativeSentence)
    }
  })

  it('stands on nothing that is published', async () => {
    const question = aDossier(facts)
    expect(dossierCsv(question)).not.toMatch(/illustratif/i)
    const { sources: _, ...collection } = dossierGeojson(question)
    expect(collection.illustrative).toBeNull()
    expect(collection.features.map(({ properties }) => properties.illustrative)).toEqual([false, false])
    const workbook = await opened(await dossierWorkbook(question))
    workbook.eachSheet((sheet) => expect(sheet.headerFooter.oddHeader).not.toMatch(/illustratif/i))
  })
})

describe('the files of a dossier', () => {
  it('give a grade and a source that is listed to each figure they know', () => {
    for (const frozen of [demo, facts]) {
      const { features, sources } = dossierGeojson(aDossier(frozen))
      const listed = new Set(sources.map(({ id }) => id))
      for (const { properties, provenance } of features) {
        for (const { key, evidence } of FIGURES) {
          if (evidence === 'none' || properties[key] === null) continue
          expect(provenance[key]?.grade, key).toBe(properties[`${key}_grade`])
          // Seats that are asked for, where no unit is on record, have no source but who asks.
          if (frozen === facts && (key === 'seats' || key === 'areaM2')) continue
          expect(provenance[key]?.sources.length, key).toBeGreaterThan(0)
          for (const id of provenance[key]?.sources ?? []) expect(listed, key).toContain(id)
        }
      }
    }
  })

  it('leave the unknown empty, never 0', () => {
    const question = aDossier(demo, { language: 'en' })
    const [heads = [], ...rows] = rowsOf(question)
    const { features } = dossierGeojson(question)
    let unknown = 0
    features.forEach(({ properties }, i) => {
      for (const { key, head } of FIGURES) {
        if (properties[key] !== null) continue
        unknown++
        expect(rows[i]?.[heads.indexOf(head.en)], key).toBe('')
      }
    })
    expect(unknown).toBeGreaterThan(5)
  })

  it('say the same figures in the text as in the features', () => {
    const question = aDossier(demo, { language: 'fr' })
    const [heads = [], ...rows] = rowsOf(question)
    dossierGeojson(question).features.forEach(({ id, properties }, i) => {
      expect(rows[i]?.[heads.indexOf(DOSSIER_WORDS.fr.head.lineId)]).toBe(id)
      for (const { key, head } of FIGURES) {
        const value = properties[key]
        if (typeof value !== 'number') continue
        expect(rows[i]?.[heads.indexOf(head.fr)], key).toBe(String(value).replace('.', ','))
      }
      expect(rows[i]?.[heads.indexOf(DOSSIER_WORDS.fr.cover.snapshot)]).toBe(question.hash)
    })
  })

  it('are the same bytes for the same snapshot', () => {
    expect(dossierCsv(aDossier())).toBe(dossierCsv(aDossier()))
    expect(JSON.stringify(dossierGeojson(aDossier()))).toBe(JSON.stringify(dossierGeojson(aDossier())))
    expect(dossierGeojson(aDossier()).snapshot.hash).toBe(aDossier().hash)
  })

  it('begin with the mark of UTF-8 and run no formula', () => {
    const sites = zoneLines('fes-shore').map((line) => ({ ...line, notes: { ...line.notes, fr: '=1+1' } }))
    const text = dossierCsv(aDossier(aFrozen({ sites }), { issuer: '@issuer' }))
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text).toContain(";'=1+1")
    expect(text).toContain(";'@issuer")
    for (const row of rowsOf(aDossier(aFrozen({ sites })))) for (const cell of row) expect(cell).not.toMatch(/^[=+@]/)
  })

  it('are GeoJSON at the points of the zones, properties flat', () => {
    const { type, features } = dossierGeojson(aDossier())
    expect(type).toBe('FeatureCollection')
    for (const { geometry, properties } of features) {
      expect(geometry).toMatchObject({ type: 'Point' })
      for (const value of Object.values(properties)) expect(typeof value === 'object' && value !== null).toBe(false)
    }
    expect(features.map(({ properties }) => properties.number)).toEqual([1, 2, 3])
  })
})
