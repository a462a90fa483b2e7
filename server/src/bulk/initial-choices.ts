import { bulkField, cellText, decimalIn, guessMapping, type Language } from '@tvl/model'
import type { Choices } from './choices.ts'
import type { ReadFile } from './reading/workshop.ts'

/** What a file is taken for before anybody has said anything: by its heads, and by how its figures are written. */
export function initialChoices(file: ReadFile, language: Language): Choices {
  const guesses = file.sheets.map(({ rows, isHidden }) => {
    const guess = guessMapping(rows)
    // Sheets that are out of sight hold lists for other sheets.
    return isHidden ? { ...guess, collection: null } : guess
  })
  const figures = file.sheets.flatMap(({ rows }, sheet) => {
    const { collection, columns, headRow } = guesses[sheet] ?? { collection: null, columns: [], headRow: 0 }
    if (!collection) return []
    const decimals = columns.flatMap((name, column) =>
      name && bulkField(collection, name)?.kind === 'decimal' ? [column] : [],
    )
    return rows
      .slice(headRow + 1, headRow + 2000)
      .flatMap((row) => decimals.flatMap((column) => (typeof row[column] === 'string' ? [cellText(row[column])] : [])))
  })
  const written = guesses.find(({ collection, language: found }) => collection && found)?.language ?? language
  return {
    sheets: guesses.map(({ collection, headRow, columns }) => ({ collection, headRow, columns })),
    decimal: decimalIn(figures) ?? (written === 'en' ? '.' : ','),
    blanks: 'keep',
    edits: [],
    confirm: [],
    leaveOutErrors: false,
    removeMissing: false,
  }
}
