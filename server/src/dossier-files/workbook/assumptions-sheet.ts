import { DEFAULT_ASKED_SEATS, type Measure, needOf, SCALES } from '@tvl/model'
import type { Book } from './book.ts'
import { serialDay } from './content.ts'
import { rateName, scaleName } from './names.ts'
import { type Part, Sections, small, text } from './section.ts'
import { FONTS } from './style.ts'
import { topAlignment } from './table.ts'
import { weightsSection } from './weights-section.ts'

const WIDTHS = [38, 16, 16, 16, 16, 16, 16, 16, 26, 60]
const MEASURES = Object.keys(SCALES) as Measure[]
const MOST_POINTS = Math.max(...MEASURES.map((measure) => SCALES[measure].points.length))

/** All that may be changed beside the figures of the sites: terms, rates, weights, bounds and scales. */
export function assumptionsSheet(book: Book): void {
  const { words, language, frozen, hash } = book
  const sheet = book.sheet('assumptions')
  WIDTHS.forEach((width, i) => {
    sheet.getColumn(i + 1).width = width
  })
  const top = [
    { value: words.sheets.assumptions, font: FONTS.sheetTitle(language) },
    { value: words.notes.assumptions, font: FONTS.note },
    { value: `${frozen.catalogue.today} · ${hash}`, font: FONTS.small },
  ]
  top.forEach((cell, i) => {
    Object.assign(sheet.getCell(i + 1, 1), { ...cell, alignment: topAlignment(language) })
  })
  sheet.getRow(1).height = 24
  sheet.views = sheet.views.map(({ rightToLeft = false }) => ({
    ...{ rightToLeft, showGridLines: false, state: 'frozen', xSplit: 1, ySplit: 3 },
  }))
  const sections = new Sections(book, 'assumptions', 4)
  parameters(book, sections)
  rates(book, sections)
  weightsSection(book, sections)
  scales(book, sections)
}

function parameters({ words, frozen }: Book, sections: Sections): void {
  const of = words.assumptions
  const { assumptions, order } = frozen.shortlist
  const need = needOf(frozen.shortlist)
  sections.heading(of.parameters)
  sections.heads([of.label, words.head.value, words.head.unitOf, of.name, of.origin, of.asOf], (i) => i !== 1)
  const add = (label: string, part: Omit<Part, 'isInput'> & { name: string }, unit: string, origin: string) =>
    sections.line([
      text(label),
      { ...part, isInput: true },
      small(unit),
      small(part.name),
      small(origin),
      small(frozen.catalogue.today),
    ])
  add(
    of.termMonths,
    { content: assumptions.termMonths, format: 'whole', name: 'Term_months' },
    of.months,
    of.ofShortlist,
  )
  add(
    of.areaPerSeat,
    { content: assumptions.areaM2PerSeat, format: 'money', name: 'Area_m2_per_seat' },
    of.squareMetres,
    of.ofShortlist,
  )
  add(of.askedSeats, { content: need.seats, format: 'whole', name: 'Asked_seats' }, of.seats, of.ofNeed)
  add(
    of.needDay,
    { content: serialDay(need.availableBy ?? frozen.catalogue.today), format: 'day', name: 'Need_day' },
    of.day,
    need.availableBy === null ? of.ofCatalogue : of.ofNeed,
  )
  add(
    of.dataDay,
    { content: serialDay(frozen.catalogue.today), format: 'day', name: 'Data_day' },
    of.day,
    of.ofCatalogue,
  )
  add(
    of.referenceSeats,
    { content: DEFAULT_ASKED_SEATS, format: 'whole', name: 'Reference_seats' },
    of.seats,
    of.ofScale,
  )
  sections.line([text(words.cover.order), text(words.order[order])])
}

function rates(book: Book, sections: Sections): void {
  const { words, frozen } = book
  const of = words.assumptions
  sections.heading(of.rates)
  sections.heads([of.currency, of.madPerUnit, of.asOf, of.name, words.evidence, words.source], (i) => i !== 1)
  for (const rate of frozen.rates) {
    const { currency, asOf, sources, madPerUnit } = rate
    const evidence = { grade: 'derived', sources, asOf: null } as const
    sections.line([
      text(currency),
      { content: Number(madPerUnit), format: 'degrees', isInput: true, name: rateName(currency) },
      small(asOf ?? words.unknown),
      small(rateName(currency)),
      small(book.gradeWord(evidence)),
      small(book.sourceWords(evidence)),
    ])
  }
}

function scales(book: Book, sections: Sections): void {
  const { words, language } = book
  const of = words.assumptions
  const points = Array.from({ length: MOST_POINTS }, (_, i) => i + 1)
  sections.heading(of.scales)
  sections.heads(
    [
      words.head.measured,
      ...points.flatMap((point) => [`${of.point} ${point}`, `${of.shareAt} ${point}`]),
      ...[words.head.unitOf, words.source, of.reason],
    ],
    (i) => i === 0 || i > MOST_POINTS * 2,
  )
  for (const measure of MEASURES) {
    const scale = SCALES[measure]
    const cited = { grade: 'press', sources: scale.sources, asOf: null } as const
    sections.line([
      text(words.measure[measure]),
      ...points.flatMap((point): (Part | null)[] => {
        const at = scale.points[point - 1]
        if (!at) return [null, null]
        return [
          { content: at[0], format: 'money', isInput: true, name: scaleName(measure, point, 'value') },
          { content: at[1], format: 'points', isInput: true, name: scaleName(measure, point, 'share') },
        ]
      }),
      small(words.unit[measure]),
      small(scale.sources.length === 0 ? of.ownReference : book.sourceWords(cited)),
      { content: scale.reason[language], format: 'text', isSmall: true, wraps: true },
    ])
  }
}
