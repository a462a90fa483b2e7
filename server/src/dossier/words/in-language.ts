import type { Language } from '@tvl/model'
import { AR } from './ar.ts'
import { EN } from './en.ts'
import { FR } from './fr.ts'
import type { DossierWords } from './words.ts'

export const WORDS: Readonly<Record<Language, DossierWords>> = { fr: FR, ar: AR, en: EN }
