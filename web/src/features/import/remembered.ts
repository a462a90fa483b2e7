import type { SheetMapping } from '@tvl/model'
import { decideImport, type ImportFile } from '../../api/imports.ts'

const KEY = 'tvl.import.mappings'
/** Workbooks of so many shapes are remembered: an operator has two or three. */
const MOST = 30

type Remembered = Record<string, Pick<SheetMapping, 'collection' | 'columns'>>

function read(): Remembered {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Remembered
  } catch {
    return {}
  }
}

const keyOf = (heads: readonly string[]): string => heads.map((head) => head.trim()).join('\u0001')

/** Keeps, on this device, what a person corrected, for the next file of the same heads. */
export function rememberMapping(file: ImportFile, sheets: readonly SheetMapping[]): void {
  const kept = read()
  for (const [i, { collection, columns }] of sheets.entries()) {
    const key = keyOf(file.sheets[i]?.heads ?? [])
    delete kept[key]
    if (key !== '') kept[key] = { collection, columns }
  }
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(Object.entries(kept).slice(-MOST))))
  } catch {
    // A full or forbidden store: the guess is corrected by hand again.
  }
}

/** The file with what was decided for files of the same heads before; as it was guessed when nothing was. */
export async function applyRemembered(file: ImportFile): Promise<ImportFile> {
  const kept = read()
  const sheets = file.choices.sheets.map((sheet, i) => {
    const known = kept[keyOf(file.sheets[i]?.heads ?? [])]
    return known && known.columns.length === sheet.columns.length ? { ...sheet, ...known } : sheet
  })
  if (JSON.stringify(sheets) === JSON.stringify(file.choices.sheets)) return file
  // What is remembered is a help: the guess stands when it cannot be taken.
  return decideImport(file, { sheets }).catch(() => file)
}
