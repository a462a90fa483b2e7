const FORMULA = /^'*[=+\-@\t\r]/
const NUMBER = /^[+-]?[\d\s\u00a0\u202f.,]+$/

/**
 * Records as separated text for a spreadsheet: lines end as in Windows, and a cell that would be run is masked. A number
 * with its sign is none.
 * @param {readonly (readonly string[])[]} records @param {string} separator
 */
export function stringify(records, separator) {
  const special = new RegExp(`["\\r\\n${separator === '\t' ? '\\t' : separator === '|' ? '\\|' : separator}]`)
  const cell = (text) => {
    const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
    return special.test(safe) || /^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return records.map((record) => `${record.map((text) => cell(text ?? '')).join(separator)}\r\n`).join('')
}
