/** A formatted measure as its figure and its unit: the unit follows the last no-break space. */
export function parted(measure: string): { value: string; unit: string } {
  const at = measure.lastIndexOf('\u00a0')
  return at < 0 ? { value: measure, unit: '' } : { value: measure.slice(0, at), unit: measure.slice(at + 1) }
}
