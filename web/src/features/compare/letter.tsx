import { seriesOf } from './series.ts'

/** The letter of a compared site, on its colour. */
export function Letter({ column }: { column: number }) {
  const { letter, className } = seriesOf(column)
  return <span className={`letter ${className}`}>{letter}</span>
}
