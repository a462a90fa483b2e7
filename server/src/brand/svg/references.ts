const URL_OF = /url\(\s*(['"]?)\s*#([^'"()\s#]+)\s*\1\s*\)/gi

/** Ids of the same drawing that a value points at: `url(#shade)`. */
export const referencesIn = (value: string): string[] => [...value.matchAll(URL_OF)].map(([, , id = '']) => id)

/**
 * Whether a value of an attribute or a style sheet points anywhere else than at an id of the same drawing. What could
 * hide such an address (escapes, rules that load) counts as one.
 */
export const pointsOutside = (value: string): boolean =>
  /url\s*\(|\\|@|image\s*\(|image-set/i.test(value.replace(URL_OF, ''))

const RULE = /([^{}]*)\{([^{}]*)\}/g
const CLASS = /^\.([\w-]+)$/

/**
 * What the classes of a style sheet point at. Null when something that is not a class alone points at anything: who
 * is drawn with it could then not be told.
 */
export function referencesOfClasses(sheet: string): Map<string, string[]> | null {
  const found = new Map<string, string[]>()
  for (const [, selectors = '', declarations = ''] of sheet.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(RULE)) {
    const ids = referencesIn(declarations)
    if (ids.length === 0) continue
    for (const selector of selectors.split(',')) {
      const name = CLASS.exec(selector.trim())?.[1]
      if (name === undefined) return null
      found.set(name, [...(found.get(name) ?? []), ...ids])
    }
  }
  return found
}
