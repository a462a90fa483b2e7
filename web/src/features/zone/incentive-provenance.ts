import type { Incentive, Provenance } from '@tvl/model'
import { provenanceOf } from '../../ui/provenance.ts'

/** The evidence of a measure's own figure: its cap, its rate or its amount; else that of the whole rule. */
export function incentiveProvenance(incentive: Incentive): Provenance | null {
  const figures = ['capPct', 'ratePct', 'amountMad', 'validTo', 'validFrom'] as const
  const figure = figures.find((property) => incentive[property] !== null)
  return provenanceOf(incentive.provenance, figure ?? '*')
}
