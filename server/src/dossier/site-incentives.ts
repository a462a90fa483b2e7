import {
  type Answer,
  type FrozenShortlist,
  formatDay,
  type Incentive,
  type Language,
  needOf,
  provenanceOf,
  type Reason,
  verdictsFor,
} from '@tvl/model'
import { runs } from './citations.ts'
import type { Figure, FigurePrinter } from './figures.ts'
import { type Line, nameIn } from './order.ts'
import { printableLine } from './printable.ts'

export interface IncentiveLine {
  answer: Answer
  word: string
  name: string
  when: string | null
  /** What has to be asked for, in the words of the rule. */
  open: string | null
  /** Letter of its legal basis. */
  basis: string
  grade: Figure['grade']
  sources: Figure['sources']
}

export interface IncentivesContent {
  heading: string
  lines: IncentiveLine[]
  bases: { letter: string; text: string }[]
}

const LETTERS = {
  fr: 'abcdefghijklmnopqrstuvwxyz',
  ar: 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ',
  en: 'abcdefghijklmnopqrstuvwxyz',
}

/** The letter of a legal basis; after the last letter, a number. */
const letterOf = (place: number, language: keyof typeof LETTERS): string =>
  [...LETTERS[language]][place] ?? String(place + 1)

const ORDER: readonly Answer[] = ['yes', 'ask', 'no']

/** What the rules answer at a site: what is granted first, then what has to be asked for, then what is refused. */
export function incentivesOf(
  frozen: FrozenShortlist,
  line: Line,
  print: FigurePrinter,
): Omit<IncentivesContent, 'heading'> {
  const { language, words } = print
  const { trade, seats } = needOf(frozen.shortlist)
  const rules = frozen.incentives.map(({ id, properties }) => ({ id, ...properties }))
  const zone = { id: line.site.zone.id, ...line.site.zone.properties }
  const project = { trade, jobs: seats, startsOn: frozen.catalogue.today }
  const verdicts = new Map(verdictsFor(zone, null, rules, project).map((verdict) => [verdict.incentiveId, verdict]))
  const bases = new Map<string, string>()
  const answers = [...line.totals.incentives].sort((a, b) => ORDER.indexOf(a.answer) - ORDER.indexOf(b.answer))
  const lines = answers.flatMap(({ incentiveId, answer }): IncentiveLine[] => {
    const rule = rules.find(({ id }) => id === incentiveId)
    if (!rule) return []
    const provenance = provenanceOf(rule, 'summaryFr')
    const open = openConditions(verdicts.get(incentiveId)?.reasons ?? [], language)
    const legal = printableLine({ fr: rule.legalTextFr, ar: rule.legalTextAr, en: rule.legalTextEn }[language])
    const letter = bases.get(legal) ?? letterOf(bases.size, language)
    bases.set(legal, letter)
    return [
      {
        answer,
        word: words.answer[answer],
        name: printableLine(nameIn(rule, language)),
        when: validity(rule, print),
        open: answer === 'ask' && open.length > 0 ? printableLine(open.join(' ')) : null,
        basis: letter,
        grade: provenance?.grade ?? null,
        sources: provenance ? runs(print.citations.cite(provenance.sources)) : [],
      },
    ]
  })
  return { lines, bases: [...bases].map(([text, letter]) => ({ letter, text })) }
}

/** What the rule leaves open, in its own words. */
function openConditions(reasons: readonly Reason[], language: Language): string[] {
  return reasons.flatMap((reason) => {
    if (reason.kind !== 'condition' || reason.outcome !== 'unknown') return []
    const { condition } = reason
    if (condition.kind === 'unpublished') return [condition[language]]
    return condition.kind === 'min-jobs' && condition.orAsk ? [condition.orAsk[language]] : []
  })
}

function validity({ validFrom, validTo }: Incentive, { language, words }: FigurePrinter): string | null {
  const day = (iso: string) => formatDay(language, iso, 'short-day')
  if (validFrom !== null && validTo !== null) return words.fromTo(day(validFrom), day(validTo))
  if (validTo !== null) return words.until(day(validTo))
  return validFrom === null ? null : words.from(day(validFrom))
}
