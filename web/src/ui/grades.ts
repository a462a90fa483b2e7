import type { Grade } from '@tvl/model'

/** Every grade, from the firmest to the invented. */
export const GRADES = [
  'official',
  'press',
  'declared',
  'measured',
  'modelled',
  'derived',
  'illustrative',
] as const satisfies readonly Grade[]
