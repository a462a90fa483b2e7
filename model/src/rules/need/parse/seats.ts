import { AT_LEAST, AT_MOST, any, NUMBER, QUANTITY, rule, wholeBetween } from './pattern.ts'
import { applyRule, ask, CLAIMED, CLAIMED_LANGUAGE, claim, refuse, type Scan } from './scan.ts'

const SEAT = any(
  'siège',
  'sièges',
  'place',
  'places',
  'place assise',
  'places assises',
  'poste',
  'postes',
  'poste de travail',
  'postes de travail',
  'position',
  'positions',
  'personne',
  'personnes',
  'collaborateurs',
  'agents',
  'employés',
  'salariés',
  'téléconseillers',
  'seat',
  'seats',
  'desk',
  'desks',
  'workstation',
  'workstations',
  'people',
  'person',
  'employees',
  'staff',
  'مقعد',
  'مقعدا',
  'مقاعد',
  'منصب',
  'منصبا',
  'مناصب',
  'موظف',
  'موظفا',
  'موظفين',
  'شخص',
  'شخصا',
  'أشخاص',
)
/** Adjectives may stand between a number and its noun: read already (claimed), or up to two words nobody knows. */
const BETWEEN = `(?:[\\s${CLAIMED}${CLAIMED_LANGUAGE}'\\-]*)(?:[a-z\\-]+[\\s${CLAIMED}${CLAIMED_LANGUAGE}]+){0,2}?`
const SEATS = rule(
  `(${AT_LEAST}\\s*)?(${AT_MOST}\\s*)?(?:${any('entre', 'between', 'بين', 'from')}\\s*)?`,
  `${QUANTITY}(?:\\s*(?:-|${any('à', 'et', 'to', 'and', 'إلى', 'و')})\\s*(?:و)?\\d[\\d ]{0,6})?`,
  `(${BETWEEN})(${SEAT})(?:\\s*${AT_LEAST})?(?:\\s*${any('واحد', 'ou plus', 'or more', 'أو أكثر')})?`,
)
const TWO_SEATS = rule(any('مقعدان', 'مقعدين'))
const ONE_SEAT = rule(any('مقعد واحد'))
const TEAM = rule(`${any('équipe de', 'équipes de', 'team of', 'فريق من')}\\s*${QUANTITY}`)
const SPEAKERS = rule(`(${AT_LEAST}\\s*)?(${AT_MOST}\\s*)?${NUMBER}\\s*(?=${CLAIMED_LANGUAGE})`)

/** « 300 sièges », « 300 French-speaking support seats », « 300 francophones ». A range asks for its lower end. */
export function readSeats(scan: Scan): void {
  applyRule(scan, ONE_SEAT, () => ({ term: 'seats', value: 1 }))
  applyRule(scan, TWO_SEATS, () => ({ term: 'seats', value: 2 }))
  for (const match of scan.text.matchAll(SEATS)) {
    const [whole, , atMost, count, between = '', noun = ''] = match
    const value = wholeBetween(count, 1, 100_000)
    if (value === null) continue
    const end = match.index + whole.length
    const nounAt = match.index + whole.lastIndexOf(noun)
    // What stands between keeps its own reading: the number and the noun are two pieces then.
    const pieces =
      between.trim() === ''
        ? [[match.index, end] as const]
        : ([
            [nounAt, end],
            [match.index, match.index + whole.lastIndexOf(between, nounAt - match.index)],
          ] as const)
    const isAsked = atMost === undefined && ask(scan, 'seats', value)
    if (atMost === undefined && !isAsked) continue
    for (const [from, to] of pieces) {
      if (isAsked) claim(scan, from, to, 'seats')
      else refuse(scan, from, to)
    }
  }
  if (scan.asked.seats !== undefined) return
  for (const pattern of [TEAM, SPEAKERS]) {
    applyRule(scan, pattern, (match) => {
      const value = wholeBetween(match[match.length - 1], 1, 100_000)
      return value === null || (pattern === SPEAKERS && match[2] !== undefined) ? null : { term: 'seats', value }
    })
  }
}
