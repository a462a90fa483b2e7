import { foldName } from '../names.ts'
import { headKind } from './heads.ts'
import { matchLabel, SURE } from './match.ts'
import { unitAlone } from './units.ts'

/** A cell as it lies in a sheet; rows and columns from 0. Empty cells are there when they have a style of their own. */
export interface FormCell {
  row: number
  column: number
  text: string
  kind: 'empty' | 'text' | 'other' | 'formula'
  style: number
}

export interface FormSheet {
  name: string
  isHidden: boolean
  cells: readonly FormCell[]
  merges: readonly { top: number; left: number; bottom: number; right: number }[]
}

/** Whose answer goes into a cell: a zone that the workbook names, or the n-th of those chosen (from 0). */
export type SiteOfCell = { zoneId: string } | { nth: number }

export interface AnswerCell {
  row: number
  column: number
  site: SiteOfCell
  /** What stands there already; only `nothing` is ever filled. */
  holds: 'nothing' | 'value' | 'formula'
  style: number
}

/** A question that a sheet asks, once for each site. */
export interface FormQuestion {
  sheet: number
  row: number
  column: number
  label: string
  unit: string
  answers: readonly AnswerCell[]
}

/** A zone of the catalogue with every name it has. */
export interface NamedSite {
  id: string
  names: readonly string[]
}

/** The head over the answers that are being read: where its questions, units and answers stand. */
interface Head {
  label: number
  unit: number | null
  answers: { column: number; site: SiteOfCell }[]
}

const LONGEST_LABEL = 300
const LONGEST_HEAD = 60

/** Finds what a workbook asks, sheet by sheet. Hidden sheets hold lists and sums, no questions. */
export function questionsOf(sheets: readonly FormSheet[], zones: readonly NamedSite[]): FormQuestion[] {
  const byName = new Map(zones.flatMap(({ id, names }) => [id, ...names].map((name) => [foldName(name), id] as const)))
  return sheets.flatMap((sheet, index) => (sheet.isHidden ? [] : new SheetReader(sheet, index, byName).questions()))
}

class SheetReader {
  readonly #rows = new Map<number, Map<number, FormCell>>()
  readonly #sheet: FormSheet
  readonly #index: number
  readonly #zones: ReadonlyMap<string, string>
  readonly #site: SiteOfCell
  /** End of the merged cells that begin in a cell; the other cells of a merge are in `#covered`. */
  readonly #rightOf = new Map<string, number>()
  readonly #covered = new Set<string>()

  constructor(sheet: FormSheet, index: number, zones: ReadonlyMap<string, string>) {
    this.#sheet = sheet
    this.#index = index
    this.#zones = zones
    this.#site = this.#siteNamed(sheet.name) ?? { nth: 0 }
    for (const cell of sheet.cells) {
      const row = this.#rows.get(cell.row) ?? new Map<number, FormCell>()
      this.#rows.set(cell.row, row.set(cell.column, cell))
    }
    for (const { top, left, bottom, right } of sheet.merges) {
      this.#rightOf.set(`${top}/${left}`, right)
      // A merge over whole columns would be a million cells: only rows that have something can be asked about.
      for (const [row, cells] of this.#rows) {
        if (row < top || row > bottom) continue
        for (const column of [...cells.keys(), left]) {
          if (column >= left && column <= right && (row !== top || column !== left))
            this.#covered.add(`${row}/${column}`)
        }
      }
    }
  }

  questions(): FormQuestion[] {
    const found: { question: FormQuestion; isKnown: boolean; labelStyle: number; hasHead: boolean }[] = []
    let head: Head | null = null
    for (const row of [...this.#rows.keys()].sort((a, b) => a - b)) {
      const cells = [...(this.#rows.get(row)?.values() ?? [])].sort((a, b) => a.column - b.column)
      const next = this.#headOf(cells)
      if (next) {
        head = next
        continue
      }
      for (const cell of head ? cells.filter(({ column }) => column === head?.label) : cells) {
        const question = this.#questionAt(cell, head)
        if (!question) continue
        const { field, confidence } = matchLabel(question.label, question.unit)
        found.push({
          question,
          isKnown: field !== null || confidence >= (head ? 0.5 : SURE),
          labelStyle: cell.style,
          hasHead: head !== null,
        })
      }
    }
    // What is not known is a question where it looks like those that are; titles and headings look otherwise.
    const known = found.filter(({ isKnown }) => isKnown)
    const labels = new Set(known.map(({ labelStyle }) => labelStyle))
    const answers = new Set(known.map(({ question }) => question.answers[0]?.style))
    const columns = new Set(known.map(({ question }) => question.column))
    return found
      .filter(({ question, isKnown, labelStyle, hasHead }) => {
        const isOpen = question.answers.some(({ holds }) => holds === 'nothing')
        if (isKnown) return true
        if (!isOpen || !columns.has(question.column)) return false
        const looks = [labels.has(labelStyle), answers.has(question.answers[0]?.style)]
        return hasHead ? looks.some(Boolean) : looks.every(Boolean)
      })
      .map(({ question }) => question)
  }

  /** The head that a row is, when it names columns of answers. */
  #headOf(cells: readonly FormCell[]): Head | null {
    const texts = cells.filter(({ kind, text }) => kind === 'text' && text.trim().length <= LONGEST_HEAD)
    if (texts.length < 2) return null
    const kinds = texts.map(({ text, column }) => ({ column, kind: headKind(text), site: this.#siteNamed(text) }))
    const answers = kinds.flatMap(({ column, kind, site }) =>
      site ? [{ column, site }] : kind === 'answer' ? [{ column, site: this.#site }] : [],
    )
    const first = answers[0]?.column
    if (first === undefined) return null
    const isNamedAlone = !kinds.some(({ kind }) => kind !== null) && answers.length < 2
    // “Site name | Fès Shore” is a question that is answered.
    if (isNamedAlone && texts.some(({ text }) => matchLabel(text).field !== null)) return null
    const before = texts.filter(({ column }) => column < first)
    const label =
      kinds.find(({ kind, column }) => kind === 'question' && column < first)?.column ?? this.#fullest(before, cells)
    if (label === undefined) return null
    return { label, unit: kinds.find(({ kind }) => kind === 'unit')?.column ?? null, answers }
  }

  /** Of the columns before the answers, the one with the most texts: numbers of questions stand before it. */
  #fullest(before: readonly FormCell[], cells: readonly FormCell[]): number | undefined {
    const row = cells[0]?.row ?? 0
    const counts = before.map(({ column }) => {
      const texts = this.#sheet.cells.filter(
        (one) => one.column === column && one.row > row && /\p{L}{3}/u.test(one.text),
      )
      return { column, count: texts.length }
    })
    return counts.sort((a, b) => b.count - a.count || b.column - a.column)[0]?.column
  }

  #questionAt(cell: FormCell, head: Head | null): FormQuestion | null {
    const label = cell.text.replace(/\s+/g, ' ').trim()
    if (cell.kind !== 'text' || label.length < 2 || label.length > LONGEST_LABEL || !/\p{L}/u.test(label)) return null
    if (this.#covered.has(`${cell.row}/${cell.column}`)) return null
    const end = this.#rightOf.get(`${cell.row}/${cell.column}`) ?? cell.column
    const where = { sheet: this.#index, row: cell.row, column: cell.column, label }
    if (head) {
      // A heading that is merged over the answers asks nothing.
      const free = head.answers.filter(({ column }) => column > end)
      const answers = free.flatMap(({ column, site }) => this.#answerAt(cell.row, column, site) ?? [])
      const unit = head.unit === null ? '' : (this.#rows.get(cell.row)?.get(head.unit)?.text ?? '')
      return answers.length > 0 ? { ...where, unit, answers } : null
    }
    const beside = this.#rows.get(cell.row)?.get(end + 1)
    const isUnit = beside?.kind === 'text' && unitAlone(beside.text) !== null
    const answer = this.#answerAt(cell.row, isUnit ? end + 2 : end + 1, this.#site)
    return answer ? { ...where, unit: isUnit ? beside.text : '', answers: [answer] } : null
  }

  #answerAt(row: number, column: number, site: SiteOfCell): AnswerCell | null {
    if (this.#covered.has(`${row}/${column}`)) return null
    const cell = this.#rows.get(row)?.get(column)
    const holds = !cell || cell.kind === 'empty' ? 'nothing' : cell.kind === 'formula' ? 'formula' : 'value'
    return { row, column, site, holds, style: cell?.style ?? -1 }
  }

  /** The zone that a head or a sheet is named after, or its place among those chosen: “Site 2”, « Site B », «الموقع 3». */
  #siteNamed(text: string): SiteOfCell | null {
    const zoneId = this.#zones.get(foldName(text))
    if (zoneId) return { zoneId }
    const numbered = /^(?:site|location|option|park|zone|emplacement|موقع|خيار) (?:n |no )?(\d{1,2}|[a-h])$/.exec(
      foldName(text),
    )
    if (!numbered?.[1]) return null
    const nth = /\d/.test(numbered[1]) ? Number(numbered[1]) - 1 : numbered[1].charCodeAt(0) - 97
    return nth >= 0 ? { nth } : null
  }
}
