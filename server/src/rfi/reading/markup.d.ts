/** Row and column from 0 as `B7`. */
export function referenceOf(row: number, column: number): string
