import type { Zone } from '../../schema/zone.ts'
import {
  type IncentiveVerdicts,
  isGranted,
  type NeedTerm,
  type RuleZone,
  speaks,
  type ZoneTalent,
} from './evaluate-zones.ts'
import type { Need } from './need.ts'
import { type DistanceTerm, EFFORT_TERM, EFFORT_VALUE, type ListTerm, type RelaxedNeed } from './relaxation.ts'

/** The changes that make a zone pass the one zone-level term it fails. */
export function relaxZoneTerm(
  need: Need,
  term: NeedTerm,
  site: RuleZone,
  talent: ZoneTalent,
  verdicts: IncentiveVerdicts,
): RelaxedNeed[] {
  switch (term) {
    case 'statuses':
    case 'techValley':
    case 'operators':
    case 'irCaps':
    case 'territorialPremiums':
      return [withValue(need, term, site.properties)]
    case 'airportKm':
    case 'hsrStationKm':
    case 'railStationKm':
      return [farther(need, term, site.properties[term])]
    case 'languages':
      return lowerShare(need, talent)
    case 'incentives':
      return withoutIncentives(need, site, verdicts)
    // Another region is never offered in place of the asked one: only giving the term up is.
    case 'regions':
    case 'provinces':
      return [{ relaxation: { term }, need: { ...need, [term]: [] }, effort: EFFORT_TERM }]
    case 'skillsCity':
      return [{ relaxation: { term }, need: { ...need, skillsCity: false }, effort: EFFORT_TERM }]
    case 'area':
      return [{ relaxation: { term }, need: { ...need, area: null }, effort: EFFORT_TERM }]
    default:
      return []
  }
}

function withValue(need: Need, term: ListTerm, site: Zone): RelaxedNeed {
  const adding = (added: string | number | null, relaxed: Partial<Need>): RelaxedNeed => ({
    relaxation: { term, added },
    need: { ...need, ...relaxed },
    effort: EFFORT_VALUE,
  })
  switch (term) {
    case 'statuses':
      return adding(site.status, { statuses: [...need.statuses, site.status] })
    case 'techValley':
      return adding(site.techValleyStatus, { techValley: [...need.techValley, site.techValleyStatus] })
    case 'operators':
      return adding(site.operatorId, { operators: [...need.operators, site.operatorId] })
    case 'irCaps':
      return adding(site.irCapPct, { irCaps: [...need.irCaps, site.irCapPct] })
    case 'territorialPremiums': {
      const premium = site.territorialPremium
      // A premium that is not published cannot be asked for: only leaving the term out admits the site.
      return premium === null
        ? { relaxation: { term: 'anyPremium' }, need: { ...need, territorialPremiums: [] }, effort: EFFORT_TERM }
        : adding(premium, { territorialPremiums: [...need.territorialPremiums, premium] })
    }
  }
}

function farther(need: Need, term: DistanceTerm, to: number | null): RelaxedNeed {
  const from = need[term] ?? 0
  const effort = to === null ? EFFORT_TERM : (to - from) / Math.max(from, 1)
  return { relaxation: { term, from, to }, need: { ...need, [term]: to }, effort }
}

function lowerShare(need: Need, talent: ZoneTalent): RelaxedNeed[] {
  const short = need.languages.filter((term) => !speaks(talent, term))
  const [term] = short
  const to = term && talent.languagePct[term.language]
  if (term === undefined || short.length > 1 || to == null) return []
  const languages = need.languages.map((asked) => (asked === term ? { ...asked, minPct: to } : asked))
  return [
    {
      relaxation: { term: 'languages', language: term.language, from: term.minPct, to },
      need: { ...need, languages },
      effort: (term.minPct - to) / term.minPct,
    },
  ]
}

function withoutIncentives(need: Need, site: RuleZone, verdicts: IncentiveVerdicts): RelaxedNeed[] {
  const refused = (asked: Need) => {
    const answers = verdicts(site, asked)
    return asked.incentives.filter((id) => !isGranted(answers, id))
  }
  const removed = refused(need)
  const anyTrade: Need = { ...need, trade: null }
  const found: RelaxedNeed[] = [
    {
      relaxation: { term: 'incentives', removed },
      need: { ...need, incentives: need.incentives.filter((id) => !removed.includes(id)) },
      effort: EFFORT_TERM * removed.length,
    },
  ]
  if (need.trade !== null && refused(anyTrade).length === 0)
    found.push({ relaxation: { term: 'trade' }, need: anyTrade, effort: EFFORT_TERM })
  return found
}
