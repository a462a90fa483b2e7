import { catalogue } from '@tvl/data'
import { RFI_FIELDS } from '@tvl/model'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Headers, type Writers, writers } from '../testing/writers.ts'
import { officerOf, opened, sendRfi, workbookOf } from './rfi.maker.ts'

const SHEETS = 25
const ON_EACH = 48

let server: Writers
let officer: Headers
beforeAll(async () => {
  server = await writers(catalogue({ catalogue: 'demo', inventory: 'S', today: '2026-11-23' }))
  officer = await officerOf(server.db, 'cri-fes-meknes')
})
afterAll(() => server.close())

/** As large as the largest set there is, IEDC’s: 1,200 elements on 25 sheets, most of which the catalogue does not have. */
async function aLargeSet(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  for (let n = 0; n < SHEETS; n++) {
    const sheet = workbook.addWorksheet(`Part ${n + 1}`)
    sheet.addRow(['Data element', 'Unit', 'Response'])
    for (let i = 0; i < ON_EACH; i++) {
      const field = RFI_FIELDS[(n * 3 + i) % RFI_FIELDS.length]
      sheet.addRow([i % 4 === 0 ? field?.words.en : `Element ${n}.${i} of the standard`, '', null])
      sheet.getCell(i + 2, 3).border = { bottom: { style: 'hair' } }
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

describe('a set of 1,200 elements on 25 sheets', () => {
  it('is matched and filled while somebody waits', async () => {
    const started = performance.now()
    const { status, body } = await sendRfi(server, await aLargeSet(), officer, { lang: 'en' })
    expect([status, body.code]).toEqual([201, undefined])
    expect(body.items).toHaveLength(SHEETS * ON_EACH)
    const workbook = await opened(await workbookOf(server, body.id, officer))
    // A few seconds on one core; a machine that is busy with others may take longer.
    expect(performance.now() - started).toBeLessThan(30_000)
    const filled = workbook.worksheets
      .slice(0, SHEETS)
      .flatMap((sheet) => (sheet.getColumn(3).values ?? []).slice(2).filter((value) => value != null))
    expect(filled).toHaveLength(body.coverage.filled)
    expect(body.coverage.filled).toBeGreaterThan(150)
    expect(body.items.filter(({ label, state }) => label.startsWith('Element') && state !== 'unmatched')).toEqual([])
  })
})
