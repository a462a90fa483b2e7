import { foldText, isArticle, wordsOf } from '../../names.ts'
import type { NamedThing, NeedCatalogue } from './catalogue.ts'

export type NameKind = 'zone' | 'operator' | 'region' | 'town' | 'province' | 'incentive'

export interface NameEntry {
  kind: NameKind
  id: string
  /** The name's words, folded, articles left out. */
  words: readonly string[]
}

/** Names by their first word, longest names first. */
export type Gazetteer = ReadonlyMap<string, readonly NameEntry[]>

/** What people call a town beside its catalogue names, by folded French name. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  casablanca: ['Casa', 'كازا', 'كازابلانكا', 'Dar el Beida'],
  tanger: ['Tangiers', 'Tangier'],
  fes: ['Fez'],
  marrakech: ['Marrakesh'],
  laayoune: ['El Aaiun'],
}
/** Words in brackets that say what a thing is rather than what it is called. */
const GENERIC = new Set(['projet', 'project', 'مشروع', 'extension', 'pole', 'site'])

/** The words that identify a name; all of them where it has nothing but articles. */
export function nameWords(name: string): string[] {
  const keys = wordsOf(foldText(name).text).map((word) => word.key)
  const kept = keys.filter((key) => !isArticle(key))
  return kept.length > 0 ? kept : keys
}

function variants(name: string, kind: NameKind): string[] {
  const outside = name.replace(/\s*\([^)]*\)/g, '').trim()
  const inside = Array.from(name.matchAll(/\(([^)]*)\)/g), ([, text = '']) => text)
  const usable = inside.filter((text) => {
    const words = nameWords(text)
    return words.join('').length >= 5 && !words.some((word) => GENERIC.has(word))
  })
  return [name, outside, ...(kind === 'operator' || kind === 'zone' ? usable : [])].filter((text) => text !== '')
}

function build(catalogue: NeedCatalogue): Gazetteer {
  const entries = new Map<string, NameEntry>()
  const ambiguous = new Set<string>()
  const add = (kind: NameKind, id: string, name: string, isMain: boolean) => {
    const words = nameWords(name)
    if (words.length === 0 || words.join('').length < 2) return
    const key = `${kind}:${words.join(' ')}`
    const known = entries.get(key)
    if (known && known.id !== id && !isMain) ambiguous.add(key)
    if (!known || isMain) entries.set(key, { kind, id, words })
  }
  const placeNames = new Set(
    [...catalogue.regions, ...catalogue.provinces, ...catalogue.towns].flatMap((thing) =>
      [thing.nameFr, thing.nameAr, thing.nameEn].map((name) => nameWords(name).join(' ')),
    ),
  )
  const addAll = (kind: NameKind, things: readonly NamedThing[]) => {
    for (const thing of things) {
      for (const name of [thing.nameFr, thing.nameAr, thing.nameEn]) {
        for (const variant of variants(name, kind)) {
          // « Midparc (Nouaceur) »: what is in the brackets is a place of its own.
          if (variant !== name && kind === 'zone' && placeNames.has(nameWords(variant).join(' '))) continue
          add(kind, thing.id, variant, variant === name)
        }
      }
    }
  }
  addAll('incentive', catalogue.incentives)
  addAll('province', catalogue.provinces)
  addAll('town', catalogue.towns)
  for (const town of catalogue.towns) {
    for (const name of OTHER_NAMES[nameWords(town.nameFr).join(' ')] ?? []) add('town', town.id, name, false)
  }
  addAll('region', catalogue.regions)
  addAll('operator', catalogue.operators)
  addAll('zone', catalogue.zones)
  const byFirst = new Map<string, NameEntry[]>()
  for (const [key, entry] of entries) {
    const first = entry.words[0]
    if (first === undefined || ambiguous.has(key)) continue
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}

const built = new WeakMap<NeedCatalogue, Gazetteer>()

/** The gazetteer of a catalogue, built once. */
export function gazetteerOf(catalogue: NeedCatalogue): Gazetteer {
  const known = built.get(catalogue)
  if (known) return known
  const gazetteer = build(catalogue)
  built.set(catalogue, gazetteer)
  return gazetteer
}
