import { columnsOf } from '../columns.ts'
import { A_DAY, type SmallCatalogue } from './arbitraries.ts'
import { type NeedContext, type NeedIndex, prepare } from './evaluate.ts'
import { naiveVerdicts, ruleZones } from './naive-hits.ts'

/** A random catalogue laid out for evaluation, on A_DAY. For tests. */
export function stand(catalogue: SmallCatalogue): { index: NeedIndex; context: NeedContext } {
  const columns = columnsOf(catalogue.offices, catalogue.buildings)
  const pools = catalogue.talentPools.map(({ properties }) => properties)
  return {
    index: prepare(columns, ruleZones(catalogue), pools),
    context: { today: A_DAY, verdicts: naiveVerdicts(catalogue) },
  }
}
