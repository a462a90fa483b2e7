import { DEFAULT_LANGUAGE_PCT, type NeedLanguage } from '../need.ts'
import { AT_LEAST, any, NUMBER, rule, wholeBetween } from './pattern.ts'
import { applyRule, CLAIMED_LANGUAGE, type Scan } from './scan.ts'

function languagePattern(...words: readonly string[]): string {
  const pct = `${NUMBER}\\s*%`
  const before = `(?:(?:${AT_LEAST}\\s*)?${pct}\\s*(?:${AT_LEAST}\\s*)?(?:(?:de|d'|of|من)\\s*)?)?`
  const after = `(?:\\s*\\(?\\s*(?:${AT_LEAST}\\s*)?${pct}(?:\\s*${AT_LEAST})?\\s*\\)?)?`
  return `${before}${any(...words)}${after}`
}

const SPOKEN: readonly (readonly [language: NeedLanguage, pattern: RegExp])[] = [
  [
    'fr',
    rule(
      languagePattern(
        'francophone',
        'francophones',
        'parlant français',
        'français',
        'française',
        'french speaking',
        'french speakers',
        'french',
        'ناطقين بالفرنسية',
        'ناطقة بالفرنسية',
        'متحدثين بالفرنسية',
        'فرنكوفونية',
        'فرنكوفونيين',
        'فرنسية',
      ),
    ),
  ],
  [
    'en',
    rule(
      languagePattern(
        'anglophone',
        'anglophones',
        'parlant anglais',
        'anglais',
        'anglaise',
        'english speaking',
        'english speakers',
        'english',
        'ناطقين بالإنجليزية',
        'ناطقة بالإنجليزية',
        'متحدثين بالإنجليزية',
        'إنجليزية',
      ),
    ),
  ],
  [
    'es',
    rule(
      languagePattern(
        'hispanophone',
        'hispanophones',
        'parlant espagnol',
        'espagnol',
        'espagnole',
        'spanish speaking',
        'spanish speakers',
        'spanish',
        'ناطقين بالإسبانية',
        'ناطقة بالإسبانية',
        'متحدثين بالإسبانية',
        'إسبانية',
      ),
    ),
  ],
]

/** « francophones », « 40 % de francophones », « English (at least 40%) » */
export function readLanguages(scan: Scan): void {
  for (const [language, pattern] of SPOKEN) {
    applyRule(scan, pattern, ([, before, after]) => {
      const pct = before ?? after
      const minPct = pct === undefined ? DEFAULT_LANGUAGE_PCT : wholeBetween(pct, 0, 100)
      if (minPct === null) return null
      return { term: 'languages', value: [{ language, minPct }], mark: CLAIMED_LANGUAGE }
    })
  }
}
