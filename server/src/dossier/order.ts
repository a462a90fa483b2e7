import type { FrozenShortlist, FrozenSite, Language, ShortlistSite, SiteTotals } from '@tvl/model'
import type { DossierBrand } from './brand.ts'

/** What a document or a picture is made of. */
export interface DossierOrder {
  frozen: FrozenShortlist
  /** SHA-256 of the frozen content, hexadecimal. */
  hash: string
  brand: DossierBrand
  language: Language
}

/** A line of the shortlist with all that belongs to it. */
export interface Line {
  line: ShortlistSite
  site: FrozenSite
  totals: SiteTotals
}

/** The lines in the order in which they are shown. */
export function linesInOrder({ shortlist, sites, totals }: FrozenShortlist): Line[] {
  return shortlist.sites
    .flatMap((line, i) => {
      const [site, total] = [sites[i], totals[i]]
      return site && total ? [{ line, site, totals: total }] : []
    })
    .sort((a, b) => a.totals.place - b.totals.place)
}

/** Whether something in it is invented, which every page then says. */
export const isIllustrative = ({ catalogue, sites }: FrozenShortlist): boolean =>
  catalogue.kind === 'demo' || sites.some(({ zone }) => zone.properties.illustrative)

/** The first eight signs of the hash, in two groups of four: short enough to be compared by eye. */
export const snapshotId = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`

interface Names {
  nameFr: string
  nameAr: string
  nameEn: string
}

export const nameIn = ({ nameFr, nameAr, nameEn }: Names, language: Language): string =>
  ({ fr: nameFr, ar: nameAr, en: nameEn })[language]
