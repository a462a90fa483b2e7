import type { TalentPool } from '../../schema/territory.ts'
import type { Zone } from '../../schema/zone.ts'
import { ringIndex } from './area-index.ts'
import type { Need, NeedLanguage } from './need.ts'

/** A zone as the rules see it: a feature's id and point beside its properties. */
export interface RuleZone {
  id: string
  lon: number
  lat: number
  properties: Zone
}

/** What the incentive rules answer for one rule at one site: granted, refused, or to be asked of the administration. */
export type SiteVerdict = 'yes' | 'no' | 'ask'

/** Verdicts by incentive id. May depend on the need's trade and seats and on nothing else of it. */
export type IncentiveVerdicts = (zone: RuleZone, need: Need) => ReadonlyMap<string, SiteVerdict>

/** What is known of the people of a zone's region. */
export interface ZoneTalent {
  /** % of literate people; null = not published */
  languagePct: Readonly<Record<NeedLanguage, number | null>>
  hasSkillsCity: boolean
}

const UNKNOWN_TALENT: ZoneTalent = { languagePct: { fr: null, en: null, es: null }, hasSkillsCity: false }

/** The talent of each region that has a pool. The national pool (regionId null) stands for no zone. */
export function talentByRegion(pools: readonly TalentPool[]): ReadonlyMap<string, ZoneTalent> {
  const talent = new Map<string, ZoneTalent>()
  for (const pool of pools) {
    if (pool.regionId === null) continue
    const languagePct = { fr: pool.literateFrenchPct, en: pool.literateEnglishPct, es: pool.literateSpanishPct }
    talent.set(pool.regionId, { languagePct, hasSkillsCity: pool.cmcFr !== null })
  }
  return talent
}

export const talentOf = (zone: RuleZone, byRegion: ReadonlyMap<string, ZoneTalent>): ZoneTalent =>
  byRegion.get(zone.properties.regionId) ?? UNKNOWN_TALENT

/** The terms a zone can fail. `offices`: an office-level term is asked and no office passes. */
export const NEED_TERMS = [
  'regions',
  'provinces',
  'statuses',
  'techValley',
  'operators',
  'irCaps',
  'territorialPremiums',
  'incentives',
  'languages',
  'skillsCity',
  'airportKm',
  'hsrStationKm',
  'railStationKm',
  'area',
  'offices',
  'seats',
  'areaM2',
] as const
export type NeedTerm = (typeof NEED_TERMS)[number]

/** The bit of a term in a set of failing terms. */
export const termBit = (term: NeedTerm): number => 1 << NEED_TERMS.indexOf(term)
/** The terms of a set, in the order of NEED_TERMS. */
export const termsOf = (set: number): NeedTerm[] => NEED_TERMS.filter((_, i) => ((set >> i) & 1) === 1)

export const OFFICE_TERMS = termBit('offices') | termBit('seats') | termBit('areaM2')

/** True if the region's share of the language is at least the asked one, or not published there. */
export const speaks = (talent: ZoneTalent, { language, minPct }: Need['languages'][number]): boolean => {
  const pct = talent.languagePct[language]
  return pct === null || pct >= minPct
}

/** An incentive counts unless it is refused; one that the rules do not know counts as refused. */
export const isGranted = (verdicts: ReadonlyMap<string, SiteVerdict>, id: string): boolean =>
  (verdicts.get(id) ?? 'no') !== 'no'

const among = <T>(asked: readonly T[], value: T) => asked.length === 0 || asked.includes(value)
const within = (asked: number | null, km: number | null) => asked === null || (km !== null && km <= asked)

const BITS = Object.fromEntries(NEED_TERMS.map((term) => [term, termBit(term)])) as Record<NeedTerm, number>

/** The zone-level test of a need: the set of terms that a zone fails (0 = none). */
export function zoneTest(need: Need, verdicts: IncentiveVerdicts): (zone: RuleZone, talent: ZoneTalent) => number {
  const isInArea = need.area === null ? null : ringIndex(need.area)
  return (zone, talent) => {
    const site = zone.properties
    let failing = 0
    if (!among(need.regions, site.regionId)) failing |= BITS.regions
    if (!among(need.provinces, site.provinceId)) failing |= BITS.provinces
    if (!among(need.statuses, site.status)) failing |= BITS.statuses
    if (!among(need.techValley, site.techValleyStatus)) failing |= BITS.techValley
    if (!among(need.operators, site.operatorId)) failing |= BITS.operators
    if (!among(need.irCaps, site.irCapPct)) failing |= BITS.irCaps
    if (
      need.territorialPremiums.length > 0 &&
      (site.territorialPremium === null || !need.territorialPremiums.includes(site.territorialPremium))
    )
      failing |= BITS.territorialPremiums
    if (need.incentives.length > 0) {
      const answers = verdicts(zone, need)
      if (!need.incentives.every((id) => isGranted(answers, id))) failing |= BITS.incentives
    }
    if (!need.languages.every((term) => speaks(talent, term))) failing |= BITS.languages
    if (need.skillsCity && !talent.hasSkillsCity) failing |= BITS.skillsCity
    if (!within(need.airportKm, site.airportKm)) failing |= BITS.airportKm
    if (!within(need.hsrStationKm, site.hsrStationKm)) failing |= BITS.hsrStationKm
    if (!within(need.railStationKm, site.railStationKm)) failing |= BITS.railStationKm
    if (isInArea !== null && !isInArea(zone.lon, zone.lat)) failing |= BITS.area
    return failing
  }
}
