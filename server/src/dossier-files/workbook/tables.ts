import type { FrozenSite, Score } from '@tvl/model'
import type { DossierSite } from '../dossier-sites.ts'
import type { Table } from './table.ts'

export type Unit = FrozenSite['units'][number]
export type Contribution = Score['contributions'][number]

export interface UnitRow {
  site: DossierSite
  unit: Unit
}

export interface CriterionRow {
  site: DossierSite
  contribution: Contribution
}

/** The sheets that name each other’s cells: all are laid out before one is filled. */
export interface Tables {
  comparison: Table<DossierSite>
  costs: Table<DossierSite>
  units: Table<UnitRow>
  criteria: Table<CriterionRow>
  score: Table<DossierSite>
}
