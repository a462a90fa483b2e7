import { useQuery } from '@tanstack/react-query'
import { type Grant, may, type Place, type Zone } from '@tvl/model'
import { useMemo } from 'react'
import { collectionQuery, type Feature } from './features.ts'
import { type Person, sessionQuery } from './session.ts'

export const placeOfZone = ({ id, properties }: Feature<Zone>): Place => ({
  regionId: properties.regionId,
  zoneId: id,
  buildingId: null,
})

/** Whether a person may change anything of a zone: the zone itself, or one of its buildings. */
function touches(grants: readonly Grant[], zone: Feature<Zone>, buildings: ReadonlyMap<string, string>): boolean {
  if (may(grants, 'change-inventory', placeOfZone(zone))) return true
  return grants.some(({ territory }) => territory.kind === 'building' && buildings.get(territory.id) === zone.id)
}

export interface MyPlaces {
  person: Person | null
  /** Zones of which the person may change something, as listed; those with an inventory first. */
  zones: readonly Feature<Zone>[]
  error: Error | null
  isReading: boolean
}

/** Who is signed in, and of which zones they may change something. */
export function useMyPlaces(): MyPlaces {
  const session = useQuery(sessionQuery)
  const zones = useQuery(collectionQuery('zones'))
  const person = session.data?.person ?? null
  const hasBuildingGrants = person?.grants.some(({ territory }) => territory.kind === 'building') ?? false
  const buildings = useQuery({ ...collectionQuery('buildings'), enabled: hasBuildingGrants })
  const mine = useMemo(() => {
    if (!person || !zones.data) return []
    const zoneOf = new Map((buildings.data ?? []).map(({ id, properties }) => [id, properties.zoneId]))
    const own = zones.data.filter((zone) => touches(person.grants, zone, zoneOf))
    const hasOffices = (zone: Feature<Zone>) => Number('buildings' in zone.properties && zone.properties.buildings) > 0
    return [...own.filter(hasOffices), ...own.filter((zone) => !hasOffices(zone))]
  }, [person, zones.data, buildings.data])
  return {
    person,
    zones: mine,
    error: session.error ?? zones.error,
    isReading: session.isPending || zones.isPending || (hasBuildingGrants && buildings.isPending),
  }
}
