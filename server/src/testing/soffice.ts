import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'

const run = promisify(execFile)
const MILLISECONDS = 240_000

/** A workbook as a spreadsheet program opens it. */
export async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer)
  return workbook
}

/** The same workbook with nothing of what its formulas came to, so that whoever opens it has to compute. */
export async function withoutResults(workbook: ExcelJS.Workbook): Promise<Buffer> {
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (!cell.formula) return
        const { result: _, ...formula } = cell.value as ExcelJS.CellFormulaValue
        cell.value = formula as ExcelJS.CellValue
      })
    })
  })
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/**
 * Workbooks as LibreOffice computes them, in the order given. It starts slowly: give it many at once. Its profile is
 * its own, so that it meets no other.
 * @throws where LibreOffice is not installed, with what to do
 */
export async function recalculated(workbooks: readonly Uint8Array[]): Promise<ExcelJS.Workbook[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tvl-soffice-'))
  try {
    const files = workbooks.map((_, i) => join(folder, `${i}.xlsx`))
    for (const [i, file] of files.entries()) await writeFile(file, workbooks[i] as Uint8Array)
    const out = join(folder, 'out')
    await soffice(folder, ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out, ...files])
    return await Promise.all(files.map(async (_, i) => opened(await readFile(join(out, `${i}.xlsx`)))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function soffice(folder: string, args: readonly string[]): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
  try {
    await run('soffice', [profile, '--headless', '--norestore', ...args], { timeout: MILLISECONDS })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error('LibreOffice Calc is needed to recalculate workbooks: apt-get install libreoffice-calc-nogui')
  }
}
