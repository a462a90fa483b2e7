import { BEFORE_ALL_DAYS, COLUMN_FIT_OUTS, NEVER_DAY, UNKNOWN_MONEY } from '../columns.ts'
import type { Evaluation } from './evaluate.ts'
import { asksOfOffices, officeTest } from './evaluate-offices.ts'
import { OFFICE_TERMS, termBit } from './evaluate-zones.ts'
import type { Need, Ring } from './need.ts'

/** A MapLibre filter expression. Typed loosely on purpose: the rules do not load the map's own types. */
export type MapFilter = ['all', ...unknown[]]

/** Terms whose answer is not a property of the zone: they are settled by the evaluation and named by id. */
const SETTLED_TERMS = OFFICE_TERMS | termBit('incentives') | termBit('languages') | termBit('skillsCity')

const FAR_KM = 1e9

const isAmong = (property: string, values: readonly (string | number | null)[]): unknown[] =>
  values.length === 0 ? [] : [['in', ['get', property], ['literal', [...values]]]]
const isAtMost = (property: string, most: number | null): unknown[] =>
  most === null ? [] : [['<=', ['number', ['get', property], FAR_KM], most]]

function isWithin(ring: Ring | null): unknown[] {
  if (ring === null) return []
  const [first] = ring
  const last = ring[ring.length - 1]
  const isClosed = first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
  const closed = isClosed || first === undefined ? ring : [...ring, first]
  return [['within', { type: 'Polygon', coordinates: [closed.map(([lon, lat]) => [lon, lat])] }]]
}

const asksSettledTerms = (need: Need) =>
  need.seats !== null ||
  need.areaM2 !== null ||
  asksOfOffices(need) ||
  need.incentives.length > 0 ||
  need.languages.length > 0 ||
  need.skillsCity

/**
 * The filter of a source of zones (features with the properties of `Zone` and `id` among them) that keeps the hits of
 * an evaluation. The drawn area is tested on the map's own grid, so a zone within a few metres of its edge may differ
 * from the list; `hitsFilter` does not have that limit.
 */
export function zonesFilter(evaluation: Evaluation): MapFilter {
  const { need } = evaluation
  const settled = evaluation.zones.filter(({ failing }) => (failing & SETTLED_TERMS) === 0).map(({ zone }) => zone.id)
  return [
    'all',
    ...(asksSettledTerms(need) ? [['in', ['get', 'id'], ['literal', settled]]] : []),
    ...isAmong('regionId', need.regions),
    ...isAmong('provinceId', need.provinces),
    ...isAmong('status', need.statuses),
    ...isAmong('techValleyStatus', need.techValley),
    ...isAmong('operatorId', need.operators),
    ...isAmong('irCapPct', need.irCaps),
    ...isAmong('territorialPremium', need.territorialPremiums),
    ...isAtMost('airportKm', need.airportKm),
    ...isAtMost('hsrStationKm', need.hsrStationKm),
    ...isAtMost('railStationKm', need.railStationKm),
    ...isWithin(need.area),
  ]
}

/** The filter of a source of zones by the ids of the hits alone: exactly the list. */
export function hitsFilter(evaluation: Evaluation): MapFilter {
  const ids = evaluation.zones.filter(({ isHit }) => isHit).map(({ zone }) => zone.id)
  return ['all', ['in', ['get', 'id'], ['literal', ids]]]
}

/**
 * The filter of a source or tiles of offices (availableFromDay, countedUntilDay, verifiedDay in days since 1970-01-01,
 * rentCentimes, fitOut by name or by index, zoneId; an absent property is not known) that keeps those which pass the
 * office-level terms, within the given zones if any are given.
 */
export function officesFilter(need: Need, today: string, zoneIds?: readonly string[]): MapFilter {
  const test = officeTest(need, today)
  const verified = ['number', ['get', 'verifiedDay'], BEFORE_ALL_DAYS]
  const accepted = COLUMN_FIT_OUTS.flatMap((name, index) => ((test.fitOutMask >> index) & 1 ? [name, index] : []))
  return [
    'all',
    ['<=', ['number', ['get', 'availableFromDay'], NEVER_DAY], test.availableByDay],
    [
      'any',
      [
        'all',
        ['>', ['number', ['get', 'countedUntilDay'], BEFORE_ALL_DAYS], test.todayDay],
        ['>', verified, test.verifiedAfterDay],
      ],
      ['>', verified, test.doubtfulAfterDay],
    ],
    ...(need.maxRentMadPerM2Month === null
      ? []
      : [['<=', ['number', ['get', 'rentCentimes'], UNKNOWN_MONEY], test.maxRentCentimes]]),
    ...(need.fitOuts.length === 0 ? [] : [['in', ['get', 'fitOut'], ['literal', accepted]]]),
    ...(zoneIds === undefined ? [] : [['in', ['get', 'zoneId'], ['literal', [...zoneIds]]]]),
  ]
}
