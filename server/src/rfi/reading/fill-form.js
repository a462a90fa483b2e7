import { checkWorkbook } from '../../bulk/reading/check-workbook.js'
import { filledSheet } from './fill-sheet.js'
import { attribute, edited, escaped, readMarkup } from './markup.js'
import { packaged, partsOf, textOf } from './package-parts.js'
import { sourcesMarkup } from './sources-sheet.js'
import { WORKBOOK, WORKBOOK_RELATIONS, workbookMap } from './workbook-map.js'

const CONTENT_TYPES = '[Content_Types].xml'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'

/**
 * The questionnaire with its cells filled and a sheet of sources behind the others. Written into the markup itself:
 * every part that is not touched stays byte by byte, pictures, charts, rules of formatting and lists of choices among them.
 * @param {Buffer} bytes
 * @param {{ fills: { sheet: number, row: number, column: number, value: string | number }[], sources: import('./sources-sheet.js').Sources }} work
 */
export async function fillForm(bytes, { fills, sources }) {
  await checkWorkbook(bytes)
  const parts = await partsOf(bytes)
  const map = workbookMap(parts)
  for (const [index, { part }] of map.sheets.entries()) {
    const own = fills.filter(({ sheet }) => sheet === index)
    const text = textOf(parts, part)
    const isStale = fills.length > 0 && (own.length > 0 || looksElsewhere(text, map.names))
    if (own.length > 0 || isStale) {
      const filled = filledSheet(text, own, isStale)
      if (filled !== text) parts.set(part, filled)
    }
  }
  addSheet(parts, map, sources)
  return packaged(parts)
}

/** Whether a formula of a sheet reads other sheets: by their name, by a name of the workbook, or by an address it computes. */
function looksElsewhere(text, names) {
  const known = new Set(names.map((name) => name.toLowerCase()))
  let isFormula = false
  let formula = ''
  let does = false
  readMarkup(text, {
    open(name) {
      isFormula = name === 'f'
      formula = ''
    },
    text(more) {
      if (isFormula) formula += more
    },
    close(name) {
      if (name !== 'f') return
      isFormula = false
      does ||=
        /[!\][]|indirect|offset/i.test(formula) ||
        (formula.match(/[\p{L}_\\][\p{L}\p{N}_.\\]*/gu) ?? []).some((word) => known.has(word.toLowerCase()))
    },
  })
  return does
}

/** Adds a sheet to the three parts that know which sheets there are, and has everything computed anew on opening. */
function addSheet(parts, { sheets }, sources) {
  const part = freePart(parts)
  parts.set(part, sourcesMarkup(sources))
  const types = textOf(parts, CONTENT_TYPES)
  parts.set(
    CONTENT_TYPES,
    beforeEnd(types, 'Types', (prefix) => `<${prefix}Override PartName="/${part}" ContentType="${SHEET_TYPE}"/>`),
  )
  const relations = textOf(parts, WORKBOOK_RELATIONS)
  const ids = new Set()
  readMarkup(relations, { open: (_, { Id }) => void ids.add(Id) })
  let id = 'rIdSources'
  for (let n = 2; ids.has(id); n++) id = `rIdSources${n}`
  // A workbook in the strict form names the kinds of its relations otherwise: the sheets it has tell.
  const { type } = sheets[0]
  const relation = (prefix) => `<${prefix}Relationship Id="${id}" Type="${type}" Target="/${part}"/>`
  parts.set(WORKBOOK_RELATIONS, beforeEnd(relations, 'Relationships', relation))
  parts.set(WORKBOOK, workbookWith(textOf(parts, WORKBOOK), { id, name: sources.name }))
}

function freePart(parts) {
  const taken = new Set([...parts.keys()].map((name) => name.toLowerCase()))
  let n = 1
  while (taken.has(`xl/worksheets/sheet${n}.xml`)) n++
  return `xl/worksheets/sheet${n}.xml`
}

/** The markup with more before the end of its outermost element. */
function beforeEnd(text, root, markup) {
  let edit = null
  let prefix = ''
  readMarkup(text, {
    open(name, _, at) {
      if (name === root) prefix = at.prefix
    },
    close(name, at) {
      if (name === root) edit = { start: at.start, end: at.start, text: markup(prefix) }
    },
  })
  return edit ? edited(text, [edit]) : text
}

/** What stands before the settings of calculation in a workbook, by the schema’s order. */
const BEFORE_CALCULATION = new Set(
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames'.split(
    ' ',
  ),
)

function workbookWith(text, { id, name }) {
  const edits = []
  const names = new Set()
  let depth = 0
  let highest = 0
  let relationPrefix = ''
  let calculationAt = 0
  let prefix = ''
  let hasCalculation = false
  readMarkup(text, {
    open(tag, attributes, at) {
      depth++
      if (depth === 1) {
        prefix = at.prefix
        calculationAt = at.end
      }
      if (tag === 'sheet') {
        names.add((attributes.name ?? '').toLowerCase())
        highest = Math.max(highest, Number(attributes.sheetId) || 0)
        const own = Object.keys(attributes).find((key) => /^[^:]+:id$/.test(key))
        if (own) relationPrefix = own.slice(0, -3)
      }
      if (tag === 'calcPr' && depth === 2) {
        hasCalculation = true
        const tagText = text.slice(at.start, at.end)
        const isAsked = attribute(attributes, 'fullCalcOnLoad') !== undefined
        const asked = isAsked
          ? tagText.replace(/(\sfullCalcOnLoad\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"1"')
          : tagText.replace(/\s*(\/?>)$/, ' fullCalcOnLoad="1"$1')
        edits.push({ start: at.start, end: at.end, text: asked })
      }
    },
    close(tag, at) {
      if (depth === 2 && BEFORE_CALCULATION.has(tag)) calculationAt = at.end
      if (tag === 'sheets') {
        let free = name
        for (let n = 2; names.has(free.toLowerCase()); n++) free = `${name.slice(0, 26)} (${n})`
        const sheet = `<${prefix}sheet name="${escaped(free)}" sheetId="${highest + 1}" ${relationPrefix || 'r'}:id="${id}"/>`
        edits.push({ start: at.start, end: at.start, text: sheet })
      }
      depth--
    },
  })
  if (!hasCalculation) {
    edits.push({ start: calculationAt, end: calculationAt, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` })
  }
  return edited(text, edits)
}
