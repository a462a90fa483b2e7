import type { DemandCause } from '../schema/demand.ts'
import type { TalentPool } from '../schema/territory.ts'
import { NEVER_DAY, type OfficeColumns, UNKNOWN_MONEY } from './columns.ts'
import { dayOfIso } from './days.ts'
import { evaluate, type NeedContext, type NeedIndex, prepare } from './need/evaluate.ts'
import type { RuleZone } from './need/evaluate-zones.ts'
import type { Need } from './need/need.ts'

const ZONE_FIELDS = ['irCapPct', 'territorialPremium', 'airportKm', 'hsrStationKm', 'railStationKm'] as const
type ZoneField = (typeof ZONE_FIELDS)[number]

/** What could be missing, in the order in which it is blamed when each alone would have been enough. */
const SINGLE = ['verification', 'dates', 'rentMadPerM2Month', ...ZONE_FIELDS] as const
type Single = (typeof SINGLE)[number]

/** A catalogue with, beside it, the same one had certain things been verified or known. */
export interface DemandIndex {
  actual: NeedIndex
  /** Only those in which anything differs. */
  mended: ReadonlyMap<Single, NeedIndex>
  /** All of them together. */
  complete: NeedIndex
}

/**
 * Lays out a catalogue for asking why a zone did not answer. “Known” means known to fit: what is asked is whether the
 * gap, and nothing else, kept the zone out.
 */
export function demandIndex(
  columns: OfficeColumns,
  zones: readonly RuleZone[],
  talentPools: readonly TalentPool[],
  today: string,
): DemandIndex {
  const day = dayOfIso(today)
  const mendedColumns: Readonly<
    Record<'verification' | 'dates' | 'rentMadPerM2Month', (of: OfficeColumns) => OfficeColumns>
  > = {
    verification: (of) => verified(of, day),
    dates: (of) => ({ ...of, availableFromDay: of.availableFromDay.map((from) => (from === NEVER_DAY ? day : from)) }),
    rentMadPerM2Month: (of) => ({
      ...of,
      rentCentimes: of.rentCentimes.map((rent) => (rent === UNKNOWN_MONEY ? 0 : rent)),
    }),
  }
  const mended = new Map<Single, NeedIndex>()
  let allColumns = columns
  for (const name of ['verification', 'dates', 'rentMadPerM2Month'] as const) {
    mended.set(name, prepare(mendedColumns[name](columns), zones, talentPools))
    allColumns = mendedColumns[name](allColumns)
  }
  let allZones = zones
  for (const field of ZONE_FIELDS) {
    if (zones.every(({ properties }) => properties[field] !== null)) continue
    mended.set(field, prepare(columns, zones.map(withFitting(field)), talentPools))
    allZones = allZones.map(withFitting(field))
  }
  return {
    actual: prepare(columns, zones, talentPools),
    mended,
    complete: prepare(allColumns, allZones, talentPools),
  }
}

/** Verified today. A free office that never was becomes free from today; the rest keep their dates. */
function verified(columns: OfficeColumns, day: number): OfficeColumns {
  const { status, availableFromDay, verifiedDay } = columns
  return {
    ...columns,
    verifiedDay: verifiedDay.map(() => day),
    countedUntilDay: verifiedDay.map(() => NEVER_DAY),
    // Status 0 is `free`: without a day of its own it is free from its verification on.
    availableFromDay: availableFromDay.map((from, i) => (from === NEVER_DAY && status[i] === 0 ? day : from)),
  }
}

/** A stand-in for what is not known of a zone. Which value fits depends on the need: see `asIfKnown`. */
const UNKNOWN_BUT_FITTING = {
  irCapPct: -1,
  territorialPremium: '?',
  airportKm: 0,
  hsrStationKm: 0,
  railStationKm: 0,
} as const

const withFitting =
  (field: ZoneField) =>
  (zone: RuleZone): RuleZone =>
    zone.properties[field] === null
      ? ({ ...zone, properties: { ...zone.properties, [field]: UNKNOWN_BUT_FITTING[field] } } as RuleZone)
      : zone

/** The need that also takes the stand-ins for what is not known. */
const asIfKnown = (need: Need): Need => ({
  ...need,
  irCaps: need.irCaps.length > 0 ? [...need.irCaps, UNKNOWN_BUT_FITTING.irCapPct] : need.irCaps,
  territorialPremiums:
    need.territorialPremiums.length > 0
      ? [...need.territorialPremiums, UNKNOWN_BUT_FITTING.territorialPremium as 'A']
      : need.territorialPremiums,
})

/** Why each zone of the index answers a need or does not, in their order. Each has exactly one cause. */
export function demandCauses(index: DemandIndex, need: Need, context: NeedContext): DemandCause[] {
  const isHit = (of: NeedIndex, asked: Need) => evaluate(of, asked, context).zones.map((zone) => zone.isHit)
  const actual = isHit(index.actual, need)
  const lenient = asIfKnown(need)
  const complete = isHit(index.complete, lenient)
  const causes = actual.map((hit, zone): DemandCause => (hit ? 'shown' : complete[zone] ? 'incomplete' : 'offer'))
  if (!causes.includes('incomplete')) return causes
  for (const name of [...SINGLE].reverse()) {
    const mended = index.mended.get(name)
    if (!mended) continue
    const hits = isHit(mended, lenient)
    for (const [zone, cause] of causes.entries()) {
      const isOpen = cause !== 'shown' && cause !== 'offer'
      if (isOpen && hits[zone]) causes[zone] = name
    }
  }
  return causes
}
