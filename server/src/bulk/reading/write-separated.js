/**
 * Records as separated text for a spreadsheet: lines end as in Windows. Texts that look like formulas are the writer's
 * care.
 * @param {readonly (readonly string[])[]} records @param {string} separator
 */
export function stringify(records, separator) {
  const isSpecial = (text) =>
    text.includes(separator) || /["\r\n]/.test(text) || text.startsWith(' ') || text.endsWith(' ')
  const cell = (text) => (isSpecial(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return records.map((record) => `${record.map((text) => cell(text ?? '')).join(separator)}\r\n`).join('')
}
