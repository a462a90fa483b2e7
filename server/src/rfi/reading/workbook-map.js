import { FileRefused, LIMITS } from '../../bulk/reading/limits.js'
import { attribute, readMarkup } from './markup.js'
import { textOf } from './package-parts.js'

export const WORKBOOK = 'xl/workbook.xml'
export const WORKBOOK_RELATIONS = 'xl/_rels/workbook.xml.rels'

/** What a workbook says of itself: its sheets with their parts, its names, the parts of its texts and styles. */
export function workbookMap(parts) {
  const relations = new Map()
  readMarkup(textOf(parts, WORKBOOK_RELATIONS), {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return
      relations.set(attributes.Id, { type: attributes.Type ?? '', part: partOf(attributes.Target ?? '') })
    },
  })
  const sheets = []
  const names = []
  let is1904 = false
  readMarkup(textOf(parts, WORKBOOK), {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904)
      if (name === 'definedName') names.push(attributes.name ?? '')
      if (name !== 'sheet') return
      const relation = relations.get(attribute(attributes, 'id'))
      // Sheets of charts hold no cells.
      if (!relation?.type.endsWith('/worksheet') || !parts.has(relation.part)) return
      sheets.push({
        name: attributes.name ?? '',
        part: relation.part,
        type: relation.type,
        isHidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
      })
    },
  })
  if (sheets.length === 0) throw new FileRefused('import.unreadable', 'a workbook without sheets')
  if (sheets.length > LIMITS.sheets) throw new FileRefused('import.too-many-sheets', `${sheets.length} sheets`)
  const partWith = (ending) => [...relations.values()].find(({ type }) => type.endsWith(ending))?.part
  return { sheets, names, is1904, strings: partWith('/sharedStrings'), styles: partWith('/styles') }
}

/** The part that a relation of the workbook points at, which may be said from the root or from the folder. */
function partOf(target) {
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
  const folders = []
  for (const step of path.split('/')) {
    if (step === '..') folders.pop()
    else if (step !== '.' && step !== '') folders.push(step)
  }
  return folders.join('/')
}

/** The texts that cells point at, without the readings (furigana) that some have beside. */
export function sharedStrings(parts, part) {
  const strings = []
  if (!part || !parts.has(part)) return strings
  let text = ''
  let isText = false
  let isReading = false
  readMarkup(textOf(parts, part), {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') isReading = true
      if (name === 't') isText = !isReading
    },
    text(value) {
      if (isText) text += value
    },
    close(name) {
      if (name === 't') isText = false
      if (name === 'rPh') isReading = false
      if (name === 'si') strings.push(text)
    },
  })
  return strings
}

/** Days and times among the formats that every workbook has. */
const OWN_DATES = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
]
const OWN_PERCENT = [9, 10]

/** How each style shows a number: as a percentage, as a date, or as it is. */
export function styleFormats(parts, part) {
  const formats = []
  if (!part || !parts.has(part)) return formats
  const codes = new Map()
  let isCells = false
  readMarkup(textOf(parts, part), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') isCells = true
      if (name === 'xf' && isCells) formats.push(Number(attributes.numFmtId ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') isCells = false
    },
  })
  return formats.map((id) => formatOf(id, codes.get(id)))
}

function formatOf(id, code) {
  if (code === undefined) {
    if (OWN_PERCENT.includes(id)) return 'percent'
    return OWN_DATES.some(([first, last]) => id >= first && id <= last) ? 'date' : null
  }
  const signs = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
  if (signs.includes('%')) return 'percent'
  return /[ymd]/i.test(signs) ? 'date' : null
}
