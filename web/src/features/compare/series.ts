import { MOST_COMPARED } from '../../state/selection-slice.ts'

/** How the nth compared site is told from the others: letter, colour (by class `series-a` … `series-f`), line style. */
export interface Series {
  letter: string
  className: string
  /** dashes of its line, in pixels; null = solid */
  dash: string | null
}

const DASHES: readonly (string | null)[] = [null, '7 3', '8 3 1.5 3', '1.5 3', '14 4', '2 2 8 2']

export const SERIES: readonly Series[] = Array.from({ length: MOST_COMPARED }, (_, i) => {
  const letter = String.fromCharCode('A'.charCodeAt(0) + i)
  return { letter, className: `series-${letter.toLowerCase()}`, dash: DASHES[i] ?? null }
})

/** The series of the site in the nth column. Throws a RangeError beyond the sixth. */
export function seriesOf(column: number): Series {
  const series = SERIES[column]
  if (!series) throw new RangeError(`no series for column ${column}`)
  return series
}
