import type { FrozenShortlist, FrozenSite, Provenance, SiteTotals } from '@tvl/model'
import { useMemo } from 'react'
import { shortNameOf } from '../../i18n/names.ts'
import { type Format, useFormat } from '../../i18n/use-format.ts'

/** One site of what is shown, with its totals. */
export interface ShownSite {
  site: FrozenSite
  totals: SiteTotals
  /** Notes and offices as the shortlist lists them. */
  line: FrozenShortlist['shortlist']['sites'][number]
}

/** The sites in the order shown. */
export function shownSites({ sites, totals, shortlist }: FrozenShortlist): ShownSite[] {
  return sites
    .flatMap((site, i) => {
      const [own, line] = [totals[i], shortlist.sites[i]]
      return own && line ? [{ site, totals: own, line }] : []
    })
    .sort((a, b) => a.totals.place - b.totals.place)
}

/** A zone’s name, with the codes of the offices that were picked in it. */
export function siteName({ site, line }: Pick<ShownSite, 'site' | 'line'>, { language, list }: Format): string {
  const zone = shortNameOf(site.zone.properties, language)
  if (line.officeIds.length === 0) return zone
  const codes = site.units.map(({ properties }) => properties.name)
  return `${zone}, ${codes.length <= 3 ? list(codes) : `${codes[0]} … ${codes.at(-1)}`}`
}

/** The evidence of a sum over offices: it is no firmer than they are. */
export function evidenceOfUnits({ units }: FrozenSite): Provenance | null {
  const all = units.map(({ properties }) => properties.provenance['*'] ?? Object.values(properties.provenance)[0])
  const weakest = all.find((one) => one?.grade === 'illustrative') ?? all[0]
  return weakest ? { ...weakest, grade: weakest.grade === 'illustrative' ? 'illustrative' : 'derived' } : null
}

/** Money of a dossier: dirhams, whole ones where the centimes say nothing. */
export function useDirhams(): (centimes: number) => string {
  const { number } = useFormat()
  return useMemo(
    () => (centimes) =>
      number(centimes / 100, centimes % 100 === 0 ? { maxDigits: 0 } : { minDigits: 2, maxDigits: 2 }),
    [number],
  )
}

/** The first eight digits of a hash, in two groups: what is printed at the foot of every page. */
export const shortHash = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`
