import {
  type AlertTurn,
  bulkField,
  type FieldEdit,
  formatDay,
  formatList,
  formatNumber,
  formatPercent,
  isolate,
  type Language,
  type SiteAlert,
} from '@tvl/model'

interface Words {
  score: (by: string, from: string, to: string) => string
  cost: (by: string, pct: string | null) => string
  later: (days: string) => string
  sooner: (days: string) => string
  seats: (from: string, to: string) => string
  change: (of: string, field: string, from: string, to: string) => string
  came: (of: string) => string
  went: (of: string) => string
  unknown: string
  turn: Readonly<Record<AlertTurn, string>>
}

const WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    score: (by, from, to) => `score ${by} (${from} → ${to})`,
    cost: (by, pct) => `coût mensuel ${by} MAD${pct === null ? '' : ` (${pct})`}`,
    later: (days) => `disponible plus tard (jours : ${days})`,
    sooner: (days) => `disponible plus tôt (jours : ${days})`,
    seats: (from, to) => `sièges ${from} → ${to}`,
    change: (of, field, from, to) => `${of}, ${field} : ${from} → ${to}`,
    came: (of) => `${of} : ajouté`,
    went: (of) => `${of} : retiré`,
    unknown: 'inconnu',
    turn: {
      gone: 'ne figure plus au catalogue',
      back: 'figure de nouveau au catalogue',
      unanswered: 'ne répond plus au besoin',
      answered: 'répond désormais au besoin',
      verdict: 'une incitation répond autrement',
      'price-unknown': 'le coût n’est plus connu',
      'price-known': 'le coût est désormais connu',
      'date-unknown': 'on ne sait plus quand il est libre',
      'date-known': 'on sait désormais quand il est libre',
    },
  },
  ar: {
    score: (by, from, to) => `النقطة ${by} (من ${from} إلى ${to})`,
    cost: (by, pct) => `الكلفة الشهرية ${by} درهم${pct === null ? '' : ` (${pct})`}`,
    later: (days) => `متاح في وقت لاحق (بالأيام: ${days})`,
    sooner: (days) => `متاح قبل الموعد (بالأيام: ${days})`,
    seats: (from, to) => `المقاعد من ${from} إلى ${to}`,
    change: (of, field, from, to) => `${of}، ${field}: من ${from} إلى ${to}`,
    came: (of) => `${of}: أضيف`,
    went: (of) => `${of}: سُحب`,
    unknown: 'غير معروف',
    turn: {
      gone: 'لم يعد في السجل',
      back: 'عاد إلى السجل',
      unanswered: 'لم يعد يستجيب للحاجة',
      answered: 'أصبح يستجيب للحاجة',
      verdict: 'تغير جواب أحد التحفيزات',
      'price-unknown': 'لم تعد الكلفة معروفة',
      'price-known': 'أصبحت الكلفة معروفة',
      'date-unknown': 'لم يعد تاريخ التوفر معروفا',
      'date-known': 'أصبح تاريخ التوفر معروفا',
    },
  },
  en: {
    score: (by, from, to) => `score ${by} (${from} → ${to})`,
    cost: (by, pct) => `monthly cost ${by} MAD${pct === null ? '' : ` (${pct})`}`,
    later: (days) => `available later (days: ${days})`,
    sooner: (days) => `available sooner (days: ${days})`,
    seats: (from, to) => `seats ${from} → ${to}`,
    change: (of, field, from, to) => `${of}, ${field}: ${from} → ${to}`,
    came: (of) => `${of}: added`,
    went: (of) => `${of}: taken out`,
    unknown: 'unknown',
    turn: {
      gone: 'no longer in the catalogue',
      back: 'in the catalogue again',
      unanswered: 'no longer answers the need',
      answered: 'answers the need now',
      verdict: 'an incentive answers otherwise',
      'price-unknown': 'its cost is no longer known',
      'price-known': 'its cost is known now',
      'date-unknown': 'no longer known when it is free',
      'date-known': 'known now when it is free',
    },
  },
}

interface Named {
  nameFr: string
  nameAr: string
  nameEn: string
}
const nameIn = ({ nameFr, nameAr, nameEn }: Named, language: Language): string =>
  isolate({ fr: nameFr, ar: nameAr, en: nameEn }[language])

const signed = (text: string, value: number): string => isolate(`${value > 0 ? '+' : '−'}${text}`)

/** Whole where they are whole, else to the centime. */
const dirhams = (language: Language, centimes: number): string =>
  formatNumber(language, centimes / 100, centimes % 100 === 0 ? { maxDigits: 0 } : { minDigits: 2, maxDigits: 2 })

/** A site, and what was done to it: `Fès Shore, T2-4F: seats 420 → 300, monthly cost +4,200 MAD (+1.3 %)`. */
export function siteSentence(language: Language, site: SiteAlert): string {
  const { before, after, effect, costPct, turns, units } = site
  const words = WORDS[language]
  const number = (value: number, maxDigits = 0) => formatNumber(language, value, { maxDigits })
  const parts = turns.map((turn) => words.turn[turn])
  if (before && after) {
    const { score, monthlyCentimes, days } = effect
    if (before.seats !== after.seats && before.seats !== null && after.seats !== null) {
      parts.push(words.seats(number(before.seats), number(after.seats)))
    }
    if (monthlyCentimes) {
      const pct = costPct === null ? null : formatPercent(language, costPct, { sign: true, maxDigits: 2 })
      parts.push(words.cost(signed(dirhams(language, Math.abs(monthlyCentimes)), monthlyCentimes), pct))
    }
    if (days) parts.push((days > 0 ? words.later : words.sooner)(number(Math.abs(days))))
    if (score !== 0) {
      const by = signed(number(Math.abs(score), 2), score)
      parts.push(words.score(by, number(before.score, 2), number(after.score, 2)))
    }
  }
  const codes = units.length <= 3 ? units : [`${units[0]} … ${units.at(-1)}`]
  const name = [nameIn(site, language), ...codes.map(isolate)].join(language === 'ar' ? '، ' : ', ')
  return `${name}${language === 'fr' ? ' : ' : ': '}${formatList(language, parts, 'unit')}`
}

/** What was changed, where the field has a name in words: `T2-4F, seats: 420 → 300`. */
export function editSentence(language: Language, edit: FieldEdit): string | null {
  const words = WORDS[language]
  const of = nameIn(edit, language)
  if (edit.field === '') return edit.after === null ? words.went(of) : words.came(of)
  const { collection, field } = edit
  const known = collection === 'offices' || collection === 'buildings' ? bulkField(collection, field) : undefined
  if (!known) return null
  const value = (given: unknown): string => {
    if (given === null || given === undefined) return words.unknown
    if (typeof given === 'number') return formatNumber(language, given, { maxDigits: 2 })
    const text = typeof given === 'string' ? given : JSON.stringify(given)
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(language, text, 'short-day') : isolate(text.slice(0, 60))
  }
  return words.change(of, known.words[language], value(edit.before), value(edit.after))
}
