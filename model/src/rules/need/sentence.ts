import type { Language } from '../../schema/common.ts'
import { calendarDay, dayOfIso } from '../days.ts'
import { DEFAULT_LANGUAGE_PCT, type Need, NO_NEED } from './need.ts'
import { type NeedCatalogue, nameIn } from './parse/catalogue.ts'
import { MONTHS } from './parse/months.ts'
import { SENTENCE_PHRASES, type SentencePhrases } from './sentence-phrases.ts'
import { canonicalNeed } from './values.ts'

const plurals = new Map<Language, Intl.PluralRules>()
function pluralOf(language: Language, count: number): Intl.LDMLPluralRule {
  const rules = plurals.get(language) ?? new Intl.PluralRules(language)
  plurals.set(language, rules)
  return rules.select(count)
}

const numbers = new Map<string, Intl.NumberFormat>()
function written(phrases: SentencePhrases, count: number): string {
  const format = numbers.get(phrases.locale) ?? new Intl.NumberFormat(phrases.locale, { maximumFractionDigits: 2 })
  numbers.set(phrases.locale, format)
  return format.format(count)
}

function list(items: readonly string[], comma: string, last: string): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(comma)}${last}${items[items.length - 1]}`
}

function dayIn(language: Language, phrases: SentencePhrases, iso: string): string {
  const { day, month, year } = calendarDay(dayOfIso(iso))
  return phrases.day(day, MONTHS[language][month - 1] ?? '', year)
}

function head(need: Need, language: Language, phrases: SentencePhrases): string {
  const count = (value: number) => written(phrases, value)
  const seats =
    need.seats === null ? null : phrases.seats(count(need.seats), pluralOf(language, need.seats), need.contiguous)
  const area = need.areaM2 === null ? null : phrases.area(count(need.areaM2))
  const contiguity = need.contiguous ? phrases.oneBlock : phrases.spread
  if (seats !== null && area !== null) return phrases.seatsAndArea(seats, area)
  if (seats !== null) return seats
  if (area !== null) return `${area}${phrases.comma}${contiguity}`
  return need.contiguous ? phrases.offices : `${phrases.offices}${phrases.comma}${phrases.spread}`
}

/**
 * The need as one sentence. `parseNeed` reads it back to the same need in every language, the drawn area excepted
 * (words cannot hold it) and days, seats and measures as they are written. Names the catalogue lacks appear as ids.
 */
export function needSentence(need: Need, language: Language, catalogue: NeedCatalogue): string {
  const phrases = SENTENCE_PHRASES[language]
  const asked = canonicalNeed(need)
  const count = (value: number) => written(phrases, value)
  const either = (items: readonly string[]) => list(items, phrases.comma, phrases.or)
  const all = (items: readonly string[]) => list(items, phrases.comma, phrases.and)
  const clauses: string[] = [head(asked, language, phrases)]
  const add = (clause: string) => clauses.push(clause)

  if (asked.trade !== null) add(phrases.trade[asked.trade])
  if (asked.languages.length > 0) {
    const spoken = asked.languages.map(({ language: spokenLanguage, minPct }) => {
      const name = phrases.language[spokenLanguage]
      return minPct === DEFAULT_LANGUAGE_PCT ? name : phrases.atLeastPct(name, phrases.pct(count(minPct)))
    })
    add(phrases.languages(all(spoken)))
  }
  for (const term of ['regions', 'provinces'] as const) {
    const ids = asked[term]
    if (ids.length === 0) continue
    const names = ids.map((id) => phrases.place(nameIn(catalogue[term], id, language)))
    add(phrases[term](either(names), ids.length === 1))
  }
  if (asked.availableBy !== null) add(phrases.availableBy(dayIn(language, phrases, asked.availableBy)))
  if (asked.fitOuts.length > 0) add(either(asked.fitOuts.map((fitOut) => phrases.fitOut[fitOut])))
  if (asked.verifiedWithinDays !== NO_NEED.verifiedWithinDays) {
    add(phrases.verified(count(asked.verifiedWithinDays), pluralOf(language, asked.verifiedWithinDays)))
  }
  if (asked.maxRentMadPerM2Month !== null) add(phrases.rent(count(asked.maxRentMadPerM2Month)))
  if (asked.statuses.length > 0) add(phrases.statuses(either(asked.statuses.map((status) => phrases.status[status]))))
  if (asked.techValley.length > 0) {
    add(phrases.programme(either(asked.techValley.map((status) => phrases.techValley[status]))))
  }
  if (asked.operators.length > 0) {
    add(phrases.operators(either(asked.operators.map((id) => nameIn(catalogue.operators, id, language)))))
  }
  if (asked.irCaps.length > 0) {
    const caps = asked.irCaps.map((cap) => (cap === null ? phrases.notPublished : phrases.pct(count(cap))))
    add(phrases.irCaps(either(caps)))
  }
  if (asked.territorialPremiums.length > 0) {
    const categories = asked.territorialPremiums.flatMap((premium) =>
      premium === 'none' ? [] : [phrases.category[premium]],
    )
    const premiums = asked.territorialPremiums.includes('none') ? [phrases.noPremium] : []
    if (categories.length > 0) premiums.push(phrases.premiums(either(categories)))
    add(either(premiums))
  }
  if (asked.incentives.length > 0) {
    const names = asked.incentives.map((id) => phrases.quoted(nameIn(catalogue.incentives, id, language)))
    add(phrases.incentives(all(names), names.length === 1))
  }
  if (asked.skillsCity) add(phrases.skillsCity)
  if (asked.airportKm !== null) add(phrases.airport(count(asked.airportKm)))
  if (asked.hsrStationKm !== null) add(phrases.hsrStation(count(asked.hsrStationKm)))
  if (asked.railStationKm !== null) add(phrases.railStation(count(asked.railStationKm)))
  if (asked.area !== null) add(phrases.drawnArea)
  const [first = '', ...rest] = clauses
  return `${first.charAt(0).toLocaleUpperCase(language)}${[first.slice(1), ...rest].join(phrases.comma)}.`
}
