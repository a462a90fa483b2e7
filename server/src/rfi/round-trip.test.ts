import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { catalogue } from '@tvl/data'
import type ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPackage } from '../testing/files.ts'
import { type Headers, type Writers, writers } from '../testing/writers.ts'
import { arabicRfi, englishRfi, frenchRfi, officerOf, opened, sendRfi, unpacked, workbookOf } from './rfi.maker.ts'
import type { RfiAnswerShape } from './shapes.ts'

let server: Writers
let officer: Headers
beforeAll(async () => {
  server = await writers(catalogue({ catalogue: 'demo', inventory: 'S', today: '2026-11-23' }))
  officer = await officerOf(server.db, 'cri-fes-meknes')
})
afterAll(() => server.close())

/** A workbook there and back: what was sent, what was answered, what came out. */
async function roundTrip(before: Buffer, more: Parameters<typeof sendRfi>[3] = {}) {
  const { status, body } = await sendRfi(server, before, officer, more)
  expect([status, body.code]).toEqual([201, undefined])
  return { before, body, after: await workbookOf(server, body.id, officer) }
}

const filledIn = (body: RfiAnswerShape) => body.items.filter(({ value }) => value !== null)
const isFormula = (value: ExcelJS.CellValue): value is ExcelJS.CellFormulaValue =>
  typeof value === 'object' && value !== null && 'formula' in value

/** What a person sees in a cell: its value, or what a formula is. */
const shown = (value: ExcelJS.CellValue) => (isFormula(value) ? `=${value.formula}` : value)

describe('the filled workbook', () => {
  const WORKBOOKS: readonly [string, () => Promise<Buffer>, object][] = [
    ['in French, under a head', frenchRfi, {}],
    ['in Arabic, right to left', arabicRfi, { lang: 'ar' }],
    [
      'in English, a column a site',
      () => englishRfi(['Site 1', 'Site 2']),
      { lang: 'en', zones: 'fes-shore,casanearshore' },
    ],
  ]

  it.each(WORKBOOKS)('%s: every part that is not filled is the same, byte by byte', async (_, make, more) => {
    const { before, after, body } = await roundTrip(await make(), more)
    const [was, is] = [unpacked(before), unpacked(after)]
    const touched = [...was].filter(([name, data]) => !is.get(name)?.equals(data)).map(([name]) => name)
    const filledSheets = [...new Set(body.items.map(({ sheet }) => `xl/worksheets/sheet${sheet + 1}.xml`))]
    // Of the French one, another sheet computes with a cell that is filled: what it came to before is gone.
    const computing = body.sheets.flatMap(({ name }, i) =>
      name === 'Synthèse' ? [`xl/worksheets/sheet${i + 1}.xml`] : [],
    )
    expect(touched.sort()).toEqual(
      ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', ...filledSheets, ...computing].sort(),
    )
    expect([...is.keys()].filter((name) => !was.has(name))).toHaveLength(1)
  })

  it.each(WORKBOOKS)('%s: has the styles, formulas, formats and merged cells it had', async (_, make, more) => {
    const { before, after, body } = await roundTrip(await make(), more)
    const [was, is] = [await opened(before), await opened(after)]
    const filled = new Set(filledIn(body).map(({ sheet, reference }) => `${sheet}!${reference}`))
    expect(is.worksheets).toHaveLength(was.worksheets.length + 1)
    for (const [index, sheet] of was.worksheets.entries()) {
      const now = is.worksheets[index]
      expect([now?.name, now?.state, now?.model.merges]).toEqual([sheet.name, sheet.state, sheet.model.merges])
      expect(now?.views).toEqual(sheet.views)
      for (let row = 1; row <= sheet.rowCount; row++) {
        for (let column = 1; column <= sheet.columnCount; column++) {
          const [cell, other] = [sheet.getCell(row, column), now?.getCell(row, column)]
          expect([cell.address, other?.style]).toEqual([cell.address, cell.style])
          if (!filled.has(`${index}!${cell.address}`))
            expect([cell.address, shown(other?.value ?? null)]).toEqual([cell.address, shown(cell.value)])
        }
      }
    }
  })

  it.each(WORKBOOKS)('%s: holds in every filled cell what the API says, and in no other', async (_, make, more) => {
    const { before, after, body } = await roundTrip(await make(), more)
    const [was, is] = [await opened(before), await opened(after)]
    expect(filledIn(body).length).toBeGreaterThan(4)
    for (const { sheet, reference, value, state } of body.items) {
      const cell = is.worksheets[sheet]?.getCell(reference)
      const isPercent = cell?.numFmt?.includes('%')
      const isDate = /yy/.test(cell?.numFmt ?? '')
      const found = isDate && cell?.value instanceof Date ? cell.value.toISOString().slice(0, 10) : cell?.value
      if (state === 'filled') expect([reference, found]).toEqual([reference, isPercent ? Number(value) / 100 : value])
      else expect([reference, cell?.value]).toEqual([reference, was.worksheets[sheet]?.getCell(reference).value])
    }
  })

  it('keeps rules of formatting, lists of choices, names, notes and pictures', async () => {
    const { after } = await roundTrip(await frenchRfi())
    const workbook = await opened(after)
    const sheet = workbook.getWorksheet('Site')
    expect(sheet?.getCell('D5').dataValidation).toMatchObject({ type: 'list' })
    expect((sheet as unknown as { conditionalFormattings: unknown[] }).conditionalFormattings).toHaveLength(1)
    expect(sheet?.getImages()).toHaveLength(1)
    expect(JSON.stringify(sheet?.getCell('B4').note)).toContain('Tel qu’il est commercialisé')
    expect(workbook.definedNames.getRanges('Superficie').ranges).toEqual(['Site!$D$6'])
    expect(unpacked(after).get('xl/workbook.xml')?.toString()).toMatch(/<calcPr[^>]* fullCalcOnLoad="1"/)
  })

  it('says of every answer where it comes from, and marks what is illustrative at its head', async () => {
    const { after, body } = await roundTrip(await frenchRfi())
    const sheet = (await opened(after)).getWorksheet('Sources')
    const rows = sheet?.getRows(1, sheet.rowCount) ?? []
    expect(rows.some((row) => String(row.getCell(1).value).startsWith('ATTENTION'))).toBe(true)
    for (const { reference, state, value, grade, label } of body.items) {
      const row = rows.find((one) => one.getCell(2).value === reference)
      expect([row?.getCell(3).value, row?.getCell(5).value]).toEqual([label, value])
      if (state !== 'filled') continue
      const said = row?.getCell(7).value
      expect(said).toBe({ press: 'presse', derived: 'dérivé', illustrative: 'illustratif' }[String(grade)])
      const first = body.sources.find(
        ({ id }) => id === body.items.find((one) => one.reference === reference)?.sources[0],
      )
      expect(String(row?.getCell(8).value)).toContain(first?.title)
      expect(String(row?.getCell(8).value)).toContain(first?.publisher)
    }
  })

  it('takes the name of the sheet beside one that is called so, and twice the same file makes the same bytes', async () => {
    const before = await opened(await arabicRfi())
    before.addWorksheet('sources').getCell('A1').value = 'x'
    const bytes = Buffer.from(await before.xlsx.writeBuffer())
    const { body, after } = await roundTrip(bytes)
    expect((await opened(after)).worksheets.map(({ name }) => name)).toEqual(['الموقع', 'sources', 'Sources (2)'])
    expect((await workbookOf(server, body.id, officer)).equals(after)).toBe(true)
  })

  it('is written right where rows, cells and prefixes are missing', async () => {
    const parts = (await import('../testing/files.ts')).workbookParts('')
    const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const text = (row: number, label: string) => `<x:c r="A${row}" t="inlineStr"><x:is><x:t>${label}</x:t></x:is></x:c>`
    const sheet = [
      `<?xml version="1.0" encoding="UTF-8"?>\r\n<x:worksheet xmlns:x="${MAIN}"><x:cols><x:col min="2" max="2" style="3"/></x:cols><x:sheetData>`,
      `<x:row r="1" spans="1:1">${text(1, 'Site name')}</x:row>`,
      `<x:row r="2">${text(2, 'City &amp; town')}<x:c r="C2"><x:v>7</x:v></x:c></x:row>`,
      `<x:row r="3">${text(3, 'Site area (ha)')}<x:c r="B3" s="2" t="s"></x:c></x:row>`,
      `<x:row r="4">${text(4, 'Region')}<x:c r="B4" t="inlineStr"><x:is><x:t> </x:t></x:is></x:c></x:row>`,
      '</x:sheetData><x:pageMargins left="0.7"/></x:worksheet>',
    ].join('')
    const before = aPackage(parts.map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, data: sheet } : part)))
    const { after, body } = await roundTrip(before, { lang: 'en' })
    // Somebody wrote a space.
    expect(body.items.map(({ state }) => state)).toEqual(['filled', 'filled', 'filled', 'kept'])
    const written = unpacked(after).get('xl/worksheets/sheet1.xml')?.toString() ?? ''
    const cell = (attributes: string, value: string) =>
      `<x:c ${attributes} t="inlineStr"><x:is><x:t xml:space="preserve">${value}</x:t></x:is></x:c>`
    expect(written).toBe(
      sheet
        .replace('spans="1:1"', 'spans="1:2"')
        .replace('</x:row><x:row r="2">', `${cell('r="B1" s="3"', 'Fès Shore')}</x:row><x:row r="2">`)
        .replace('<x:c r="C2">', `${cell('r="B2" s="3"', 'Fez')}<x:c r="C2">`)
        .replace('<x:c r="B3" s="2" t="s"></x:c>', '<x:c r="B3" s="2"><x:v>22</x:v></x:c>'),
    )
  })
})

const run = promisify(execFile)

/** Has LibreOffice compute a workbook; a missing one fails with the way to get it, for a test that skips itself proves nothing. */
async function computed(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const folder = await mkdtemp(join(tmpdir(), 'rfi-'))
  try {
    const [file, out] = [join(folder, 'in.xlsx'), join(folder, 'out')]
    await writeFile(file, bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    await run('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, file], { timeout: 100_000 })
    return await opened(await readFile(join(out, 'in.xlsx')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error('soffice is missing. Install LibreOffice (Debian: apt-get install libreoffice-calc-nogui).')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

describe('LibreOffice', () => {
  it('opens the filled workbook and computes its formulas anew', async () => {
    const { after, body } = await roundTrip(await frenchRfi())
    const workbook = await computed(after)
    const value = (reference: string) => body.items.find((one) => one.reference === reference)?.value
    const result = (sheet: string, reference: string) =>
      (workbook.getWorksheet(sheet)?.getCell(reference).value as ExcelJS.CellFormulaValue | undefined)?.result
    expect(result('Site', 'D20')).toBe(Number(value('D8')) - Number(value('D7')))
    expect(result('Synthèse', 'B1')).toBe(Number(value('D6')) * 10_000)
    expect(workbook.getWorksheet('Sources')?.rowCount).toBeGreaterThan(body.items.length)
  }, 120_000)
})
