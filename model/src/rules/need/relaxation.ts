import type { FitOut } from '../../schema/inventory.ts'
import type { Need, NeedLanguage } from './need.ts'

export type ListTerm = 'statuses' | 'techValley' | 'operators' | 'irCaps' | 'territorialPremiums'
export type DistanceTerm = 'airportKm' | 'hsrStationKm' | 'railStationKm'

/** One change to one term of a need, for the page to put into words. `need` beside it is the need so changed. */
export type Relaxation =
  | { term: 'seats' | 'areaM2' | 'maxRentMadPerM2Month'; from: number; to: number }
  /** the seats or the area may be spread over several blocks */
  | { term: 'contiguous' }
  /** from null = today */
  | { term: 'availableBy'; from: string | null; to: string }
  /** doubtful: past the law's 120 days, the offices are no longer counted as available */
  | { term: 'verifiedWithinDays'; from: number; to: number; isDoubtful: boolean }
  | { term: 'fitOuts'; added: FitOut[] }
  /** added null (a cap on income tax) = not published */
  | { term: ListTerm; added: string | number | null }
  /** to null = the distance is not known here, and is no longer asked */
  | { term: DistanceTerm; from: number; to: number | null }
  | { term: 'languages'; language: NeedLanguage; from: number; to: number }
  | { term: 'incentives'; removed: string[] }
  /** the term is no longer asked; anyPremium: the territorial premium, not published here */
  | { term: 'regions' | 'provinces' | 'anyPremium' | 'skillsCity' | 'area' | 'trade' }

export interface RelaxedNeed {
  relaxation: Relaxation
  need: Need
  /**
   * How much is given up, to sort by: the relative change of a figure (a date in years); 0.5 for giving up contiguity
   * and for each fit-out added; 0.75 for a value added to a list; 1 for a term given up whole.
   */
  effort: number
}

export const EFFORT_FIT_OUT = 0.5
export const EFFORT_APART = 0.5
export const EFFORT_VALUE = 0.75
export const EFFORT_TERM = 1
