import { readFileSync } from 'node:fs'

/** In whose name a document is made. */
export interface DossierBrand {
  nameFr: string
  nameAr: string
  nameEn: string
  /** #rrggbb, legible on paper: discs, pins, what counts. */
  primary: string
  /** #rrggbb, legible on paper: the rule below the head. */
  accent: string
  /** PNG. */
  mark: Buffer | null
  contact: { email: string | null; phone: string | null; address: string | null; web: string | null }
}

/** The product’s own: documents of shortlists that belong to no organisation. */
export const DEFAULT_BRAND: DossierBrand = {
  nameFr: 'Tech Valley Locator',
  nameAr: 'Tech Valley Locator',
  nameEn: 'Tech Valley Locator',
  primary: '#0a5c44',
  accent: '#0a5c44',
  mark: readFileSync(new URL('zellige.png', import.meta.url)),
  contact: { email: null, phone: null, address: null, web: null },
}
