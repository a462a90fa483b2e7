import { DEFAULT_ASKED_SEATS, formatPercent, isolateLtr, type Language, type Measure } from '@tvl/model'
import { gradeOfUnits, monthlyOf, seatsOf, sourcesOfUnits } from './cover-content.ts'
import type { Figure, FigurePrinter } from './figures.ts'
import { type DossierOrder, type Line, linesInOrder, nameIn } from './order.ts'
import { printable, printableLine } from './printable.ts'
import { accessFacts, type Fact, talentFacts, zoneFacts } from './site-facts.ts'
import { type IncentivesContent, incentivesOf } from './site-incentives.ts'
import { type UnitsContent, unitsContent } from './site-units.ts'

export interface SiteContent {
  place: string
  standing: string
  name: string
  under: string
  remarks: string[]
  notes: { language: Language; label: string; paragraphs: string[] }[]
  score: { text: string; note: string; low: number; mid: number; high: number }
  keys: Fact[]
  estimate: string | null
  units: UnitsContent | null
  parts: {
    label: string
    value: Figure
    points: string
    low: number
    high: number
    weight: number
    note: string | null
  }[]
  facts: Fact[]
  talent: Fact[]
  access: Fact[]
  lists: { label: string; text: string; sources: Figure['sources'] }[]
  siteNotes: string[]
  incentives: IncentivesContent
  mapAlt: string
}

/** The pages of every site, in the order shown. */
export function siteContents(order: DossierOrder, print: FigurePrinter): SiteContent[] {
  const lines = linesInOrder(order.frozen)
  return lines.map((line) => siteContent(order, line, lines.length, print))
}

function siteContent({ frozen, language }: DossierOrder, line: Line, of: number, print: FigurePrinter): SiteContent {
  const { words } = print
  const zone = line.site.zone.properties
  const { totals } = line
  const city = printableLine({ fr: zone.cityFr, ar: zone.cityAr, en: zone.cityEn }[language])
  const region = line.site.region ? nameIn(line.site.region.properties, language) : null
  const name = printableLine(nameIn(zone, language))
  const comma = language === 'ar' ? '، ' : ', '
  const jobs = Number(frozen.shortlist.need.find(([key]) => key === 'seats')?.[1] ?? Number.NaN)
  return {
    place: String(totals.place),
    standing: [words.place(String(totals.place), String(of)), rankIn(line, print)].join(comma),
    name,
    under: [words.kind[zone.kind], city, region].filter((part) => part !== null && part !== '').join(comma),
    remarks: remarksOn(line, print),
    notes: notesIn(line, print),
    score: scoreOf(line, print),
    keys: keyFigures(frozen, line, print),
    estimate:
      totals.basis === 'published-rent' && totals.seats !== null && totals.areaM2 !== null
        ? words.publishedRent(print.number(totals.seats), `${print.number(totals.areaM2)}\u00a0${words.measured.m2}`)
        : null,
    units: unitsContent(line, print),
    parts: partsOf(line, print),
    facts: zoneFacts(line, print),
    talent: talentFacts(line, print),
    access: accessFacts(line, print),
    lists: listsOf(line, print),
    siteNotes: { fr: zone.notesFr, ar: zone.notesAr, en: zone.notesEn }[language].map(printableLine),
    incentives: {
      heading: `${words.incentives}${comma}${words.incentivesFor(Number.isFinite(jobs) ? print.number(jobs) : null)}`,
      ...incentivesOf(frozen, line, print),
    },
    mapAlt: words.siteMapAlt(name, city),
  }
}

function rankIn({ totals: { rank } }: Line, { words }: FigurePrinter): string {
  if (rank === null) return words.ruledOut
  if (rank.best === rank.worst) return words.rankIs(String(rank.best))
  return words.rankBetween(String(rank.best), String(rank.worst))
}

function remarksOn({ site }: Line, { words, language }: FigurePrinter): string[] {
  const zone = site.zone.properties
  const failing = site.inventory?.failing ?? []
  return [
    words.programme(words.techValley[zone.techValleyStatus]),
    ...(zone.illustrative ? [words.invented] : []),
    ...(failing.length > 0
      ? [words.failing(failing.map((term) => words.term[term]).join(language === 'ar' ? '، ' : ', '))]
      : []),
  ]
}

/** The note in the reader’s language; where there is none, those there are, with the name of their language. */
function notesIn({ line }: Line, { words, language }: FigurePrinter): SiteContent['notes'] {
  const own = line.notes[language]
  const languages = own !== null && own.trim() !== '' ? [language] : (['fr', 'ar', 'en'] as const)
  return languages.flatMap((written) => {
    const paragraphs = printable(line.notes[written] ?? '')
      .split('\n')
      .filter((paragraph) => paragraph.trim() !== '')
    if (paragraphs.length === 0) return []
    const label = written === language ? words.note : `${words.note} ${words.noteIn[written]}`
    return [{ language: written, label, paragraphs }]
  })
}

function scoreOf({ totals: { score } }: Line, print: FigurePrinter): SiteContent['score'] {
  const { words, number, language } = print
  const missing = score.contributions.filter((part) => part.missing).map(({ criterion }) => words.criterion[criterion])
  const between = score.low === score.high ? words.exact : words.between(number(score.low, 2), number(score.high, 2))
  const why = missing.length > 0 ? ` (${words.missing(missing.join(language === 'ar' ? '، ' : ', '))})` : ''
  return { text: number(score.mid, 2), note: `${between}${why}`, low: score.low, mid: score.mid, high: score.high }
}

function keyFigures({ shortlist }: DossierOrder['frozen'], line: Line, print: FigurePrinter): Fact[] {
  const { totals } = line
  const { key, measured, countedUntil, unpriced } = print.words
  const grade = gradeOfUnits(line, ['seats', 'areaM2', 'rentMadPerM2Month', 'serviceChargeMadPerM2Month'])
  const isOfUnits = totals.basis === 'units'
  const sources = isOfUnits ? sourcesOfUnits(line) : []
  const sum = (text: string | null, unit: string | null = null, note: string | null = null) =>
    isOfUnits ? print.reckoned(text, grade, { unit, note, sources }) : print.unknown(note)
  const money = (centimes: number | null, unit: string, note: string | null = null) =>
    sum(centimes === null ? null : print.money(centimes), unit, note)
  const monthly = monthlyOf(line, print, print.words.known)
  return [
    { label: key.seats, figure: { ...seatsOf(line, print), note: null } },
    {
      label: key.area,
      figure: sum(isOfUnits && totals.areaM2 !== null ? print.number(totals.areaM2) : null, measured.m2),
    },
    {
      label: key.monthly,
      figure: {
        ...monthly,
        unit: monthly.isUnknown ? null : measured.madMonth,
        note: monthly.note ?? (totals.unpriced > 0 ? unpriced(totals.unpriced) : null),
      },
    },
    { label: key.perSeat, figure: money(totals.perSeatCentimes, measured.madMonth) },
    { label: key.term(shortlist.assumptions.termMonths), figure: money(totals.termCentimes, measured.mad) },
    {
      label: key.available,
      figure: sum(
        totals.availableOn === null ? null : print.day(totals.availableOn),
        null,
        totals.countedUntil === null ? null : countedUntil(print.day(totals.countedUntil)),
      ),
    },
  ]
}

function partsOf({ totals, site }: Line, print: FigurePrinter): SiteContent['parts'] {
  const { words } = print
  return totals.score.contributions.map(({ criterion, measure, weight, low, high, mid, value, clipped }) => ({
    label: words.criterion[criterion],
    value: value === null ? print.unknown() : print.reckoned(valueIn(measure, value, print), null),
    points: isolateLtr(`${print.number(mid, 2)} / ${print.number(weight, 2)}`),
    low,
    high,
    weight,
    note: clipped && site ? words.clipped : null,
  }))
}

/** A value of the score in its own unit. */
export function valueIn(measure: Measure, value: number, { words, language, number, price }: FigurePrinter): string {
  const { measured } = words
  switch (measure) {
    case 'rent':
      return `${price(value)}\u00a0${measured.madM2Month}`
    case 'taxes':
    case 'premium':
    case 'talent-language':
      return formatPercent(language, value)
    case 'talent-entrants':
      return `${number(value)}\u00a0${measured.perYear}`
    case 'availability':
      return `${number(Math.round(value * DEFAULT_ASKED_SEATS))}\u00a0${measured.seats}`
    case 'airport':
    case 'station':
      return `${number(value)}\u00a0${measured.km}`
    case 'growth':
      return `${number(value)}\u00a0${measured.m2}`
  }
}

function listsOf({ site }: Line, print: FigurePrinter): SiteContent['lists'] {
  const zone = site.zone.properties
  const { tenants, services } = print.words
  const comma = print.language === 'ar' ? '، ' : ', '
  const own = { fr: zone.servicesFr, ar: zone.servicesAr, en: zone.servicesEn }[print.language]
  const list = (label: string, property: 'tenants' | 'servicesFr', items: readonly string[]) =>
    items.length === 0
      ? []
      : [{ label, text: printableLine(items.join(comma)), sources: print.of(zone, property, '').sources }]
  return [...list(tenants, 'tenants', zone.tenants), ...list(services, 'servicesFr', own)]
}
