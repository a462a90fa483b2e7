import fc from 'fast-check'
import type { Verification, VerifiedField } from '../../schema/inventory.ts'
import type { CatalogueRecord } from '../../schema/record.ts'
import type { Incentive, IncentiveCondition } from '../../schema/reference.ts'
import { COLUMN_FIT_OUTS, COLUMN_STATUSES } from '../columns.ts'
import { addDays } from '../days.ts'
import { type Need, NO_NEED, type Ring } from './need.ts'

/** Random small catalogues and needs for property tests. Values stand on the rules' boundaries more often than chance. */
export interface SmallCatalogue {
  zones: CatalogueRecord<'zones'>[]
  buildings: CatalogueRecord<'buildings'>[]
  offices: CatalogueRecord<'offices'>[]
  talentPools: CatalogueRecord<'talent-pools'>[]
  incentives: CatalogueRecord<'incentives'>[]
}

/** The day on which the random catalogues stand. */
export const A_DAY = '2026-11-23'
export const REGIONS = ['MA-01', 'MA-03', 'MA-06'] as const
export const PROVINCES = ['MA-FES', 'MA-CAS'] as const
export const OPERATORS = ['ewane', 'mitc'] as const
export const INCENTIVE_IDS = ['ir-cap', 'fes-grant', 'jobs-grant'] as const

const provenance = { '*': { grade: 'illustrative' as const, sources: ['made-up'], asOf: null } }
const named = (name: string) => ({ nameFr: name, nameAr: name, nameEn: name })
const none = { notesFr: [], notesAr: [], notesEn: [] }
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

/** A zone that answers everything, to be changed where a test needs it. */
export function aZone(
  id: string,
  properties: Partial<CatalogueRecord<'zones'>['properties']> = {},
  position: readonly [number, number] = [-7, 33],
): CatalogueRecord<'zones'> {
  return {
    collection: 'zones',
    id,
    geometry: { type: 'Point', coordinates: [...position] },
    properties: {
      ...named(id),
      ...none,
      kind: 'p2i-offshoring',
      status: 'operational',
      techValleyStatus: 'candidate-unconfirmed',
      isP2iOffshoring: true,
      operatorId: 'ewane',
      operatorName: 'Ewane',
      developerName: null,
      cityFr: id,
      cityAr: id,
      cityEn: id,
      regionId: 'MA-03',
      provinceId: 'MA-FES',
      areaHa: null,
      officeM2Built: null,
      officeM2PlannedTotal: null,
      officeM2Announced: null,
      officeM2AvailableOfficial: null,
      jobsCurrent: null,
      jobsPlanned: null,
      companies: null,
      occupancyPct: null,
      openedYear: null,
      expectedYear: null,
      rentMadPerM2Month: null,
      investmentMad: null,
      irCapPct: 10,
      territorialPremium: 'A',
      territorialPremiumPct: 10,
      airportId: null,
      airportKm: 10,
      hsrStationId: null,
      hsrStationKm: 10,
      railStationId: null,
      railStationKm: 10,
      positionRadiusM: 500,
      tenants: [],
      tenantsAsOf: null,
      servicesFr: [],
      servicesAr: [],
      servicesEn: [],
      illustrative: true,
      provenance,
      ...properties,
    },
  }
}

export function aBuilding(id: string, zoneId: string, position = [-7, 33]): CatalogueRecord<'buildings'> {
  return {
    collection: 'buildings',
    id,
    geometry: { type: 'Point', coordinates: position },
    properties: {
      ...named(id),
      zoneId,
      floors: 3,
      grossLeasableAreaM2: 10_000,
      status: 'operational',
      deliversOn: null,
      powerKva: null,
      backupPowerHours: null,
      fibrePaths: null,
      provenance,
    },
  }
}

/** An office that is free today: 100 seats, 500 m², verified on A_DAY. */
export function anOffice(
  buildingId: string,
  stackOrder: number,
  properties: Partial<CatalogueRecord<'offices'>['properties']> = {},
): CatalogueRecord<'offices'> {
  return {
    collection: 'offices',
    id: `${buildingId}-${stackOrder}`,
    geometry: { type: 'Point', coordinates: [-7, 33] },
    properties: {
      name: `${buildingId}-${stackOrder}`,
      zoneId: 'zone',
      buildingId,
      floor: 0,
      stackOrder,
      areaM2: 500,
      seats: 100,
      fitOut: 'fitted',
      rentMadPerM2Month: 100,
      serviceChargeMadPerM2Month: null,
      status: 'free',
      leaseEndsOn: null,
      holdEndsAt: null,
      deliversOn: null,
      freeFrom: null,
      verifiedOn: A_DAY,
      verifiedBy: null,
      verificationMethod: null,
      provenance,
      ...properties,
    },
  }
}

export function aTalentPool(
  id: string,
  properties: Partial<CatalogueRecord<'talent-pools'>['properties']>,
): CatalogueRecord<'talent-pools'> {
  return {
    collection: 'talent-pools',
    id,
    geometry: null,
    properties: {
      ...named(id),
      ...none,
      regionId: null,
      universityNewEntrants: null,
      literateFrenchPct: null,
      literateEnglishPct: null,
      literateSpanishPct: null,
      cmcFr: null,
      cmcAr: null,
      cmcEn: null,
      cmcPlacesPerYear: null,
      cmcDigitalOffshoringPlacesPerYear: null,
      ofpptPlaces: null,
      offshoringJobs: null,
      unemploymentPct: null,
      activityPct: null,
      labourForceSharePct: null,
      universities: [],
      provenance,
      ...properties,
    },
  }
}

export function anIncentive(id: string, conditions: IncentiveCondition[]): CatalogueRecord<'incentives'> {
  const properties: Incentive = {
    ...named(id),
    category: 'test',
    status: 'in-force',
    validFrom: '2025-01-01',
    validTo: '2030-12-31',
    validityNoteFr: null,
    validityNoteAr: null,
    validityNoteEn: null,
    ratePct: null,
    capPct: null,
    amountMad: null,
    durationMonths: null,
    legalTextFr: id,
    legalTextAr: id,
    legalTextEn: id,
    summaryFr: id,
    summaryAr: id,
    summaryEn: id,
    conditions,
    packVersion: 'test-1',
    provenance,
  }
  return { collection: 'incentives', id, geometry: null, properties }
}

const INCENTIVES = [
  anIncentive('ir-cap', [{ kind: 'ir-cap', pct: 10 }]),
  anIncentive('fes-grant', [
    { kind: 'region-in', regionIds: ['MA-03'] },
    { kind: 'trade-in', trades: ['CRM', 'BPO'] },
  ]),
  anIncentive('jobs-grant', [{ kind: 'territorial-premium', category: 'A' }]),
]

const dayAround = (offsets: readonly number[]) => fc.constantFrom(...offsets).map((offset) => addDays(A_DAY, offset))
const verification = dayAround([0, -1, -29, -30, -59, -60, -119, -120, -121, -150, -179, -180, -359, -360])
const fieldVerification = fc.tuple(
  fc.constantFrom<VerifiedField>('seats', 'status', 'fitOut'),
  verification.map((on): Verification => ({ on, by: 'manager', method: 'site-visit' })),
)
const moment = dayAround([-40, -1, 0, 1, 38, 39, 40, 128, 129, 281, 282, 400])
const km = fc.constantFrom(0, 1.5, 10, 25, 25.1, 60)

const zone = (id: string) =>
  fc
    .record({
      status: fc.constantFrom('operational' as const, 'under-construction' as const, 'planned' as const),
      techValleyStatus: fc.constantFrom('named' as const, 'candidate-unconfirmed' as const, 'not-announced' as const),
      operatorId: fc.constantFrom(...OPERATORS),
      regionId: fc.constantFrom(...REGIONS),
      provinceId: fc.constantFrom(...PROVINCES),
      irCapPct: fc.constantFrom(10, 20, null),
      territorialPremium: fc.constantFrom('none' as const, 'A' as const, 'B' as const, null),
      airportKm: maybe(km),
      hsrStationKm: maybe(km),
      railStationKm: maybe(km),
    })
    .chain((properties) =>
      fc
        .tuple(fc.integer({ min: -10, max: -5 }), fc.integer({ min: 30, max: 35 }))
        .map((position) => aZone(id, properties, position)),
    )

const office = (zoneId: string, buildingId: string, stackOrder: number) =>
  fc
    .record({
      areaM2: fc.integer({ min: 1, max: 40 }).map((n) => n * 25),
      seats: fc.integer({ min: 1, max: 12 }).map((n) => n * 5),
      fitOut: fc.constantFrom(...COLUMN_FIT_OUTS),
      status: fc.constantFrom(...COLUMN_STATUSES, 'free' as const, 'free' as const),
      rentMadPerM2Month: maybe(fc.constantFrom(0, 79.99, 80, 80.01, 110.1, 120)),
      leaseEndsOn: maybe(moment),
      holdEndsAt: maybe(moment.map((day) => `${day}T12:00Z`)),
      deliversOn: maybe(moment),
      freeFrom: maybe(moment),
      verifiedOn: fc.option(verification, { nil: null, freq: 8 }),
      own: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(fieldVerification, { maxLength: 3 })),
    })
    .map(({ own, ...properties }) => {
      const verifications = own.length > 0 ? { verifications: Object.fromEntries(own) } : {}
      return anOffice(buildingId, stackOrder, { zoneId, ...properties, ...verifications })
    })

/** Up to five offices; now and then one is missing from the order, which parts its neighbours. */
const building = (zoneId: string, buildingId: string) =>
  fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 5 }).chain((gaps) =>
    fc.tuple(
      ...gaps.map((_, i) => {
        const gapsBefore = gaps.slice(0, i + 1).filter(([x, y]) => x && y).length
        return office(zoneId, buildingId, i + gapsBefore)
      }),
    ),
  )

export const arbitraryCatalogue: fc.Arbitrary<SmallCatalogue> = fc
  .array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 })
  .chain((buildingsOfZone) => {
    const zoneIds = buildingsOfZone.map((_, i) => `zone-${i}`)
    const places = buildingsOfZone.flatMap((count, i) =>
      Array.from({ length: count }, (_, b) => ({ zoneId: `zone-${i}`, buildingId: `zone-${i}-b${b}` })),
    )
    const pct = maybe(fc.constantFrom(5, 19.9, 20, 35.5))
    const pool = (regionId: string) =>
      fc
        .record({
          literateFrenchPct: pct,
          literateEnglishPct: pct,
          literateSpanishPct: pct,
          cmcFr: maybe(fc.constant('CMC')),
        })
        .map((properties) => aTalentPool(`talent-${regionId.toLowerCase()}`, { regionId, ...properties }))
    return fc.record({
      zones: fc.tuple(...zoneIds.map(zone)),
      buildings: fc.constant(places.map(({ zoneId, buildingId }) => aBuilding(buildingId, zoneId))),
      offices: fc
        .tuple(...places.map(({ zoneId, buildingId }) => building(zoneId, buildingId)))
        .map((stacks) => stacks.flat()),
      // The last region has no pool: nothing is published there.
      talentPools: fc.tuple(...REGIONS.slice(0, 2).map(pool)),
      incentives: fc.constant(INCENTIVES),
    })
  })

/** Rings on whole degrees, where the zones lie too: corners and edges are met often. Some cross themselves. */
export const arbitraryRing: fc.Arbitrary<Ring> = fc
  .array(fc.tuple(fc.integer({ min: -11, max: -4 }), fc.integer({ min: 29, max: 36 })), { minLength: 3, maxLength: 7 })
  .map((points) => [...points, points[0] as [number, number]])

const some = <T>(values: readonly T[]) => fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.subarray([...values]))

/** A need of any terms; most terms are left open, so that some zones answer. */
export function arbitraryNeedWith(area: fc.Arbitrary<Ring | null>): fc.Arbitrary<Need> {
  const asked = <T>(value: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value })
  return fc.record<Need>({
    seats: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 150 })),
    contiguous: fc.boolean(),
    areaM2: asked(fc.integer({ min: 1, max: 1500 })),
    availableBy: fc.oneof(fc.constant(null), moment),
    fitOuts: some(COLUMN_FIT_OUTS),
    maxRentMadPerM2Month: asked(fc.constantFrom(0, 79.99, 80, 80.005, 110.1, 119)),
    verifiedWithinDays: fc.constantFrom(120, 120, 120, 30, 60, 119, 121, 150, 180),
    regions: some(REGIONS),
    provinces: some(PROVINCES),
    statuses: some(['operational', 'under-construction', 'planned'] as const),
    techValley: some(['named', 'candidate-unconfirmed', 'not-announced'] as const),
    operators: some(OPERATORS),
    irCaps: some([10, 20, null]),
    territorialPremiums: some(['none', 'A', 'B'] as const),
    incentives: some(INCENTIVE_IDS),
    languages: some([
      { language: 'fr', minPct: 20 },
      { language: 'en', minPct: 19.9 },
      { language: 'es', minPct: 35 },
    ] as const),
    trade: asked(fc.constantFrom('CRM' as const, 'ITO' as const)),
    skillsCity: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
    airportKm: asked(km),
    hsrStationKm: asked(km),
    railStationKm: asked(km),
    area,
  })
}

export const arbitraryNeed: fc.Arbitrary<Need> = fc.oneof(
  arbitraryNeedWith(fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, arbitraryRing)),
  // Few terms at once: near misses and facets live here.
  fc
    .tuple(
      arbitraryNeedWith(fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, arbitraryRing)),
      fc.subarray(Object.keys(NO_NEED) as (keyof Need)[], { maxLength: 3 }),
    )
    .map(([need, kept]) => ({ ...NO_NEED, ...Object.fromEntries(kept.map((term) => [term, need[term]])) })),
)
