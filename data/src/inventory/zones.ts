import type { CatalogueRecord } from '@tvl/model'
import type { Drawing } from './office.ts'
import { randomFor } from './random.ts'

type Place = readonly [lon: number, lat: number]

const EARTH_RADIUS_KM = 6371.0088

function greatCircleKm([lonA, latA]: Place, [lonB, latB]: Place): number {
  const radians = Math.PI / 180
  const half =
    Math.sin(((latB - latA) * radians) / 2) ** 2 +
    Math.cos(latA * radians) * Math.cos(latB * radians) * Math.sin(((lonB - lonA) * radians) / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(half))
}

/** The point of a record; throws where there is none, since every caller has tested for one. */
export function pointOf({ id, geometry }: CatalogueRecord): Place {
  if (geometry?.type !== 'Point') throw new TypeError(`${id} has no point`)
  const [lon, lat] = geometry.coordinates
  if (lon === undefined || lat === undefined) throw new TypeError(`${id} has an empty point`)
  return [lon, lat]
}

function nearest(place: Place, candidates: readonly CatalogueRecord<'infrastructure'>[]): { id: string; km: number } {
  let best = { id: '', km: Number.POSITIVE_INFINITY }
  for (const candidate of candidates) {
    const km = greatCircleKm(place, pointOf(candidate))
    if (km < best.km) best = { id: candidate.id, km }
  }
  return { id: best.id, km: Math.round(best.km * 10) / 10 }
}

/** Zones per region: at least four each, the rest by the square root of the population. */
function zonesPerRegion(regions: readonly CatalogueRecord<'regions'>[], total: number): number[] {
  const weights = regions.map((region) => Math.sqrt(region.properties.population2024 ?? 1))
  const sum = weights.reduce((a, b) => a + b, 0)
  const free = total - 4 * regions.length
  const shares = weights.map((weight) => (weight / sum) * free)
  const counts = shares.map((share) => 4 + Math.floor(share))
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share % 1 }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  let left = total - counts.reduce((a, b) => a + b, 0)
  for (const { index } of byRemainder) {
    if (left-- <= 0) break
    counts[index] = (counts[index] ?? 0) + 1
  }
  return counts
}

/** What the invented zones are placed by. */
export interface Territory {
  regions: readonly CatalogueRecord<'regions'>[]
  provinces: readonly CatalogueRecord<'provinces'>[]
  infrastructure: readonly CatalogueRecord<'infrastructure'>[]
}

/**
 * Invented zones, marked so in their names and in every figure: near the centres of real provinces, drawn a little
 * towards the centre of the region so that none falls into the sea.
 */
export function drawZones(
  territory: Territory,
  drawing: Drawing,
  seed: number,
  count: number,
): CatalogueRecord<'zones'>[] {
  const airports = territory.infrastructure.filter(({ properties }) => properties.kind === 'airport')
  const hsrStations = territory.infrastructure.filter(({ properties }) => properties.kind === 'hsr-station')
  const railStations = territory.infrastructure.filter(({ properties }) => /^(hsr|rail)-station$/.test(properties.kind))
  const counts = zonesPerRegion(territory.regions, count)
  let serial = 0
  return territory.regions.flatMap((region, regionIndex) => {
    const provinces = territory.provinces.filter(({ properties }) => properties.regionId === region.id)
    const [regionLon, regionLat] = pointOf(region)
    return Array.from({ length: counts[regionIndex] ?? 0 }, (_, index): CatalogueRecord<'zones'> => {
      const number = String(++serial).padStart(3, '0')
      const id = `illustrative-${number}`
      const random = randomFor(seed, `zone:${id}`)
      const province = provinces[index % provinces.length]
      if (!province) throw new RangeError(`region ${region.id} has no province`)
      const [lon, lat] = pointOf(province)
      const pull = random.int(0, 15) / 100
      const place: Place = [
        Number((lon + (regionLon - lon) * pull + random.int(-20, 20) / 1_000).toFixed(4)),
        Number((lat + (regionLat - lat) * pull + random.int(-20, 20) / 1_000).toFixed(4)),
      ]
      const airport = nearest(place, airports)
      const hsr = nearest(place, hsrStations)
      const rail = nearest(place, railStations)
      return {
        collection: 'zones',
        id,
        geometry: { type: 'Point', coordinates: [...place] },
        properties: {
          nameFr: `Zone illustrative ${number}`,
          nameAr: `منطقة توضيحية ${number}`,
          nameEn: `Illustrative zone ${number}`,
          kind: 'technopark',
          status: 'operational',
          techValleyStatus: 'not-announced',
          isP2iOffshoring: false,
          operatorId: 'unknown',
          operatorName: null,
          developerName: null,
          cityFr: province.properties.nameFr,
          cityAr: province.properties.nameAr,
          cityEn: province.properties.nameEn,
          regionId: region.id,
          provinceId: province.id,
          areaHa: random.int(4, 40),
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
          rentMadPerM2Month: random.chance(25) ? null : random.int(75, 121),
          investmentMad: null,
          irCapPct: region.properties.irCapPct,
          territorialPremium: province.properties.territorialPremium,
          territorialPremiumPct: province.properties.territorialPremiumPct,
          airportId: airport.id,
          airportKm: airport.km,
          hsrStationId: hsr.id,
          hsrStationKm: hsr.km,
          railStationId: rail.id,
          railStationKm: rail.km,
          positionRadiusM: 5_000,
          tenants: [],
          tenantsAsOf: null,
          servicesFr: [],
          servicesAr: [],
          servicesEn: [],
          notesFr: ['Zone inventée pour la démonstration : elle n’existe pas.'],
          notesAr: ['منطقة مختلقة لأغراض العرض: لا وجود لها.'],
          notesEn: ['A zone invented for the demonstration: it does not exist.'],
          illustrative: true,
          provenance: drawing.provenance,
        },
      }
    })
  })
}
