import type { FrozenShortlist } from '@tvl/model'
import { inLanguage } from '../dossier.ts'
import type { DossierSite } from '../dossier-sites.ts'
import { computedFrom, type Evidence, evidenceOf } from '../evidence.ts'
import type { Book } from './book.ts'
import { serialDay } from './content.ts'
import { type Column, Table } from './table.ts'

type Incentive = FrozenShortlist['incentives'][number]

/** A measure need not have a rate, a cap or an amount: that is not an unknown one. */
const NOT_SAID = '–'

/** Of the measure as a whole: what it says of itself, else what its figures rest on. */
function evidenceOfMeasure(incentive: Incentive): Evidence {
  const figures = Object.keys(incentive.properties.provenance).map((property) => evidenceOf(incentive, property))
  return evidenceOf(incentive, '*') ?? computedFrom(figures, 'official')
}

/** Each measure with its text and dates, and what it answers at each site. */
export function incentivesSheet(book: Book, sites: readonly DossierSite[]): Table<Incentive> {
  const { words, language, frozen } = book
  const { head } = words
  const known =
    (property: 'ratePct' | 'capPct' | 'amountMad' | 'durationMonths') =>
    ({ ...incentive }: Incentive) =>
      incentive.properties[property] === null ? null : evidenceOf(incentive, property)
  const columns: Column<Incentive>[] = [
    {
      ...{ key: 'measure', head: head.measure, width: 40, format: 'text', isStrong: true, wraps: true },
      cell: ({ properties }) => inLanguage(properties, 'name', language),
      evidence: evidenceOfMeasure,
    },
    ...sites.map(({ number, name, totals }): Column<Incentive> => {
      const answers = new Map(totals.incentives.map(({ incentiveId, answer }) => [incentiveId, answer]))
      return {
        ...{ key: `site${number}`, head: `${number}. ${name}`, width: 15, format: 'text' },
        cell: ({ id }) => words.answer[answers.get(id) ?? 'ask'],
      }
    }),
    {
      ...{ key: 'rate', head: head.rate, width: 9, format: 'tenths' },
      cell: ({ properties }) => properties.ratePct ?? NOT_SAID,
      evidence: known('ratePct'),
    },
    {
      ...{ key: 'cap', head: head.cap, width: 9, format: 'tenths' },
      cell: ({ properties }) => properties.capPct ?? NOT_SAID,
      evidence: known('capPct'),
    },
    {
      ...{ key: 'amount', head: head.amount, width: 14, format: 'whole' },
      cell: ({ properties }) => properties.amountMad ?? NOT_SAID,
      evidence: known('amountMad'),
    },
    {
      ...{ key: 'months', head: head.months, width: 9, format: 'whole' },
      cell: ({ properties }) => properties.durationMonths ?? NOT_SAID,
      evidence: known('durationMonths'),
    },
    {
      ...{ key: 'from', head: head.from, width: 12, format: 'day' },
      cell: ({ properties }) => serialDay(properties.validFrom),
    },
    { key: 'to', head: head.to, width: 12, format: 'day', cell: ({ properties }) => serialDay(properties.validTo) },
    {
      ...{ key: 'dates', head: head.dates, width: 30, format: 'text', wraps: true },
      cell: ({ properties: { validityNoteFr: fr, validityNoteAr: ar, validityNoteEn: en } }) =>
        ({ fr, ar, en })[language] ?? '',
    },
    {
      ...{ key: 'law', head: head.law, width: 46, format: 'text', wraps: true },
      cell: ({ properties }) => inLanguage(properties, 'legalText', language),
    },
    {
      ...{ key: 'summary', head: head.summary, width: 60, format: 'text', wraps: true },
      cell: ({ properties }) => inLanguage(properties, 'summary', language),
    },
  ]
  return new Table(book, { key: 'incentives', columns, rows: frozen.incentives, frozen: 1, isInvented: false })
}
