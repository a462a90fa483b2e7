import type { Building, CatalogueRecord, Office, Provenance, TalentPool, Zone } from '@tvl/model'

const ILLUSTRATIVE: Provenance = { grade: 'illustrative', sources: ['inventory'], asOf: '2026-11-23' }
const PRESS: Provenance = { grade: 'press', sources: ['paper'], asOf: '2025' }

/** A zone at Fès; give only what the test is about. */
export function aZone(id: string, properties: Partial<Zone> = {}): CatalogueRecord<'zones'> {
  return {
    collection: 'zones',
    id,
    geometry: { type: 'Point', coordinates: [-4.98, 34.0] },
    properties: {
      nameFr: `Zone ${id}`,
      nameAr: `منطقة ${id}`,
      nameEn: `${id} zone`,
      kind: 'p2i-offshoring',
      status: 'operational',
      techValleyStatus: 'candidate-unconfirmed',
      isP2iOffshoring: true,
      operatorId: 'unknown',
      operatorName: null,
      developerName: null,
      cityFr: 'Fès',
      cityAr: 'فاس',
      cityEn: 'Fez',
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
      irCapPct: null,
      territorialPremium: null,
      territorialPremiumPct: null,
      airportId: null,
      airportKm: null,
      hsrStationId: null,
      hsrStationKm: null,
      railStationId: null,
      railStationKm: null,
      positionRadiusM: 1500,
      tenants: [],
      tenantsAsOf: null,
      servicesFr: [],
      servicesAr: [],
      servicesEn: [],
      notesFr: [],
      notesAr: [],
      notesEn: [],
      illustrative: false,
      ...properties,
      provenance: { '*': PRESS },
    },
  }
}

export function aBuilding(
  id: string,
  zoneId: string,
  properties: Partial<Building> = {},
): CatalogueRecord<'buildings'> {
  return {
    collection: 'buildings',
    id,
    geometry: { type: 'Point', coordinates: [-4.98, 34.0] },
    properties: {
      nameFr: `Bâtiment ${id}`,
      nameAr: `مبنى ${id}`,
      nameEn: `Building ${id}`,
      zoneId,
      floors: 4,
      grossLeasableAreaM2: 4000,
      status: 'operational',
      deliversOn: null,
      powerKva: null,
      backupPowerHours: null,
      fibrePaths: null,
      ...properties,
      provenance: { '*': ILLUSTRATIVE },
    },
  }
}

/** A free office of building fes-shore-a, verified on 1 November 2026. */
export function anOffice(id: string, properties: Partial<Office> = {}): CatalogueRecord<'offices'> {
  return {
    collection: 'offices',
    id,
    geometry: { type: 'Point', coordinates: [-4.98, 34.0] },
    properties: {
      name: id.slice(-4),
      zoneId: 'fes-shore',
      buildingId: 'fes-shore-a',
      floor: 0,
      stackOrder: 0,
      areaM2: 400,
      seats: 40,
      fitOut: 'fitted',
      rentMadPerM2Month: 110.5,
      serviceChargeMadPerM2Month: 20,
      status: 'free',
      leaseEndsOn: null,
      holdEndsAt: null,
      deliversOn: null,
      freeFrom: null,
      verifiedOn: '2026-11-01',
      verifiedBy: 'zone-manager',
      verificationMethod: 'site-visit',
      ...properties,
      provenance: { '*': ILLUSTRATIVE },
    },
  }
}

export function aTalentPool(regionId: string, properties: Partial<TalentPool> = {}): CatalogueRecord<'talent-pools'> {
  return {
    collection: 'talent-pools',
    id: `talent-${regionId.toLowerCase()}`,
    geometry: null,
    properties: {
      nameFr: `Talents ${regionId}`,
      nameAr: `كفاءات ${regionId}`,
      nameEn: `Talent of ${regionId}`,
      regionId,
      universityNewEntrants: 20000,
      literateFrenchPct: 57.1,
      literateEnglishPct: 18.2,
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
      notesFr: [],
      notesAr: [],
      notesEn: [],
      ...properties,
      provenance: { '*': PRESS },
    },
  }
}
