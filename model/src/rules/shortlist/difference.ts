import type { CollectionId } from '../../schema/common.ts'
import { dayOfIso } from '../days.ts'
import { type FreezeCatalogue, freeze } from './freeze.ts'
import type { FrozenData, FrozenRecord, FrozenShortlist, FrozenSite, SiteTotals } from './frozen.ts'
import { siteTotals } from './totals.ts'

/** What one change does to a site; 0: nothing, null: it cannot be told, because a figure is not known. */
export interface Effect {
  /** Points of the score. */
  score: number
  /** MAD centimes a month, of what is known. */
  monthlyCentimes: number | null
  /** Days by which the site can be had later (earlier: negative). */
  days: number | null
}

/** A field of a record that is not what it was when the shortlist was frozen. */
export interface FieldChange {
  collection: CollectionId
  id: string
  field: string
  before: unknown
  after: unknown
  /** `evidence`: who says so, when it was verified, pictures; the figure itself is as it was. `gone`: the record is. */
  kind: 'value' | 'evidence' | 'gone'
  /** On each site that it touches, by the line’s id. */
  effects: ReadonlyMap<string, Effect>
}

/** A sum over the zone’s other offices that is not what it was: they are not frozen one by one. */
export interface SumChange {
  siteId: string
  field: 'contiguousSeats' | 'matchingOffices' | 'matchingFreeSeats' | 'matchingContiguousSeats' | 'failing' | 'units'
  before: unknown
  after: unknown
  effect: Effect
}

export interface Difference {
  /** Values first, then evidence; in the order of the sites. */
  fields: readonly FieldChange[]
  sums: readonly SumChange[]
  /** What each site comes to now, in the order of the lines; null: its zone or an office is no more. */
  now: readonly (SiteTotals | null)[]
}

/** Number of things that changed, those alone by which it was verified again left aside. */
export const changesIn = ({ fields, sums }: Difference): number =>
  fields.filter(({ kind }) => kind !== 'evidence').length + sums.length

const EVIDENCE = new Set(['provenance', 'verifiedOn', 'verifiedBy', 'verificationMethod', 'verifications', 'photos'])

/** Of an office: from when it can be had. Told together, by the state where that changed. */
const AVAILABILITY = new Set([
  'status',
  'freeFrom',
  'leaseEndsOn',
  'holdEndsAt',
  'deliversOn',
  'verifiedOn',
  'verifications',
])

/** Whether a field says who says so and since when, not what is. */
export const isEvidence = (field: string): boolean => EVIDENCE.has(field)

interface Slot {
  collection: CollectionId
  record: FrozenRecord<object>
  siteIds: readonly string[]
  /** The same data with this record in place of the frozen one. */
  replaced: (record: FrozenRecord<object>) => FrozenData
}

/**
 * What has changed since a shortlist was frozen: field by field of the records in it, with the effect of each change
 * taken alone (what says when an office can be had, taken together), and the sums over the rest.
 */
export function differenceOf(frozen: FrozenShortlist, catalogue: FreezeCatalogue): Difference {
  const fields = slotsOf(frozen).flatMap((slot) => changesOf(slot, frozen, catalogue))
  const later = siteBySite(frozen, catalogue)
  return {
    fields: [...fields.filter(({ kind }) => kind !== 'evidence'), ...fields.filter(({ kind }) => kind === 'evidence')],
    sums: frozen.sites.flatMap((site, i) => sumsOf(site, later[i]?.site ?? null, { frozen, place: i })),
    now: later.map((one) => one?.totals ?? null),
  }
}

/** The same shortlist on today’s catalogue: what can still be read of it, ranked among itself. */
function siteBySite({ shortlist, organisation }: FrozenShortlist, catalogue: FreezeCatalogue) {
  const [zones, offices] = [catalogue.zones, catalogue.offices].map((list) => new Set(list.map(({ id }) => id)))
  const lines = shortlist.sites.filter(
    ({ zoneId, officeIds }) => zones?.has(zoneId) && officeIds.every((id) => offices?.has(id)),
  )
  const now = freeze({ ...shortlist, sites: lines }, catalogue, organisation)
  const at = new Map(lines.map(({ id }, i) => [id, i]))
  return shortlist.sites.map(({ id }) => {
    const i = at.get(id)
    const [site, totals] = i === undefined ? [] : [now.sites[i], now.totals[i]]
    return site && totals ? { site, totals } : null
  })
}

/** Every record that is frozen, once, with the sites that read it. */
function slotsOf(frozen: FrozenShortlist): Slot[] {
  const slots = new Map<string, Slot>()
  const add = (collection: CollectionId, record: FrozenRecord<object>, siteIds: readonly string[]) => {
    const key = `${collection} ${record.id}`
    const known = slots.get(key)
    slots.set(key, {
      collection,
      record,
      siteIds: [...(known?.siteIds ?? []), ...siteIds],
      replaced: (after) => withRecord(frozen, collection, after),
    })
  }
  for (const site of frozen.sites) {
    add('zones', site.zone, [site.id])
    if (site.region) add('regions', site.region, [site.id])
    if (site.pool) add('talent-pools', site.pool, [site.id])
    for (const building of site.buildings) add('buildings', building, [site.id])
    for (const unit of site.units) add('offices', unit, [site.id])
  }
  const everySite = frozen.sites.map(({ id }) => id)
  for (const incentive of frozen.incentives) add('incentives', incentive, everySite)
  return [...slots.values()]
}

function withRecord(frozen: FrozenShortlist, collection: CollectionId, after: FrozenRecord<object>): FrozenData {
  const swap = <R extends FrozenRecord<object> | null>(kind: CollectionId, record: R): R =>
    kind === collection && record?.id === after.id ? (after as R) : record
  return {
    ...frozen,
    sites: frozen.sites.map((site) => ({
      ...site,
      zone: swap('zones', site.zone),
      region: swap('regions', site.region),
      pool: swap('talent-pools', site.pool),
      buildings: site.buildings.map((record) => swap('buildings', record)),
      units: site.units.map((record) => swap('offices', record)),
    })),
    incentives: frozen.incentives.map((record) => swap('incentives', record)),
  }
}

/** Where the catalogue that is frozen holds the records of a collection. */
export const COLLECTION_IN: Partial<Record<CollectionId, keyof FreezeCatalogue>> = {
  zones: 'zones',
  regions: 'regions',
  'talent-pools': 'pools',
  buildings: 'buildings',
  offices: 'offices',
  incentives: 'incentives',
}

function changesOf(slot: Slot, frozen: FrozenShortlist, catalogue: FreezeCatalogue): FieldChange[] {
  const { collection, record } = slot
  const key = COLLECTION_IN[collection]
  const records = (key ? catalogue[key] : []) as readonly FrozenRecord<object>[]
  const now = records.find(({ id }) => id === record.id)
  const none: ReadonlyMap<string, Effect> = new Map()
  if (!now) return [{ collection, id: record.id, field: '', before: null, after: null, kind: 'gone', effects: none }]
  const before: Record<string, unknown> = { ...record.properties }
  const after: Record<string, unknown> = { ...now.properties }
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !isSameValue(before[field], after[field]))
    .sort()
  // What says when an office can be had is one thing: a lease’s end means nothing while the office counts as free.
  const together = collection === 'offices' ? changed.filter((field) => AVAILABILITY.has(field)) : []
  const bearer =
    together.find((field) => field === 'status') ?? together.find((field) => !isEvidence(field)) ?? together[0]
  const changes = changed.map((field): FieldChange => {
    const taken = field === bearer ? together : [field]
    const properties = { ...before, ...Object.fromEntries(taken.map((name) => [name, after[name]])) }
    const isBorne = field !== bearer && together.includes(field)
    return {
      ...{ collection, id: record.id, field, before: before[field] ?? null, after: after[field] ?? null },
      kind: isEvidence(field) ? 'evidence' : 'value',
      effects: isBorne ? none : effectsOf(frozen, slot.replaced({ ...record, properties }), slot.siteIds),
    }
  })
  if (isSameValue(record.geometry, now.geometry)) return changes
  const moved = { field: 'geometry', before: record.geometry, after: now.geometry, kind: 'value' as const }
  return [...changes, { collection, id: record.id, ...moved, effects: none }]
}

function effectsOf(
  frozen: FrozenShortlist,
  changed: FrozenData,
  siteIds: readonly string[],
): ReadonlyMap<string, Effect> {
  // A site’s figures look at no other site: the rest need not be computed again.
  const isTouched = ({ id }: { id: string }) => siteIds.includes(id)
  const { shortlist, sites } = changed
  const touched = { ...shortlist, sites: shortlist.sites.filter(isTouched) }
  const totals = siteTotals({ ...changed, shortlist: touched, sites: sites.filter(isTouched) })
  return new Map(
    siteIds.flatMap((id) => {
      const [before, after] = [frozen.totals.find((one) => one.id === id), totals.find((one) => one.id === id)]
      return before && after ? [[id, effectBetween(before, after)] as const] : []
    }),
  )
}

/** What lies between two readings of a site. */
export function effectBetween(before: SiteTotals, after: SiteTotals): Effect {
  const [was, is] = [before.knownMonthlyCentimes, after.knownMonthlyCentimes]
  // A price that is no longer published makes the known part smaller, and nothing cheaper.
  const isComparable = before.unpriced === after.unpriced
  const [from, to] = [before.availableOn, after.availableOn]
  return {
    score: Math.round((after.score.mid - before.score.mid) * 100) / 100,
    monthlyCentimes: !isComparable ? null : was === is ? 0 : was === null || is === null ? null : is - was,
    days: from === to ? 0 : from === null || to === null ? null : dayOfIso(to) - dayOfIso(from),
  }
}

function sumsOf(
  site: FrozenSite,
  now: FrozenSite | null,
  { frozen, place }: { frozen: FrozenShortlist; place: number },
): SumChange[] {
  // Offices that were picked are frozen one by one: the zone’s sums say nothing of them.
  const isPicked = (frozen.shortlist.sites[place]?.officeIds.length ?? 0) > 0
  if (!now || isPicked) return []
  const [was, is] = [sumFields(site), sumFields(now)]
  const before = frozen.totals[place]
  return (Object.keys(was) as SumChange['field'][]).flatMap((field) => {
    if (isSameValue(was[field], is[field])) return []
    const inventory = field === 'contiguousSeats' ? now.inventory : site.inventory
    const units = field === 'units' ? { units: now.units, buildings: now.buildings } : {}
    const changed = { ...site, inventory, ...units }
    const after = siteTotals({ ...frozen, sites: frozen.sites.map((one) => (one.id === site.id ? changed : one)) })
    const effect = before && after[place] ? effectBetween(before, after[place]) : NO_EFFECT
    return [{ siteId: site.id, field, before: was[field], after: is[field], effect }]
  })
}

export const NO_EFFECT: Effect = { score: 0, monthlyCentimes: 0, days: 0 }

const sumFields = ({ inventory, units }: FrozenSite): Record<SumChange['field'], unknown> => ({
  contiguousSeats: inventory?.contiguousSeats ?? null,
  matchingOffices: inventory?.matching.offices ?? null,
  matchingFreeSeats: inventory?.matching.freeSeats ?? null,
  matchingContiguousSeats: inventory?.matching.contiguousSeats ?? null,
  failing: inventory?.failing ?? null,
  units: units.map(({ id }) => id),
})

/** Whether two values of a record are the same; absent and null are. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return (a ?? null) === (b ?? null)
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].every((key) => isSameValue(left[key], right[key]))
}
