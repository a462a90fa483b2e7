import { neutralised } from '@tvl/model'
import type { CellValue } from 'exceljs'

/** What a formula came to, as it is shown where nothing recalculates. */
export type Result = string | number | null

export interface Formula {
  formula: string
  /** Null: unknown, which the formula says in a word. */
  result: Result
  /** Looks at a range cell by cell, in programs that know no dynamic arrays too. */
  isArray?: true
}

/** Null: unknown, and said so in a word; an empty text leaves the cell empty. */
export type Content = string | number | null | Formula

export const isFormula = (content: Content): content is Formula => typeof content === 'object' && content !== null

/** A text within a formula. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const FIRST_DAY = Date.UTC(1899, 11, 30)

/** A day as spreadsheets count it, so that formulas can compare it. */
export function serialDay(iso: string): number
export function serialDay(iso: string | null): number | null
export function serialDay(iso: string | null): number | null {
  if (iso === null) return null
  return Math.round((Date.parse(`${iso}T00:00Z`) - FIRST_DAY) / 86_400_000)
}

/** What is written into the cell at `address`. */
export function cellValue(content: Content, unknown: string, address: string): CellValue {
  if (content === null) return unknown
  if (content === '') return null
  if (!isFormula(content)) return typeof content === 'string' ? neutralised(content) : content
  const { formula, result, isArray } = content
  const shown = { formula, result: result ?? unknown }
  return (isArray ? { ...shown, shareType: 'array', ref: address } : shown) as CellValue
}
