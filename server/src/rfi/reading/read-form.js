import { checkWorkbook } from '../../bulk/reading/check-workbook.js'
import { fileType } from '../../bulk/reading/file-type.js'
import { FileRefused, LIMITS } from '../../bulk/reading/limits.js'
import { placeOf, readMarkup } from './markup.js'
import { partsOf, textOf } from './package-parts.js'
import { sharedStrings, styleFormats, workbookMap } from './workbook-map.js'

/** Of a questionnaire: IEDC’s, the largest there is, asks 1,200 things. */
const MOST_CELLS = 100_000
const MOST_EMPTY = 200_000
/** Nobody asks a question of more; what is longer is only told apart from an empty cell. */
const LONGEST_TEXT = 600

/**
 * The cells of a questionnaire, sheet by sheet, with what fills need to know of them.
 * @param {Buffer} bytes @param {string} name
 */
export async function readForm(bytes, name) {
  if (fileType(bytes, name) !== 'xlsx') throw new FileRefused('import.type', 'no workbook')
  await checkWorkbook(bytes)
  const parts = await partsOf(bytes)
  const { sheets, is1904, strings: stringsPart, styles } = workbookMap(parts)
  const strings = sharedStrings(parts, stringsPart)
  const meter = { cells: 0, empty: 0 }
  return {
    is1904,
    formats: styleFormats(parts, styles),
    sheets: sheets.map(({ name: sheetName, part, isHidden }) => ({
      name: sheetName,
      isHidden,
      ...sheetOf(textOf(parts, part), strings, meter),
    })),
  }
}

function sheetOf(text, strings, meter) {
  const cells = []
  const merges = []
  let isRtl = false
  let row = -1
  let column = -1
  let cell = null
  let value = ''
  let inside = ''
  readMarkup(text, {
    open(name, attributes) {
      if (name === 'sheetView') isRtl ||= ['1', 'true'].includes(attributes.rightToLeft)
      else if (name === 'mergeCell') merges.push(...mergeOf(attributes.ref))
      else if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1
        column = -1
        if (!Number.isInteger(row) || row < 0) throw new FileRefused('import.unreadable', `row ${attributes.r}`)
      } else if (name === 'c') {
        const place = placeOf(attributes.r)
        column = place ? place.column : column + 1
        // Written by its row, read by its address: both have to say the same.
        if (place && place.row !== row) throw new FileRefused('import.unreadable', `${attributes.r} in row ${row + 1}`)
        cell = {
          row,
          column,
          type: attributes.t,
          style: Number(attributes.s ?? 0),
          isFormula: false,
          holds: false,
        }
        value = ''
      } else if (cell && name === 'f') cell.isFormula = true
      else if (cell && (name === 'v' || name === 'is')) {
        cell.holds = true
        inside = name === 'v' ? name : ''
      } else if (cell && name === 't') inside = name
    },
    text(more) {
      if (cell && inside) value += more
    },
    close(name) {
      if (name === 'v' || name === 't') inside = ''
      if (name !== 'c' || !cell) return
      const kept = asCell(cell, value, strings)
      cell = null
      if (kept.column >= LIMITS.columns || kept.row >= LIMITS.rows) {
        if (kept.kind === 'empty') return
        throw new FileRefused(
          kept.row >= LIMITS.rows ? 'import.too-many-rows' : 'import.too-many-columns',
          `a cell at row ${kept.row + 1}, column ${kept.column + 1}`,
        )
      }
      if (kept.kind === 'empty' && ++meter.empty > MOST_EMPTY) return
      if (kept.kind !== 'empty' && ++meter.cells > MOST_CELLS) {
        throw new FileRefused('import.too-many-cells', `more than ${MOST_CELLS} cells`)
      }
      cells.push(kept)
    },
  })
  return { isRtl, cells, merges }
}

/** Empty is a cell that says nothing at all: one with a space in it was written by somebody. */
function asCell({ row, column, type, style, isFormula, holds }, value, strings) {
  const text = (type === 's' ? (strings[Number(value)] ?? '') : value).slice(0, LONGEST_TEXT)
  const isText = (type === 's' || type === 'str' || type === 'inlineStr') && text.trim() !== ''
  const kind = isFormula ? 'formula' : !holds ? 'empty' : isText ? 'text' : 'other'
  return { row, column, text: kind === 'empty' ? '' : text, kind, style }
}

function mergeOf(reference = '') {
  const [from, to] = reference.split(':').map(placeOf)
  return from && to ? [{ top: from.row, left: from.column, bottom: to.row, right: to.column }] : []
}
