import type { Chip, NeedTerm } from '@tvl/model'

/** Terms whose phrase under `need.term` bears another name, because "seats" and "area" each come in two kinds. */
const KEYS = {
  maxRentMadPerM2Month: 'maxRent',
  verifiedWithinDays: 'verified',
  languages: 'language',
  area: 'drawnArea',
  contiguous: 'seats',
  offices: 'availableBy',
} as const

type Term = Chip['term'] | NeedTerm
type Renamed = keyof typeof KEYS
export type TermKey =
  | Exclude<Term, Renamed | 'seats' | 'areaM2'>
  | (typeof KEYS)[Renamed]
  | 'seats'
  | 'contiguousSeats'
  | 'freeArea'
  | 'contiguousArea'

/** The phrase that names a term of the need. */
export function termKey(term: Term, isContiguous: boolean): TermKey {
  if (term === 'seats') return isContiguous ? 'contiguousSeats' : 'seats'
  if (term === 'areaM2') return isContiguous ? 'contiguousArea' : 'freeArea'
  return term in KEYS ? KEYS[term as Renamed] : (term as Exclude<Term, Renamed | 'seats' | 'areaM2'>)
}
