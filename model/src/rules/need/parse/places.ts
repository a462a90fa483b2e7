import type { Language } from '../../../schema/common.ts'
import { isArticle, type NameWord, wordsOf } from '../../names.ts'
import type { Need } from '../need.ts'
import type { NeedCatalogue } from './catalogue.ts'
import { type Gazetteer, gazetteerOf, type NameEntry, type NameKind, nameWords } from './gazetteer.ts'
import { any } from './pattern.ts'
import { ask, blank, type Scan, spanOf } from './scan.ts'

/** What the words around a place say it is. */
type Territory = 'region' | 'province' | null

const JOINT = "[\\s'\\-]*"
const OF = `(?:${any('de', 'd', 'du', 'des', 'l', 'la', 'le', 'of', 'the', 'el', 'al')}[\\s']*)*`
const REGION_BEFORE = new RegExp(
  `${any('région', 'régions', 'region', 'regions', 'جهة', 'جهات', 'جهتي')}${JOINT}${OF}$`,
)
const PROVINCE_BEFORE = new RegExp(
  `${any('province', 'provinces', 'préfecture', 'préfectures', 'prefecture', 'prefectures', 'إقليم', 'أقاليم', 'عمالة', 'عمالات', 'عمالة أو إقليم')}${JOINT}${OF}$`,
)
const REGION_AFTER = new RegExp(`^${JOINT}${any('region', 'regions')}`)
const PROVINCE_AFTER = new RegExp(`^${JOINT}${any('province', 'provinces', 'prefecture')}`)
const OPERATED_BY = new RegExp(
  `(?:${any('exploité par', 'exploités par', 'géré par', 'gérés par', 'opérateur', 'operated by', 'run by', 'operator', 'يديرها', 'يديره', 'تديرها', 'مشغل')})[\\s:]*$`,
)
/** Between two names of one list: « régions X, Y et Z ». Arabic writes « and » onto the next name. */
const LIST_GAP = new RegExp(`^[\\s,/&]*(?:${any('et', 'ou', 'and', 'or', 'أو')}\\s*)?${OF}(?:و)?\\s*$`)
const INNER_GAP: Readonly<Record<NameKind, RegExp>> = {
  zone: /^[\s'().-]*$/,
  operator: /^[\s'().,;:&-]*$/,
  region: /^[\s'-]*$/,
  town: /^[\s'-]*$/,
  province: /^[\s'-]*$/,
  incentive: /^[\s'().,:;%/"-]*$/,
}
const ARABIC = /^\p{Script=Arabic}/u

/** A word as it may be looked up: itself, then without the particles Arabic writes onto it (بفاس, وطنجة, للرباط). */
function lookups(word: NameWord, text: string): string[] {
  const written = text.slice(word.start, word.end)
  if (!ARABIC.test(written)) return [word.key]
  const forms = [word.key]
  for (const particle of ['و', 'ب', 'ل', 'ف', 'ك', 'وب', 'ول', 'لل', 'ولل']) {
    if (!written.startsWith(particle) || written.length - particle.length < 2) continue
    const [rest] = wordsOf(written.slice(particle.length))
    if (rest) forms.push(rest.key)
  }
  return forms
}

/** End of the entry's words in the text when they start at word `at`; null when they do not. */
function endOfMatch(entry: NameEntry, words: readonly NameWord[], at: number, text: string): number | null {
  let index = at
  for (let i = 1; i < entry.words.length; i++) {
    const before = words[index]
    index++
    while (words[index] && entry.words[i] !== words[index]?.key && isArticle(words[index]?.key ?? '')) index++
    const word = words[index]
    if (!before || !word || word.key !== entry.words[i]) return null
    // Whatever lies between the words, articles taken out, may only be what joins a name.
    const gap = text.slice(before.end, word.start).replaceAll(/[a-z]+/g, '')
    if (!INNER_GAP[entry.kind].test(gap)) return null
  }
  return words[index]?.end ?? null
}

const ORDER: Record<'region' | 'province' | 'none', readonly NameKind[]> = {
  none: ['zone', 'operator', 'region', 'town', 'province', 'incentive'],
  region: ['region', 'town', 'province', 'zone', 'operator', 'incentive'],
  province: ['province', 'town', 'region', 'zone', 'operator', 'incentive'],
}

interface Found {
  entry: NameEntry
  end: number
}

function longest(
  gazetteer: Gazetteer,
  words: readonly NameWord[],
  at: number,
  text: string,
  territory: Territory,
): Found | null {
  const word = words[at]
  if (!word) return null
  for (const form of lookups(word, text)) {
    let best: Found | null = null
    for (const entry of gazetteer.get(form) ?? []) {
      if (best && entry.words.length < best.entry.words.length) break
      const end = endOfMatch(entry, words, at, text)
      if (end === null) continue
      const order = ORDER[territory ?? 'none']
      if (!best || order.indexOf(entry.kind) < order.indexOf(best.entry.kind)) best = { entry, end }
    }
    if (best) return best
  }
  return null
}

/** The term and ids a place asks for, given what the words around it say it is. */
function resolve(
  entry: NameEntry,
  territory: Territory,
  catalogue: NeedCatalogue,
): { term: keyof Need; ids: string[]; fromTown: boolean } | null {
  switch (entry.kind) {
    case 'zone':
      return null
    case 'operator':
      return { term: 'operators', ids: [entry.id], fromTown: false }
    case 'incentive':
      return { term: 'incentives', ids: [entry.id], fromTown: false }
    case 'region':
      return { term: 'regions', ids: [entry.id], fromTown: false }
    case 'province': {
      const province = catalogue.provinces.find(({ id }) => id === entry.id)
      if (territory === 'region' && province) return { term: 'regions', ids: [province.regionId], fromTown: true }
      return { term: 'provinces', ids: [entry.id], fromTown: false }
    }
    case 'town': {
      const town = catalogue.towns.find(({ id }) => id === entry.id)
      if (!town) return null
      if (territory === 'region' || town.provinceIds.length === 0) {
        return { term: 'regions', ids: [town.regionId], fromTown: true }
      }
      return { term: 'provinces', ids: [...town.provinceIds], fromTown: true }
    }
  }
}

/** « for sale », typed small and without its accent, is not the town of Salé; nor is « a sale » on an English page. */
const isForSale = (before: string, typed: string, language: Language): boolean =>
  typed === 'sale' && (language === 'en' ? /(?:for|on|a|the|of)\s+$/ : /(?:for|on)\s+$/).test(before)

/** Names of the catalogue, in any of its languages, longest first. */
export function readNames(scan: Scan, catalogue: NeedCatalogue, language: Language): void {
  const gazetteer = gazetteerOf(catalogue)
  const { text } = scan
  const words = wordsOf(text)
  let last: { end: number; territory: Territory } | null = null
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word) continue
    const before = text.slice(Math.max(0, word.start - 40), word.start)
    // The particle و belongs to the list, not to the name.
    const said = REGION_BEFORE.exec(before) ?? null
    const saidProvince = PROVINCE_BEFORE.exec(before)
    const inherited: Territory = last && LIST_GAP.test(text.slice(last.end, word.start)) ? last.territory : null
    let territory: Territory = saidProvince ? 'province' : said ? 'region' : inherited
    const found = longest(gazetteer, words, at, text, territory)
    const typed = scan.original.slice(...spanOf(scan, word.start, word.end))
    if (!found || isForSale(before, typed, language)) continue
    const after = text.slice(found.end, found.end + 16)
    const trailing: RegExpExecArray | null =
      territory === null ? (REGION_AFTER.exec(after) ?? PROVINCE_AFTER.exec(after)) : null
    if (trailing) territory = REGION_AFTER.test(after) ? 'region' : 'province'
    const keyword = saidProvince ?? said ?? OPERATED_BY.exec(before)
    const isPlace = found.entry.kind === 'region' || found.entry.kind === 'town' || found.entry.kind === 'province'
    const hasKeyword = keyword !== null && (isPlace || found.entry.kind === 'operator')
    // A keyword may have been the tail of the place before: « الرباط région Ewane » says région once.
    const start = hasKeyword ? Math.max(last?.end ?? 0, word.start - (before.length - keyword.index)) : word.start
    const end: number = found.end + (isPlace && trailing ? trailing[0].length : 0)
    const meaning = resolve(
      trailing && isPlace ? (longest(gazetteer, words, at, text, territory)?.entry ?? found.entry) : found.entry,
      territory,
      catalogue,
    )
    const span = spanOf(scan, start, end)
    if (!meaning) {
      scan.zones.push({ span, zoneId: found.entry.id })
    } else if (ask(scan, meaning.term, meaning.ids as Need[typeof meaning.term] & string[])) {
      const town = meaning.term === 'regions' ? 'regions' : 'provinces'
      scan.understood.push({ span, term: meaning.term, ...(meaning.fromTown ? { town } : {}) })
    }
    blank(scan, start, end)
    last = { end, territory: isPlace ? territory : null }
    while (words[at + 1] && (words[at + 1]?.start ?? 0) < end) at++
  }
}

const QUOTED = new RegExp(
  `(?:${any('avantage', 'avantages', 'incitation', 'mesure', 'incentive', 'incentives', 'measure', 'الحافز', 'حافز', 'التحفيز')}[\\s:]*)?"\\s*([^"]{3,160}?)\\s*"`,
  'g',
)

/** « Prime à l’emploi (PAE) » in quotation marks is that incentive, before any of its words is read as something else. */
export function readQuotedIncentives(scan: Scan, catalogue: NeedCatalogue): void {
  for (const match of scan.text.matchAll(QUOTED)) {
    const words = nameWords(match[1] ?? '').join(' ')
    const incentive = catalogue.incentives.find((thing) =>
      [thing.nameFr, thing.nameAr, thing.nameEn].some((name) => nameWords(name).join(' ') === words),
    )
    if (!incentive || !ask(scan, 'incentives', [incentive.id])) continue
    const end = match.index + match[0].length
    scan.understood.push({ span: spanOf(scan, match.index, end), term: 'incentives' })
    blank(scan, match.index, end)
  }
}
