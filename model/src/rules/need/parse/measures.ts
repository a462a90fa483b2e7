import type { TerritorialPremium } from '../../../schema/territory.ts'
import { AFTER, any, BEFORE, JOIN, NUMBER, quantity, rule } from './pattern.ts'
import { applyRule, type Scan } from './scan.ts'

const IR = any(
  "plafond d'ir",
  'plafond ir',
  'ir plafonné',
  'ir',
  'plafond d’impôt sur le revenu',
  'impôt sur le revenu',
  'income tax cap',
  'income tax capped',
  'income tax',
  'ir cap',
  'سقف الضريبة على الدخل',
  'ضريبة على الدخل',
)
const NOT_PUBLISHED = any('non publié', 'inconnu', 'not published', 'unpublished', 'unknown', 'غير منشور', 'غير معروف')
const CAP = `(?:${NUMBER}\\s*%|${NOT_PUBLISHED})`
const IR_CAPS = rule(
  IR,
  `[\\s:=(]*(?:${any('de', 'à', 'a', 'au', 'of', 'at', 'is', 'est', 'في', 'محدد في', 'بنسبة', 'قدره')}\\s*){0,2}`,
  `${CAP}(?:${JOIN}${CAP}){0,4}`,
)
const CAP_OF_IR = rule(NUMBER, `\\s*%\\s*(?:(?:d'|de|of)\\s*)?`, IR)

const PREMIUM = any(
  'prime territoriale',
  'primes territoriales',
  'territorial premium',
  'territorial premiums',
  'منحة ترابية',
  'منحة مجالية',
)
const BARE_PREMIUM = any('prime', 'premium', 'catégorie', 'category', 'صنف')
const CATEGORY = `${BEFORE}[abاب]${AFTER}`
const CATEGORIES = `(${CATEGORY}(?:${JOIN}${CATEGORY})?)`
const OF_CATEGORY = `[\\s,:(]*(?:${any('de', 'catégorie', 'category', 'class', 'صنف', 'de catégorie', 'من')}\\s*){0,3}`
const PREMIUMS = rule(PREMIUM, OF_CATEGORY, CATEGORIES)
const BARE_PREMIUMS = rule(BARE_PREMIUM, OF_CATEGORY, CATEGORIES)
const NO_PREMIUM = rule(
  any(
    'sans prime territoriale',
    'sans prime',
    'no territorial premium',
    'without territorial premium',
    'without a territorial premium',
    'no premium',
    'بدون منحة ترابية',
    'دون منحة ترابية',
    'من دون منحة ترابية',
  ),
)
function premiumsIn(letters: string): TerritorialPremium[] {
  const found = letters.match(/[abاب]/g) ?? []
  return [...new Set(found.map((letter): TerritorialPremium => (letter === 'a' || letter === 'ا' ? 'A' : 'B')))]
}

/** Income tax caps and territorial premiums: before names are looked for, since measures are named after them. */
export function readMeasures(scan: Scan): void {
  applyRule(scan, IR_CAPS, ([whole]) => {
    const caps: (number | null)[] = Array.from(whole.matchAll(rule(NUMBER, '\\s*%')), ([, pct]) => quantity(pct))
    if (whole.search(rule(NOT_PUBLISHED)) >= 0) caps.push(null)
    return caps.some((cap) => cap !== null && cap > 100) ? null : { term: 'irCaps', value: caps }
  })
  applyRule(scan, CAP_OF_IR, ([, pct]) => {
    const cap = quantity(pct)
    return cap === null || cap > 100 ? null : { term: 'irCaps', value: [cap] }
  })
  applyRule(scan, NO_PREMIUM, () => ({ term: 'territorialPremiums', value: ['none'] }))
  applyRule(scan, PREMIUMS, ([, letters = '']) => ({ term: 'territorialPremiums', value: premiumsIn(letters) }))
  applyRule(scan, BARE_PREMIUMS, (match) => {
    const [whole, letters = ''] = match
    // « prime à l’emploi » is no category: a lone letter counts as typed in capitals, or in Arabic.
    const start = match.index + whole.length - letters.length
    const typed = scan.original.charAt(scan.folded.at[start] ?? 0)
    return /[ABأاب]/.test(typed) ? { term: 'territorialPremiums', value: premiumsIn(letters) } : null
  })
}
