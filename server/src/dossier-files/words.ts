import type { Language } from '@tvl/model'
import type { DossierWords } from './dossier-words.ts'
import { AR } from './words-ar.ts'
import { EN } from './words-en.ts'
import { FR } from './words-fr.ts'

export const DOSSIER_WORDS: Readonly<Record<Language, DossierWords>> = { fr: FR, ar: AR, en: EN }
