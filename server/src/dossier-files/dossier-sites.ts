import {
  compareOrder,
  type FrozenShortlist,
  type FrozenSite,
  type Language,
  needOf,
  type ShortlistSite,
  type SiteTotals,
} from '@tvl/model'
import { criterionEvidence, inventoryEvidence } from './criterion-evidence.ts'
import { inLanguage } from './dossier.ts'
import type { SiteKind } from './dossier-words.ts'
import { computedFrom, type Evidence, evidenceOf } from './evidence.ts'

/** One site of a dossier with all that its rows say. */
export interface DossierSite {
  /** Place in the order shown, from 1: what the sheets call the site by. */
  number: number
  /** Place of its id among all: settles equal scores. */
  tie: number
  /** Place by score, whatever the order shown. */
  neutralPlace: number
  kind: SiteKind
  name: string
  line: ShortlistSite
  site: FrozenSite
  totals: SiteTotals
  /** Of what is computed; null: nothing is, so that there is nothing to stand for. */
  evidence: {
    units: Evidence | null
    inventory: Evidence | null
    money: Evidence | null
    score: Evidence
    days: Evidence | null
  }
}

const UNITS_NAMED = 3

/** The sites of what was frozen, in the order in which the dossier shows them. */
export function dossierSites(frozen: FrozenShortlist, language: Language): DossierSite[] {
  const byId = frozen.sites.map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1))
  const byScore = frozen.totals.map(({ score }) => score).sort(compareOrder)
  return frozen.sites
    .flatMap((site, i) => {
      const [line, totals] = [frozen.shortlist.sites[i], frozen.totals[i]]
      if (!line || !totals) return []
      return {
        number: totals.place,
        tie: byId.indexOf(site.id) + 1,
        neutralPlace: byScore.findIndex(({ id }) => id === site.id) + 1,
        kind: kindOf(line),
        name: nameOf(site, line, language),
        ...{ line, site, totals },
        evidence: evidenceOfSite(frozen, site, totals, line),
      }
    })
    .sort((a, b) => a.number - b.number)
}

const kindOf = ({ officeIds }: ShortlistSite): SiteKind =>
  officeIds.length === 0 ? 'zone' : officeIds.length === 1 ? 'office' : 'block'

function nameOf({ zone, units }: FrozenSite, { officeIds }: ShortlistSite, language: Language): string {
  const name = inLanguage(zone.properties, 'name', language)
  if (officeIds.length === 0) return name
  const named = units.slice(0, UNITS_NAMED).map(({ properties }) => properties.name)
  return `${name} · ${named.join(', ')}${units.length > UNITS_NAMED ? ` … (${units.length})` : ''}`
}

/** What stands for the figures that are computed. */
function evidenceOfSite(
  frozen: FrozenShortlist,
  site: FrozenSite,
  { basis, score }: SiteTotals,
  line: ShortlistSite,
): DossierSite['evidence'] {
  const { zone, units } = site
  const languages = needOf(frozen.shortlist).languages.map(({ language }) => language)
  const ofUnits = (...properties: readonly string[]) =>
    units.flatMap((unit) => properties.map((property) => evidenceOf(unit, property)))
  const scored = score.contributions
    .filter(({ missing }) => !missing)
    .map(({ measure }) => criterionEvidence(measure, frozen, site, line, languages))
  return {
    // Without units, the seats are those that are asked for.
    units: basis === 'none' ? null : computedFrom(ofUnits('areaM2', 'seats')),
    inventory: inventoryEvidence(frozen, site),
    money:
      basis === 'none'
        ? null
        : computedFrom(
            basis === 'published-rent'
              ? [evidenceOf(zone, 'rentMadPerM2Month')]
              : ofUnits('areaM2', 'rentMadPerM2Month', 'serviceChargeMadPerM2Month'),
          ),
    score: computedFrom(scored, 'modelled'),
    days: units.length === 0 ? null : computedFrom(ofUnits('status')),
  }
}
