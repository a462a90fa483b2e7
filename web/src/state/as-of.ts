const FROM_PAGES = /^\/(zones\/.*|compare)?$/
const here: Pick<Location, 'pathname' | 'search'> | undefined = globalThis.location

/**
 * The moment of the catalogue that the address asks for, a version or an instant (RFC 3339), as the standard API takes
 * it; null = now. Read once: everything on a page is of one moment, so that entering and leaving the past load it anew.
 */
export const asOf: string | null =
  here && FROM_PAGES.test(here.pathname) ? new URLSearchParams(here.search).get('as-of') || null : null

/** An address of our API at the moment of this page. */
export const atThatTime = (path: string): string =>
  asOf === null ? path : `${path}${path.includes('?') ? '&' : '?'}as-of=${encodeURIComponent(asOf)}`

/** The address of a page of ours at another moment; null = now. */
export function addressAt(moment: string | null): string {
  const url = new URL(location.href)
  if (moment === null) url.searchParams.delete('as-of')
  else url.searchParams.set('as-of', moment)
  return `${url.pathname}${url.search}`
}
