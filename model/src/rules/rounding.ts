/** Decimals beyond which a figure that was computed is noise of binary fractions. */
const NOISE = 9

/**
 * Half up, on the decimal digits that a person, or a spreadsheet, works with: 7.475 is 7.48 to the hundredth also
 * where binary fractions made 7.474999999999999 of it. A half is a half from half of the last decimal looked at.
 * @param value at most some millions: beyond, nothing is left of the decimals that are looked at
 */
export function rounded(value: number, places: number): number {
  const unit = 10 ** places
  return Math.floor(value * unit + 0.5 + 0.5 * 10 ** (places - NOISE)) / unit
}
