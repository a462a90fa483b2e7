import type { FrozenShortlist, Language } from '@tvl/model'

/** What every file of a dossier is made from. */
export interface DossierQuestion {
  frozen: FrozenShortlist
  /** Of the sealed snapshot, in full: it stands in every file. */
  hash: string
  /** In whose name it is given out, in the language; null: nobody’s. */
  issuer: string | null
  language: Language
}

type Named<P extends string> = Readonly<Record<`${P}Fr` | `${P}Ar` | `${P}En`, string>>

/** What a thing is called in a language: `inLanguage(zone, 'name', 'ar')` is its `nameAr`. */
export function inLanguage<P extends string>(thing: Named<P>, property: P, language: Language): string {
  const key = `${property}${language === 'fr' ? 'Fr' : language === 'ar' ? 'Ar' : 'En'}` as keyof Named<P>
  return thing[key]
}
