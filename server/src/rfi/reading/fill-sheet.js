import { edited, escaped, placeOf, readMarkup, referenceOf } from './markup.js'

/**
 * A sheet with cells filled: only they are written, and rows where there were none. A cell that holds anything, a formula
 * or a value, is left as it is: whoever asked for it to be filled looked at another state of the sheet.
 * @param {string} text
 * @param {readonly { row: number, column: number, value: string | number }[]} fills
 * @param {boolean} isStale whether what formulas here came to last may be wrong by now
 */
export function filledSheet(text, fills, isStale) {
  const wanted = new Map()
  for (const fill of fills) wanted.set(fill.row, [...(wanted.get(fill.row) ?? []), fill])
  const sheet = scan(text, wanted)
  const edits = isStale ? sheet.outcomes : []
  for (const [number, asked] of [...wanted].sort(([a], [b]) => a - b)) {
    const row = sheet.rows.get(number)
    edits.push(...(row ? rowEdits(text, row, asked, sheet) : [newRow(number, asked, sheet)]))
  }
  return edited(
    text,
    edits.filter((edit) => edit !== null),
  )
}

const KIND = /\s+t\s*=\s*(?:"[^"]*"|'[^']*')/

/** Where the rows that are written to stand, where others begin, and the outcomes of formulas. */
function scan(text, wanted) {
  const found = { rows: new Map(), starts: [], columns: [], outcomes: [], data: null, prefix: '' }
  let row = null
  let number = -1
  let column = -1
  let cell = null
  let outcome = null
  readMarkup(text, {
    open(name, attributes, at) {
      if (name === 'sheetData') Object.assign(found, { prefix: at.prefix, data: { ...at, closeAt: at.end } })
      else if (name === 'col') found.columns.push(attributes)
      else if (name === 'row') {
        number = attributes.r === undefined ? number + 1 : Number(attributes.r) - 1
        column = -1
        found.starts.push({ number, start: at.start })
        row = wanted.has(number) ? { at, attributes, cells: [], closeAt: at.end } : null
        if (row) found.rows.set(number, row)
      } else if (name === 'c') {
        const place = placeOf(attributes.r)
        column = place ? place.column : column + 1
        cell = { column, start: at.start, openEnd: at.end, end: at.end, attributes, holds: false, isFormula: false }
        row?.cells.push(cell)
      } else if (cell && name === 'f') Object.assign(cell, { isFormula: true, holds: true })
      else if (cell && (name === 'v' || name === 'is')) {
        cell.holds = true
        outcome = at
      }
    },
    close(name, at) {
      if (cell && name === 'v' && cell.isFormula) {
        found.outcomes.push({ start: outcome.start, end: at.end, text: '' })
        // The kind of a value that is gone.
        if (cell.attributes.t !== undefined) {
          const open = text.slice(cell.start, cell.openEnd)
          found.outcomes.push({ start: cell.start, end: cell.openEnd, text: open.replace(KIND, '') })
        }
      }
      if (name === 'c' && cell) {
        cell.end = at.end
        cell = null
      } else if (name === 'row' && row) row.closeAt = row.at.isEmpty ? row.at.end : at.start
      else if (name === 'sheetData') found.data.closeAt = found.data.isEmpty ? found.data.end : at.start
    },
  })
  return found
}

function rowEdits(text, row, asked, sheet) {
  const edits = []
  const added = []
  for (const fill of asked) {
    const cell = row.cells.find((one) => one.column === fill.column)
    if (!cell) added.push(fill)
    else if (!cell.holds) {
      const open = text.slice(cell.start, cell.openEnd)
      edits.push({ start: cell.start, end: cell.end, text: written(fill, sheet.prefix, keptAttributes(open)) })
    }
  }
  const isOpen = !row.at.isEmpty
  const placed = added.sort((a, b) => a.column - b.column)
  const markup = (fill) => written(fill, sheet.prefix, newAttributes(fill, row.attributes, sheet))
  if (!isOpen && placed.length > 0) {
    const open = text.slice(row.at.start, row.at.end).replace(/\s*\/>$/, '>')
    edits.push({ ...row.at, text: `${widened(open, placed)}${placed.map(markup).join('')}</${sheet.prefix}row>` })
    return edits
  }
  for (const fill of placed) {
    const next = row.cells.find((one) => one.column > fill.column)
    const start = next ? next.start : row.closeAt
    edits.push({ start, end: start, text: markup(fill) })
  }
  if (placed.length > 0) edits.push({ ...row.at, text: widened(text.slice(row.at.start, row.at.end), placed) })
  return edits
}

function newRow(number, asked, sheet) {
  if (!sheet.data || sheet.data.isEmpty) return null
  const cells = [...asked].sort((a, b) => a.column - b.column)
  const markup = cells.map((fill) => written(fill, sheet.prefix, newAttributes(fill, {}, sheet))).join('')
  const row = `<${sheet.prefix}row r="${number + 1}">${markup}</${sheet.prefix}row>`
  const next = sheet.starts.find((one) => one.number > number)
  const start = next ? next.start : sheet.data.closeAt
  return { start, end: start, text: row }
}

/** All that a cell says of itself but the kind of its value. */
const keptAttributes = (open) =>
  open
    .replace(/^<[^\s/>]+/, '')
    .replace(/\s*\/?>$/, '')
    .replace(KIND, '')

/** A cell that was not there looks as its row or its column says. */
function newAttributes({ row, column }, rowAttributes, { columns }) {
  const ofColumn = columns.find(({ min, max }) => column + 1 >= Number(min) && column + 1 <= Number(max))
  const style = ['1', 'true'].includes(rowAttributes.customFormat) ? rowAttributes.s : ofColumn?.style
  return ` r="${referenceOf(row, column)}"${style === undefined ? '' : ` s="${escaped(style)}"`}`
}

/** A row may say from which to which column it reaches. */
const widened = (open, fills) =>
  open.replace(/(\sspans\s*=\s*["'])(\d+):(\d+)(["'])/, (_, before, first, last, after) => {
    const columns = fills.map(({ column }) => column + 1)
    return `${before}${Math.min(Number(first), ...columns)}:${Math.max(Number(last), ...columns)}${after}`
  })

/** A text is written as a text, whatever it begins with: nothing of it is ever run. */
export function written({ value }, prefix, attributes) {
  const [open, close] = [`<${prefix}c${attributes}`, `</${prefix}c>`]
  if (typeof value === 'number') return `${open}><${prefix}v>${value}</${prefix}v>${close}`
  const text = `<${prefix}t xml:space="preserve">${escaped(value)}</${prefix}t>`
  return `${open} t="inlineStr"><${prefix}is>${text}</${prefix}is>${close}`
}
