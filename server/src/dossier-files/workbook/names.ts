import type { Criterion, Measure } from '@tvl/model'

/** What formulas, and people, call the cells of the assumptions by. English in every language: formulas stay the same. */
export const weightName = (criterion: Criterion): string => `Weight_${criterion}`
export const enteredWeightName = (criterion: Criterion): string => `Entered_weight_${criterion}`
export const boundName = (criterion: Criterion, bound: 'at-most' | 'at-least'): string =>
  `Bound_${criterion}_${bound === 'at-most' ? 'at_most' : 'at_least'}`
/** `point` counts from 1. */
export const scaleName = (measure: Measure, point: number, part: 'value' | 'share'): string =>
  `Scale_${measure.replaceAll('-', '_')}_${part}_${point}`
export const rateName = (currency: string): string => `Rate_${currency}`
