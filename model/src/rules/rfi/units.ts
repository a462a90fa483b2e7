import type { Currency } from '../money.ts'
import { foldText } from '../names.ts'

export type AreaUnit = 'm²' | 'ft²' | 'ha' | 'acre' | 'km²'
export type LengthUnit = 'km' | 'mi' | 'm'

/** What a label says of the unit it wants its answer in. Nothing said is not there. */
export interface SaidUnit {
  currency?: Currency
  area?: AreaUnit
  length?: LengthUnit
  period?: 'month' | 'year'
  isPercent?: true
  power?: 'kVA' | 'MVA' | 'kW' | 'MW'
  time?: 'h' | 'min'
  scale?: 1_000 | 1_000_000
}

interface Pattern {
  said: SaidUnit
  /** Of the folded text. */
  is: RegExp
  /** Too short to be looked for outside of brackets and columns of units. */
  isShort?: true
  /** Says what is asked for, too: it stays in the label. */
  isKept?: true
}

const word = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'u')

/** Longer units stand before those that begin alike. */
const PATTERNS: readonly Pattern[] = [
  {
    said: { area: 'km²' },
    is: word('km2|sq\\.? ?km|square kilomet(?:re|er)s?|kilometres? carres?|كلم2|كم2|كيلومتر مربع'),
  },
  { said: { area: 'ft²' }, is: word('sq\\.? ?\\/? ?ft\\.?|sqft|square f(?:ee|oo)t|ft2|pieds? carres?|pi2|قدم مربعه?') },
  { said: { area: 'ft²' }, is: word('sf|psf'), isShort: true },
  {
    said: { area: 'm²' },
    is: word('m2|sqm|sq\\.? ?m|square met(?:re|er)s?|met(?:re|er)s? carres?|م2|متر مربع|مترا مربعا'),
  },
  { said: { area: 'acre' }, is: word('acres?|فدان') },
  { said: { area: 'acre' }, is: word('acreage'), isKept: true },
  { said: { area: 'ha' }, is: word('ha|hectares?|هكتارا?|هكتارات') },
  { said: { length: 'km' }, is: word('kms?|kilomet(?:re|er)s?|كلم|كم|كيلومترا?|كيلومترات') },
  { said: { length: 'mi' }, is: word('miles?|ميلا?|اميال') },
  { said: { length: 'mi' }, is: word('mi'), isShort: true },
  { said: { length: 'm' }, is: word('m|met(?:re|er)s|متر'), isShort: true },
  { said: { currency: 'MAD', scale: 1_000_000 }, is: word('mmad|mdhs?|مليون درهم') },
  { said: { currency: 'MAD', scale: 1_000 }, is: word('kmad|kdhs?|الف درهم') },
  { said: { currency: 'MAD' }, is: word('mad|dhs?|dirhams?|درهما?|دراهم') },
  { said: { currency: 'EUR' }, is: /(?<![\p{L}\p{N}])(?:eur|euros?|يورو|اورو)(?![\p{L}\p{N}])|€/u },
  {
    said: { currency: 'USD' },
    is: /(?<![\p{L}\p{N}])(?:usd|us ?\$|u\.s\. dollars?|us dollars?|dollars?|دولارا?)(?![\p{L}\p{N}])|\$/u,
  },
  { said: { currency: 'GBP' }, is: /(?<![\p{L}\p{N}])(?:gbp|pounds? sterling)(?![\p{L}\p{N}])|£/u },
  { said: { scale: 1_000_000 }, is: word('millions?|مليون|ملايين') },
  { said: { scale: 1_000 }, is: word("thousands?|milliers?|in 000s?|'000|000s|الاف") },
  { said: { power: 'MVA' }, is: word('mva') },
  { said: { power: 'kVA' }, is: word('kva|ك ?ف ?ا') },
  { said: { power: 'MW' }, is: word('mw|megawatts?|ميغاواط') },
  { said: { power: 'kW' }, is: word('kw|kilowatts?|كيلوواط') },
  { said: { time: 'min' }, is: word('min(?:ute)?s?|mn|دقيقه|دقائق') },
  { said: { time: 'h' }, is: word('hours?|heures?|hrs?|ساعه|ساعات') },
  { said: { time: 'h' }, is: word('h'), isShort: true },
  {
    said: { isPercent: true },
    is: /%|(?<![\p{L}\p{N}])(?:percent(?:age)?|per cent|pour ?cent(?:age)?|pct|في المايه|بالمايه|نسبه مءويه)(?![\p{L}\p{N}])/u,
  },
  { said: { period: 'month' }, is: word('months?|mos?|monthly|mois|mensuel(?:le)?s?|شهر|شهريا|الشهر|شهري') },
  {
    said: { period: 'year' },
    is: word('years?|yrs?|yearly|annum|p\\.?a|annual|annuel(?:le)?s?|par an|annee|سنه|السنه|سنويا|سنوي'),
  },
  { said: { period: 'year' }, is: word('ans?'), isShort: true },
]

const BRACKETED = /[([{]([^)\]}]*)[)\]}]/g

export interface ReadUnit {
  said: SaidUnit
  /** The text without the words of the unit. */
  rest: string
}

/** Takes the units out of a text. `isWholly`: the text is a unit alone, so that short words count too. */
function taken(text: string, isWholly: boolean): ReadUnit {
  let rest = foldText(text).text
  const said: SaidUnit = {}
  for (const { said: means, is, isShort, isKept } of PATTERNS) {
    if (isShort && !isWholly) continue
    const [name] = Object.keys(means) as (keyof SaidUnit)[]
    if ((name && said[name] !== undefined) || !is.test(rest)) continue
    if (!isKept) rest = rest.replace(is, ' ')
    Object.assign(said, means)
  }
  return { said, rest: rest.trim() }
}

/** What a label says of its unit, in brackets first, and the label without that. */
export function readUnit(label: string): ReadUnit {
  const said: SaidUnit = {}
  const withoutBrackets = label.replace(BRACKETED, (whole, inner: string) => {
    const unit = unitAlone(inner)
    if (!unit) return whole
    Object.assign(said, unit)
    return ' '
  })
  const { said: more, rest } = taken(withoutBrackets, false)
  return { said: { ...more, ...said }, rest }
}

const JOINERS = /[\s/.,:;()[\]-]|(?<![\p{L}])(?:per|par|in|en|of|a|the|le|la|x|لكل|في|ب)(?![\p{L}])/gu

/** The unit that a text is, when it is a unit and nothing else. */
export function unitAlone(text: string): SaidUnit | null {
  const { said, rest } = taken(text, true)
  if (Object.keys(said).length === 0) return null
  return rest.replace(JOINERS, '') === '' ? said : null
}
